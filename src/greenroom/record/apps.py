from __future__ import annotations

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "greenroom.record"
    label = "record"
