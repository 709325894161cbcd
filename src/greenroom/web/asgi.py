"""The ASGI application: static files in front, Django behind, and the job workers beside it for as long as it lives."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.asgi import get_asgi_application
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from greenroom.web.security import StaticHeaders

STATIC = Path(__file__).parent / "static"


def build() -> Starlette:
    """Assemble the application for any ASGI server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.web.settings")
    django = get_asgi_application()
    static = StaticHeaders(StaticFiles(directory=STATIC, check_dir=False))
    return Starlette(routes=[Mount("/static", static), Mount("/", django)])


application = build()
