from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client

from greenroom.exchange import tables
from greenroom.exchange.personal import erase, export
from greenroom.record.models import Attempt, Candidate, Erasure
from tests.exchange.conftest import Snapshot

Fill = Callable[[Candidate], None]


@pytest.mark.django_db
def test_an_export_holds_everything_of_one_person_and_nothing_of_another(
    ada: Candidate, bo: Candidate, history: Fill
) -> None:
    history(ada)
    history(bo)
    lines = [json.loads(line) for line in export(candidate=bo)]
    kinds = {line.get("model") for line in lines[1:]}
    assert {"record.candidate", "record.attempt", "record.event", "record.interview", "jobs.job"} <= kinds
    text = "".join(export(candidate=bo))
    assert "written by bo" in text
    assert "written by solo" not in text
    assert "pbkdf2" not in text
    assert "password" not in text


@pytest.mark.django_db(transaction=True)
def test_erasing_takes_everything_of_one_person_and_nothing_of_another(
    ada: Candidate, bo: Candidate, history: Fill, snapshot: Snapshot
) -> None:
    history(ada)
    before = snapshot()
    history(bo)
    gone = erase(candidate=Candidate.objects.get(pk=bo.pk))
    after = snapshot()
    assert gone["record.Attempt"] == gone["record.Event"] == gone["auth.User"] == 1
    assert {k: v for k, v in after.items() if k != "auth.User"} == {
        k: [row for row in v if row.get("id") != bo.pk or k != "record.Candidate"]
        for k, v in before.items()
        if k != "auth.User"
    }
    assert [user.username for user in User.objects.all()] == ["solo"]


@pytest.mark.django_db(transaction=True)
def test_the_log_is_closed_again_after_an_erasure(ada: Candidate, bo: Candidate, history: Fill) -> None:
    history(ada)
    erase(candidate=bo)
    assert not Erasure.objects.exists()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Attempt.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_an_erased_text_is_not_in_the_file_any_more(ada: Candidate, bo: Candidate, history: Fill) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's files are its own")
    history(bo)
    erase(candidate=bo)
    file = Path(connection.settings_dict["NAME"])
    for path in file.parent.glob(f"{file.name}*"):
        assert b"written by bo" not in path.read_bytes()


@pytest.mark.django_db(transaction=True)
def test_an_erased_person_is_signed_out(ada: Candidate, bo: Candidate, client: Client) -> None:
    client.force_login(bo.user)
    erase(candidate=bo)
    assert not client.session.get("_auth_user_id")


@pytest.mark.django_db
def test_every_table_is_reached(ada: Candidate) -> None:
    """A new model of ours is backed up, exported and erased without anybody remembering to."""
    names = [model._meta.label for model in tables.tables()]
    assert names.index("auth.User") < names.index("record.Candidate") < names.index("record.Attempt")
    assert set(tables.tables()) == {User, Candidate, *(model for model, _ in tables.of_candidate())}
