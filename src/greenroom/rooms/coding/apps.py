from __future__ import annotations

from django.apps import AppConfig

from greenroom.jobs import registry


class CodingConfig(AppConfig):
    name = "greenroom.rooms.coding"
    label = "coding"

    def ready(self) -> None:
        """Announce this room's jobs. Their module brings the judge and NumPy along, which a start can do without."""
        registry.promise("greenroom.rooms.coding.work", "judge", "prepare")
        registry.promise("greenroom.rooms.coding.looking", "closer")
