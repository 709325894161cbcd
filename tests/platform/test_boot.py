from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client

from greenroom.record.models import Candidate


@pytest.mark.django_db
def test_the_first_request_makes_the_solo_candidate(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "localhost"}).json()["status"] == "ok"
    assert Candidate.objects.get().user.get_username() == "solo"


@pytest.mark.django_db
def test_the_models_and_their_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
