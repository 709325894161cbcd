"""Hidden tests: made by an item's generator from a submission's seed, answered by its reference, kept a seed ahead."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock
from typing import Any

import numpy as np

from greenroom.judge.author import Author, Problem
from greenroom.judge.compare.numbers import Slack, as_numbers, largest
from greenroom.judge.session import Judge
from greenroom.judge.types import Case, Op, Script

TIERS = ("sample", "small", "edge", "large")
_ROWS = 2520
"""Divisible by 1 to 10: a generator that walks a table by `seed % k` meets all its rows."""
_KEPT = 16
_SEED_BITS = 48
_MARGIN = 4.0
_CONTINUOUS = 1e-6


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case and `slack`: the reference's own rounding error at each of its steps; () where it was not measured."""

    case: Case
    slack: tuple[Slack, ...] = ()


def seed_of(submission: int, tier: str, index: int) -> int:
    """The generator's seed, below 2³². Visible tests do not depend on the submission."""
    if tier == "sample":
        return index
    digest = sha256(f"{submission}:{tier}:{index}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % (2**32 // _ROWS - 1) * _ROWS + index


def make_cases(author: Author, submission: int, tiers: Sequence[str] = TIERS) -> tuple[Prepared, ...]:
    """Every test of these tiers with the reference's answer. Raises PackFault when the item's own code fails."""
    counts = {str(tier): count for tier, count in author.problem.item.tiers.items()}
    places = [(tier, seed_of(submission, tier, i)) for tier in tiers for i in range(counts.get(tier, 0))]
    made = zip(places, author.cases(places), strict=True)
    return answer_cases(author, [Case(tier, seed, script) for (tier, seed), script in made])


def answer_cases(author: Author, cases: Sequence[Case], *, measure: bool = True) -> tuple[Prepared, ...]:
    """The same cases with what the reference answers and, if we are to `measure` it, how exactly it can know it."""
    answers = author.answer([case.script for case in cases])
    answered = [replace(case, expected=outcomes) for case, outcomes in zip(cases, answers, strict=True)]
    if not measure or author.problem.item.compare.kind not in ("float", "sign", "permutation", "any-order"):
        return tuple(Prepared(case) for case in answered)
    return tuple(map(Prepared, answered, _slacks(author, answered)))


def _slacks(author: Author, cases: Sequence[Case]) -> list[tuple[Slack, ...]]:
    """How far the reference's answers move when its real inputs move by one unit in the last place, with a margin.

    No algorithm in float64 can be asked for less. An answer that jumps is no rounding error: then the slack is 0.
    """
    slacks: list[tuple[Slack, ...]] = [()] * len(cases)
    for direction in (1, 2):
        shaken = [(i, _shaken(case.script, case.seed + direction)) for i, case in enumerate(cases)]
        moved = [(i, script) for i, script in shaken if script is not None]
        for (i, _), outcomes in zip(moved, author.answer([script for _, script in moved]), strict=True):
            moves = tuple(_moved(e.value, s.value) for e, s in zip(cases[i].expected, outcomes, strict=False))
            if len(moves) == len(cases[i].expected):
                slacks[i] = _worse(slacks[i], moves) if slacks[i] else moves
    return slacks


def _shaken(script: Script, seed: int) -> Script | None:
    """The script with its reals one step up or down, by chance; None when it has no real that is not an integer."""
    rng = np.random.default_rng(seed)
    shaken = tuple(replace(op, args=tuple(_shake(a, rng) for a in op.args)) if op.args else op for op in script)
    return None if all(_same(old, new) for old, new in zip(script, shaken, strict=True)) else shaken


def _same(old: Op, new: Op) -> bool:
    return all(a is b for a, b in zip(old.args, new.args, strict=True))


def _shake(value: Any, rng: np.random.Generator) -> Any:
    if type(value) is float or (isinstance(value, np.ndarray) and value.dtype == np.float64):
        reals = np.asarray(value)
        steps = np.where((reals == np.round(reals)) | ~np.isfinite(reals), 0.0, rng.choice([-1.0, 1.0], reals.shape))
        if not steps.any():
            return value
        moved = np.nextafter(reals, np.where(steps > 0, np.inf, -np.inf))
        moved = np.where(steps == 0, reals, moved)
        return moved if isinstance(value, np.ndarray) else float(moved)
    if type(value) in (list, tuple):
        moved_items = [_shake(v, rng) for v in value]
        return value if all(a is b for a, b in zip(value, moved_items, strict=True)) else type(value)(moved_items)
    return value


def _worse(one: tuple[Slack, ...], other: tuple[Slack, ...]) -> tuple[Slack, ...]:
    """Component by component; where one has components and the other has not, that is a jump, which counts for nothing."""
    return tuple(
        _worse(a, b) if isinstance(a, tuple) and isinstance(b, tuple) else max(largest(a), largest(b))
        for a, b in zip(one, other, strict=False)
    )


def _moved(expected: Any, shaken: Any) -> Slack:
    """The largest move of a real, with the margin; 0 when the answers differ in kind, or jump."""
    e, s = as_numbers(expected, sequences=True), as_numbers(shaken, sequences=True)
    if e is not None and s is not None and e.shape == s.shape and e.size and e.dtype.kind in "fc":
        with np.errstate(all="ignore"):
            both = np.isfinite(e) & np.isfinite(s)
            distance = float(np.max(np.abs(e - s), where=both, initial=0.0))
            scale = float(np.max(np.abs(e), where=both, initial=0.0))
        return _MARGIN * distance if distance <= _CONTINUOUS * scale else 0.0
    if isinstance(expected, (list, tuple)) and isinstance(shaken, (list, tuple)) and len(expected) == len(shaken):
        return tuple(_moved(a, b) for a, b in zip(expected, shaken, strict=True))
    return 0.0


class CaseBank:
    """Prepared tests by item version and seed; the last few are kept, and the next seed's are made ahead. Thread-safe."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._kept: OrderedDict[tuple[Any, ...], Future[tuple[Prepared, ...]]] = OrderedDict()
        self._next: dict[tuple[str, str], int] = {}
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="cases")

    def get(self, problem: Problem, seed: int) -> tuple[Prepared, ...]:
        """All tiers' tests for this seed: waits for them when they are not yet made. Raises PackFault."""
        return self._ask(problem, seed, TIERS).result()

    def samples(self, problem: Problem) -> tuple[Prepared, ...]:
        """The visible tests."""
        return self._ask(problem, 0, ("sample",)).result()

    def ahead(self, problem: Problem) -> int:
        """The seed for the next submission; its tests are made in the background if they are not there already."""
        with self._lock:
            seed = self._next.setdefault(problem.key, secrets.randbits(_SEED_BITS))
        self._ask(problem, seed, TIERS)
        self._ask(problem, 0, ("sample",))
        return seed

    def take(self, problem: Problem) -> int:
        """`ahead`'s seed, given out once; the one after it is being prepared."""
        seed = self.ahead(problem)
        with self._lock:
            self._next.pop(problem.key, None)
        self.ahead(problem)
        return seed

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, problem: Problem, seed: int, tiers: Sequence[str]) -> Future[tuple[Prepared, ...]]:
        key = (problem.key, seed, tiers)
        with self._lock:
            found = self._kept.get(key)
            if found is None or (found.done() and (found.cancelled() or found.exception())):
                found = self._kept[key] = self._pool.submit(self._make, problem, seed, tiers)
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _make(self, problem: Problem, seed: int, tiers: Sequence[str]) -> tuple[Prepared, ...]:
        with Author(self._judge, problem) as author:
            return make_cases(author, seed, tiers)
