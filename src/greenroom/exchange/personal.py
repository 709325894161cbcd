"""What belongs to one person: all of it handed over, or all of it erased."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from greenroom import __version__
from greenroom.exchange import tables
from greenroom.record.models import Candidate, Erasure

BATCH = 500


def export(*, candidate: Candidate) -> Iterator[str]:
    """JSON Lines, one row each, of everything that is kept about a candidate; no line needs this program to be read."""
    yield json.dumps({"greenroom": __version__, "exported_at": timezone.now().isoformat(timespec="seconds")})
    for rows in [Candidate.objects.filter(pk=candidate.pk), *_everything(candidate)]:
        for row in rows.iterator(BATCH):
            yield tables.line(row).rstrip()


@transaction.atomic
def erase(*, candidate: Candidate) -> dict[str, int]:
    """Delete a candidate with everything of theirs, the login included. Returns how many rows of which table are gone.

    This is the one way past the append-only triggers, and it is open for this candidate and this transaction only.
    """
    gone: dict[str, int] = {}
    guard = Erasure.objects.create(candidate_id=candidate.pk)
    _sign_out(candidate)
    for rows in reversed(list(_everything(candidate))):
        _count(gone, rows.delete()[1])
    user = candidate.user
    _count(gone, candidate.delete()[1])
    _count(gone, user.delete()[1])
    guard.delete()
    transaction.on_commit(_overwrite)
    return gone


def _everything(candidate: Candidate) -> Iterator[QuerySet[Model]]:
    for model, field in tables.of_candidate():
        yield model._default_manager.filter(**{field: candidate}).order_by("pk")


def _count(gone: dict[str, int], deleted: dict[str, int]) -> None:
    for label, number in deleted.items():
        gone[label] = gone.get(label, 0) + number


def _sign_out(candidate: Candidate) -> None:
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator(BATCH):
        if session.get_decoded().get("_auth_user_id") == str(candidate.user_id):
            session.delete()


def _overwrite() -> None:
    """SQLite leaves deleted text in free pages and in its log: write the file anew without them."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
