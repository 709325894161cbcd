from __future__ import annotations

from django.apps import AppConfig


class TheoryConfig(AppConfig):
    name = "greenroom.rooms.theory"
    label = "theory"
