"""What every template may use."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from greenroom import __version__
from greenroom.web.config import config


def page(request: HttpRequest) -> dict[str, Any]:
    """`candidate` (None for a visitor), `solo` (no login exists) and the version."""
    return {
        "candidate": getattr(request, "candidate", None),
        "solo": config().mode == "solo",
        "greenroom_version": __version__,
    }
