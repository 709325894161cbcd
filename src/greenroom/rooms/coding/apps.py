from __future__ import annotations

from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "greenroom.rooms.coding"
    label = "coding"
