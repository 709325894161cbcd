"""Fixtures every test may use: the cast (Ada is the candidate, Bo somebody else) and a log that may be emptied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import httpx
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


@pytest.fixture(scope="module")
def _module_server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture
def server(transactional_db: None, _module_server: Server) -> Iterator[Server]:
    """A running solo server on the tests' database, one a module, with a client that remembers nothing."""
    with httpx.Client(base_url=_module_server.url, timeout=60) as client:
        yield replace(_module_server, client=client)


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
