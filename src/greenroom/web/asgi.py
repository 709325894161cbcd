"""The ASGI application: static files in front, Django behind, and the job workers beside it for as long as it lives."""

from __future__ import annotations

import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from django.core.asgi import get_asgi_application
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from greenroom.web.config import config
from greenroom.web.security import StaticGuard

STATIC = Path(__file__).parent / "static"


@asynccontextmanager
async def _workers(app: Starlette) -> AsyncIterator[None]:
    from greenroom.jobs.pool import Pool  # its models need the apps that get_asgi_application loads

    pool = Pool(config().job_threads)
    pool.start()
    threading.Thread(target=_make_ready, name="ready", daemon=True).start()
    yield
    pool.stop()


def _make_ready() -> None:
    """Read the pages' code, the packs and their index while the browser is still opening, so that the first page need not."""
    from django.urls import get_resolver

    from greenroom.rooms.shelf import library

    _ = get_resolver().url_patterns
    library.index()


def build() -> Starlette:
    """Assemble the application for any ASGI server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.web.settings")
    django = get_asgi_application()
    static = StaticFiles(directory=STATIC, check_dir=False)
    return Starlette(
        routes=[Mount("/static", static), Mount("/", cast("ASGIApp", django))],
        middleware=[Middleware(StaticGuard)],
        lifespan=_workers,
    )


application = build()
