"""From the log to where a candidate stands: one pure fold, used for each append and for a rebuild."""

from __future__ import annotations

from django.db import transaction

from greenroom.record.locks import in_order
from greenroom.record.models import Attempt, ItemState

SCORED = frozenset({Attempt.Kind.SUBMIT, Attempt.Kind.ANSWER})
SOLVES = {Attempt.Kind.SUBMIT: 1.0, Attempt.Kind.ANSWER: 0.8}
"""The least score that solves: code must be right, an answer in words must say nearly all that it should."""


def locked_state(*, candidate_id: int, item: str) -> ItemState:
    """The item's state, saved or new, that nobody else may write before this transaction ends."""
    with in_order(f"item:{candidate_id}:{item}"):
        found = ItemState.objects.filter(candidate_id=candidate_id, item=item).first()
    return found or ItemState(candidate_id=candidate_id, item=item)


def fold(state: ItemState, attempt: Attempt) -> None:
    """Take one attempt into the state. A solved item stays solved; giving up ends with the first right answer."""
    state.seconds += max(0.0, (attempt.ended_at - attempt.started_at).total_seconds())
    state.last_at = attempt.ended_at
    if attempt.kind in SCORED:
        _fold_scored(state, attempt)
    elif attempt.kind == Attempt.Kind.GIVE_UP and state.status != ItemState.Status.SOLVED:
        state.status = ItemState.Status.GAVE_UP


def _fold_scored(state: ItemState, attempt: Attempt) -> None:
    state.attempts += 1
    state.last_verdict = attempt.verdict
    if attempt.score is None:
        return
    state.best = attempt.score if state.best is None else max(state.best, attempt.score)
    if attempt.score >= SOLVES[Attempt.Kind(attempt.kind)] and state.solved_at is None:
        state.solved_at = attempt.ended_at
        state.status = ItemState.Status.SOLVED


@transaction.atomic
def rebuild(*, candidate_id: int | None = None) -> int:
    """Throw the derived states away and fold the log again, for one candidate or for all.

    Returns the number of states. The log is read in its order and nothing else is consulted.
    """
    scope = {} if candidate_id is None else {"candidate_id": candidate_id}
    states: dict[tuple[int, str], ItemState] = {}
    for attempt in Attempt.objects.filter(**scope).order_by("id").defer("given", "result", "evidence").iterator():
        key = (attempt.candidate_id, attempt.item)
        state = states.setdefault(key, ItemState(candidate_id=key[0], item=key[1]))
        fold(state, attempt)
    ItemState.objects.filter(**scope).delete()
    ItemState.objects.bulk_create(states.values(), batch_size=500)
    return len(states)
