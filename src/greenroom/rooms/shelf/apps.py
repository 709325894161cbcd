from __future__ import annotations

from django.apps import AppConfig


class ShelfConfig(AppConfig):
    name = "greenroom.rooms.shelf"
    label = "shelf"
