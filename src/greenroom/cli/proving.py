"""The provers of all kinds, put together: the only place where content, judge and grading meet for `content lint`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import get_args

from greenroom.content.findings import Finding, warning
from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding, Debug, Profile
from greenroom.content.prove import Prover
from greenroom.content.provers import MethodProver, ParamProver, TheoryProver
from greenroom.grading.formula import check_formula
from greenroom.judge.prove import CodingProver
from greenroom.judge.runner import JudgeRunner
from greenroom.judge.service import start_judge


def same_formula(one: str, other: str, domain: Mapping[str, tuple[float, float]]) -> bool:
    """Whether two formulas are equal on a domain, beyond doubt."""
    return check_formula(one, other, domain).verdict == "equal"


def unavailable(run: JudgeRunner, items: Iterable[LoadedItem]) -> list[Finding]:
    """A warning for each item whose profile cannot run on this machine."""
    reasons = {profile: run.available(profile) for profile in get_args(Profile)}
    return [
        warning(item.toml, item.line("profile"), f"not proved: {reasons[item.item.profile]}", "skipped")
        for item in items
        if isinstance(item.item, Coding | Debug) and reasons[item.item.profile]
    ]


@contextmanager
def runner() -> Iterator[JudgeRunner]:
    """A runner on a judge of its own."""
    with start_judge() as judge:
        yield JudgeRunner(judge)


@contextmanager
def provers() -> Iterator[tuple[JudgeRunner, list[Prover]]]:
    """A runner and the provers of every kind that can be executed."""
    with start_judge() as judge:
        run = JudgeRunner(judge)
        yield run, [CodingProver(judge), TheoryProver(run), ParamProver(run, same_formula), MethodProver(run)]
