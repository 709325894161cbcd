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
from greenroom.content.runner import RunError
from greenroom.grading.formula import check_formula
from greenroom.judge.prove import CodingProver
from greenroom.judge.service import start_judge
from greenroom.judge.session import Judge, JudgeError, Limits
from greenroom.judge.types import Op, Opaque


class JudgeRunner:
    """`greenroom.content.runner.Runner` on the judge."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def run(
        self,
        profile: Profile,
        files: Mapping[str, str],
        module: str,
        function: str,
        args: tuple[object, ...],
        seconds: float,
    ) -> object:
        """See Runner."""
        others = {name: source for name, source in files.items() if name != module}
        try:
            limits = Limits(cpu_s=seconds, memory_mb=1024)
            with self._judge.open(profile, limits=limits, role="author") as session:
                if raised := session.load(files[module], filename=f"{module}.py", extra=others):
                    raise RunError(f"{raised.type}: {raised.message}")
                result = session.run([(Op("call", function, args),)], module=module)
        except JudgeError as problem:
            raise RunError(str(problem)) from None
        if result.stop != "ok":
            raise RunError(f"{result.stop} after {result.usage.cpu_s:.1f} s of CPU time {result.message}".rstrip())
        outcome = result.outcomes[0][0]
        if outcome.raised:
            raise RunError(f"{outcome.raised.type}: {outcome.raised.message}")
        if isinstance(outcome.value, Opaque):
            raise RunError(f"{function}() returns a {outcome.value.type}, which is no plain value")
        return outcome.value

    def available(self, profile: Profile) -> str:
        """See Runner."""
        return self._judge.available(profile)


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
