"""Which tables hold people's data, in an order in which they can be filled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.serializers import serialize
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from greenroom.record.models import Candidate, Erasure


def tables() -> list[type[Model]]:
    """Users and every model of ours, whatever a model refers to before it."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("greenroom.") and model is not Erasure]
    return _sorted([get_user_model(), *ours])


def of_candidate() -> Iterator[tuple[type[Model], str]]:
    """The models that point at a candidate and the name of the pointing field, in the order of `tables`."""
    for model in tables():
        for field in model._meta.concrete_fields:
            if field.related_model is Candidate:
                yield model, field.name


class Exact(DjangoJSONEncoder):
    """Django's encoder cuts times to milliseconds; a record that comes back must be equal."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def line(row: Model) -> str:
    """A row as one line of JSON."""
    return str(serialize("jsonl", [row], cls=Exact, ensure_ascii=False))


def migrations() -> dict[str, str]:
    """The newest applied migration of each app."""
    newest: dict[str, str] = {}
    for app, name in sorted(MigrationLoader(connection).applied_migrations):
        newest[app] = name
    return newest


def unknown(of: dict[str, str]) -> list[str]:
    """The migrations among these that this version does not have."""
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {})
    return [f"{app}.{name}" for app, name in of.items() if (app, name) not in known]


def _sorted(models: list[type[Model]]) -> list[type[Model]]:
    placed: list[type[Model]] = []
    while waiting := [model for model in models if model not in placed]:
        ready = [m for m in waiting if not _needs(m) & set(waiting) - {m}]
        placed.extend(ready)
    return placed


def _needs(model: type[Model]) -> set[type[Model]]:
    return {f.related_model for f in model._meta.get_fields() if f.concrete and isinstance(f.related_model, type)}
