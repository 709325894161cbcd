"""From a candidate's source to a report: the judge's verdicts on coding items."""

from __future__ import annotations

from collections.abc import Callable

from greenroom.content.items import LoadedItem
from greenroom.judge.session import Judge
from greenroom.judge.types import Report, TestResult


class Judging:
    """Judges submissions to coding items. Thread-safe; holds prepared tests for the items in use.

    judging = Judging(judge)
    seed = judging.fresh_seed(item)                         # store it with the submission: same seed, same report
    report = judging.submit(item, source, seed=seed, on_test=show)
    if report.verdict == "WA":
        report = judging.explain(item, source, report)      # the smallest failing input, the misconception's id
    """

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def fresh_seed(self, item: LoadedItem) -> int:
        """A seed nobody has seen, whose hidden tests are prepared or being prepared: a submission need not wait for them."""
        raise NotImplementedError

    def prepare(self, item: LoadedItem) -> None:
        """Make the visible examples and the next hidden tests ready in the background (call it when an item is opened)."""
        raise NotImplementedError

    def examples(self, item: LoadedItem) -> tuple[TestResult, ...]:
        """The visible tests as text: `input` and `expected` are filled, the verdict is "AC"."""
        raise NotImplementedError

    def submit(
        self,
        item: LoadedItem,
        source: str | bytes,
        *,
        seed: int,
        on_test: Callable[[TestResult], None] | None = None,
    ) -> Report:
        """Judge against all tiers. `on_test` is called once a test, in order, as results arrive (from the calling thread).

        Deterministic for a source and a seed. Source that cannot run at all (not UTF-8, null bytes, too long, a syntax
        error, no entry point, wrong parameters) gives "RE" with no tests and a `message` that says what to do.
        `TestResult.input`, `expected` and `actual` are filled for visible tests and for the first failing ones.
        """
        raise NotImplementedError

    def run(self, item: LoadedItem, source: str | bytes, *, inputs: str | None = None) -> Report:
        """Run the visible examples, or the candidate's own inputs: one test a line, each the arguments as Python literals
        (`[1, 2], 3`, `array([[0.5]]), k=2`); or assignments (`x = [1, 2]`) that give one test together. The expected value is
        the reference's. Every test carries input, expected, actual and stdout. Inputs that cannot be read or that the
        statement excludes give "PE" with a `message`."""
        raise NotImplementedError

    def explain(self, item: LoadedItem, source: str | bytes, report: Report) -> Report:
        """The report with `smallest` (the smallest failing input found in about a second) and `misconception` (the id of the
        item's mutant that answers the same on every failing test; its words are `item.mutants[id].says`)."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop preparing tests. The judge stays open: it belongs to the caller."""
        raise NotImplementedError
