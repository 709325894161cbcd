from __future__ import annotations

from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "greenroom.rooms.coding"
    label = "coding"

    def ready(self) -> None:
        """Register this room's jobs."""
        from greenroom.rooms.coding import work  # noqa: F401
