"""Fixtures every test may use: the cast (Ada is the candidate, Bo somebody else) and a log that may be emptied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from tests.serving import Server, serve

from greenroom.record import services
from greenroom.record.models import Attempt, Candidate, Erasure, Event


@pytest.fixture
def ada(db: None) -> Candidate:
    """The solo candidate: whom the test client is signed in as."""
    return services.solo_candidate()


@pytest.fixture
def bo(db: None) -> Candidate:
    """Another candidate on the same server."""
    return services.candidate_of(user=get_user_model().objects.create_user("bo", password="a long pass phrase"))


@pytest.fixture
def server(transactional_db: None, tmp_path: Path) -> Iterator[Server]:
    """A running solo server on the test's database."""
    with serve(tmp_path / "home") as running:
        yield running


@pytest.fixture(autouse=True)
def _log_may_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Transactional tests end with a flush, which the append-only triggers refuse unless each candidate is being erased."""
    marker = request.node.get_closest_marker("django_db")
    transactional = "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))
    if not transactional:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    ids = Candidate.objects.values_list("id", flat=True)
    Erasure.objects.bulk_create([Erasure(candidate_id=pk) for pk in ids], ignore_conflicts=True)
    Event.objects.all().delete()
    Attempt.objects.all().delete()
