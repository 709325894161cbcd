from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.forms.models import model_to_dict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from greenroom.record import derive, services
from greenroom.record.models import Candidate, ItemState

START = datetime(2026, 1, 1, tzinfo=UTC)
ITEMS = ("coding/softmax", "coding/knn", "theory/bias-variance")

acts = st.fixed_dictionaries(
    {
        "item": st.sampled_from(ITEMS),
        "kind": st.sampled_from(["run", "submit", "answer", "give-up"]),
        "score": st.none() | st.sampled_from([0.0, 0.25, 0.5, 1.0]),
        "verdict": st.sampled_from(["AC", "WA", "TLE", ""]),
        "began": st.integers(0, 10**6),
        "took": st.integers(-60, 7200),
    }
)


def _append(candidate: Candidate, act: dict[str, Any]) -> None:
    began = START + timedelta(seconds=act["began"])
    services.append_attempt(
        candidate=candidate,
        item=act["item"],
        version="1",
        kind=act["kind"],
        score=act["score"],
        verdict=act["verdict"],
        started_at=began,
        ended_at=began + timedelta(seconds=act["took"]),
    )


def _snapshot() -> list[dict[str, Any]]:
    return [model_to_dict(s, exclude=["id"]) for s in ItemState.objects.order_by("candidate_id", "item")]


class Rebuild(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(mine=st.lists(acts, max_size=25), theirs=st.lists(acts, max_size=10))
    def test_a_rebuild_equals_what_was_kept_up_to_date(
        self, mine: list[dict[str, Any]], theirs: list[dict[str, Any]]
    ) -> None:
        ada = services.solo_candidate()
        bo = services.candidate_of(user=ada.user.__class__.objects.create(username="bo"))
        for candidate, log in ((ada, mine), (bo, theirs)):
            for act in log:
                _append(candidate, act)
        kept = _snapshot()
        ItemState.objects.filter(candidate=ada).update(attempts=99, best=None)
        derive.rebuild()
        assert _snapshot() == kept


@pytest.mark.django_db
def test_one_candidates_rebuild_leaves_the_others_alone(ada: Candidate, bo: Candidate) -> None:
    for candidate in (ada, bo):
        _append(candidate, {"item": ITEMS[0], "kind": "submit", "score": 1.0, "verdict": "AC", "began": 0, "took": 9})
    ItemState.objects.update(attempts=99)
    assert derive.rebuild(candidate_id=ada.pk) == 1
    assert {s.candidate_id: s.attempts for s in ItemState.objects.all()} == {ada.pk: 1, bo.pk: 99}


@pytest.mark.django_db
def test_the_state_tells_the_story_of_an_item(ada: Candidate) -> None:
    story = [
        ("run", None, ""),
        ("submit", 0.5, "WA"),
        ("give-up", None, ""),
        ("submit", 1.0, "AC"),
        ("submit", 0.2, "WA"),
    ]
    seen = []
    for minute, (kind, score, verdict) in enumerate(story):
        act = {"item": ITEMS[0], "kind": kind, "score": score, "verdict": verdict, "began": 60 * minute, "took": 60}
        _append(ada, act)
        seen.append(services.states(candidate=ada)[ITEMS[0]].status)
    state = services.states(candidate=ada)[ITEMS[0]]
    assert seen == ["tried", "tried", "gave-up", "solved", "solved"]
    assert (state.attempts, state.best, state.last_verdict, state.seconds) == (3, 1.0, "WA", 300.0)
    assert state.solved_at == START + timedelta(minutes=4)
