from __future__ import annotations

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    name = "greenroom.rooms.atlas"
    label = "atlas"
