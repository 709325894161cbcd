"""Other people's data: whoever asks for it is told that it is not there, and nothing of it changes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from greenroom.exchange import tables
from greenroom.jobs.services import enqueue
from greenroom.record import services
from greenroom.record.models import Candidate
from tests.web_security.routes import Route, routes

OTHERS = [route for route in routes() if {"pk", "name"} & set(route.arguments)]


def _fill(candidate: Candidate) -> None:
    """Give a candidate a row in every table that a route can name."""
    services.add_interview(candidate=candidate, at=datetime(2027, 1, 1, tzinfo=UTC), employer="Secret Ltd")
    attempt = services.append_attempt(
        candidate=candidate,
        item="coding/softmax",
        version="1",
        kind="submit",
        started_at=timezone.now(),
        given={"code": "secret = 1"},
    )
    services.append_event(candidate=candidate, stream="sitting/1", kind="typed", payload={"text": "secret"})
    enqueue(kind="prepare", payload={}, candidate=candidate)
    for model, field in tables.of_candidate():
        if not model._default_manager.filter(**{field: candidate}).exists():
            _make(model, {field: candidate}, attempt)


def _make(model: type[Model], given: dict[str, Any], attempt: Model) -> None:
    """A row of a room's own model, its required fields filled by type."""
    for field in model._meta.concrete_fields:
        if field.name in given or field.primary_key or field.null or field.has_default() or field.blank:
            continue
        if field.related_model is type(attempt):
            given[field.name] = attempt
        elif field.get_internal_type() in {"CharField", "TextField", "SlugField"}:
            given[field.name] = field.choices[0][0] if field.choices else "coding/softmax"
        elif field.get_internal_type() == "DateTimeField":
            given[field.name] = timezone.now()
        else:
            given[field.name] = 1
    model._default_manager.create(**given)


def _rows(candidate: Candidate) -> dict[str, list[dict[str, Any]]]:
    return {
        model._meta.label: list(model._default_manager.filter(**{field: candidate}).order_by("pk").values())
        for model, field in tables.of_candidate()
    }


@pytest.mark.django_db
@pytest.mark.parametrize("route", OTHERS, ids=lambda route: route.name)
def test_another_candidates_rows_are_not_there(route: Route, client: Client, ada: Candidate, bo: Candidate) -> None:
    _fill(bo)
    before = _rows(bo)
    keys = {row["id"] for rows in before.values() for row in rows}
    for pk in keys if "pk" in route.arguments else [0]:
        for method in (client.get, client.post):
            answer = method(route.url(pk=pk))
            assert answer.status_code in {403, 404, 405}, (method, pk)
            assert b"secret" not in answer.content.lower()
    assert _rows(bo) == before
