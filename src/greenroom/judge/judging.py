"""From a candidate's source to a report: the judge's verdicts on coding items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import cast, get_args

from greenroom.content.items import LoadedItem
from greenroom.judge import session
from greenroom.judge.author import Author, PackFault, Problem, limits_of, to_script
from greenroom.judge.cases import CaseBank, Prepared, answer_cases
from greenroom.judge.describe import describe_raised, printable
from greenroom.judge.inputs import InputError, read_inputs
from greenroom.judge.intake import accept
from greenroom.judge.marking import Marking
from greenroom.judge.misconception import Misconceptions
from greenroom.judge.overheard import stopped
from greenroom.judge.said import Said, sentence
from greenroom.judge.session import Judge, RunResult
from greenroom.judge.smallest import smallest
from greenroom.judge.types import Case, Raised, Report, TestResult, Verdict
from greenroom.judge.verdicts import overall, show, summary

OnTest = Callable[[TestResult], None]
_SHOWN = 3
"""Failing hidden tests whose input and output are shown."""
_STOPS = frozenset(get_args(session.Stop))


def _engine() -> str:
    try:
        return f"greenroom {version('greenroom')}"
    except PackageNotFoundError:
        return "greenroom"


class Judging:
    """Judges submissions to coding items. Thread-safe; holds prepared tests for the items in use.

        judging = Judging(judge)
        seed = judging.fresh_seed(item)                         # store it with the submission: same seed, same report
        report = judging.submit(item, source, seed=seed, on_test=show)
        if report.verdict in ("WA", "RE"):
            report = judging.explain(item, source, report)      # the smallest failing input, the misconception's id

    All methods raise PackFault when the item's own code is at fault, JudgeError when its profile cannot run here.
    """

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self._bank = CaseBank(judge)
        self._misconceptions = Misconceptions(judge)
        self._problems: dict[tuple[str, str], Problem] = {}
        self._lock = Lock()
        self._engine = _engine()

    def fresh_seed(self, item: LoadedItem) -> int:
        """A seed nobody has seen, whose hidden tests are prepared or being prepared: a submission need not wait for them."""
        return self._bank.take(self._problem(item))

    def prepare(self, item: LoadedItem) -> None:
        """Make the visible examples and the next hidden tests ready in the background (call it when an item is opened)."""
        self._bank.ahead(self._problem(item))

    def examples(self, item: LoadedItem) -> tuple[TestResult, ...]:
        """The visible tests as text: `input` and `expected` are filled, the verdict is "AC"."""
        tests = self._bank.samples(self._problem(item))
        return tuple(show(i, t, t.case.expected, ("AC", len(t.case.expected) - 1, None)) for i, t in enumerate(tests))

    def submit(self, item: LoadedItem, source: str | bytes, *, seed: int, on_test: OnTest | None = None) -> Report:
        """Judge against all tiers. `on_test` is called once a test, in order, as results arrive (from the calling thread).

        Deterministic for a source and a seed. Source that cannot run at all (not UTF-8, null bytes, too long, a syntax
        error, no entry point, wrong parameters) gives "RE" with no tests and a `message` that says what to do.
        `TestResult.input`, `expected` and `actual` are filled for the first failing tests. CPU times come with the report.
        """
        problem = self._problem(item)
        taken = accept(source, problem.item.entry, problem.item.signature)
        if taken.said:
            return self._refused("RE", seed, taken.said)
        return self._judge(problem, taken.text, self._bank.get(problem, seed), seed, on_test or _ignore, shown=_SHOWN)

    def run(self, item: LoadedItem, source: str | bytes, *, inputs: str | None = None) -> Report:
        """Run the visible examples, or the candidate's own inputs: one test a line, each the arguments as Python literals
        (`[1, 2], 3`, `array([[0.5]]), k=2`); or assignments (`x = [1, 2]`) that give one test together. The expected value is
        the reference's. Every test carries input, expected, actual and stdout. Inputs that cannot be read or that the
        statement excludes give "PE" with a `message`."""
        problem = self._problem(item)
        taken = accept(source, problem.item.entry, problem.item.signature)
        if taken.said:
            return self._refused("RE", 0, taken.said)
        try:
            tests = self._bank.samples(problem) if inputs is None else self._own_tests(problem, inputs)
        except InputError as error:
            return self._refused("PE", 0, error.said)
        return self._judge(problem, taken.text, tests, 0, _ignore, shown=None)

    def explain(self, item: LoadedItem, source: str | bytes, report: Report) -> Report:
        """The report with `smallest` (the smallest failing input found in about a second) and `misconception` (the id of the
        item's mutant that answers the same on every failing test; its words are `item.mutants[id].says`). Reports other than
        WA and RE come back as they are."""
        problem = self._problem(item)
        failing = [t.index for t in report.tests if t.verdict in ("WA", "RE")]
        taken = accept(source, problem.item.entry, problem.item.signature)
        if report.verdict not in ("WA", "RE") or not failing or taken.message:
            return report
        tests = self._bank.get(problem, report.seed)
        answers = self._answers(problem, taken.text, tests, report.seed).outcomes
        name = self._misconceptions.name(problem, report.seed, tests, answers, failing)
        found = smallest(self.judge, problem, taken.text, [tests[i] for i in failing], report.seed)
        return replace(report, misconception=name, smallest=found)

    def close(self) -> None:
        """Stop preparing tests. The judge stays open: it belongs to the caller."""
        self._bank.close()

    def _problem(self, item: LoadedItem) -> Problem:
        with self._lock:
            key = (item.item.id, item.version)
            if key not in self._problems:
                self._problems[key] = Problem.read(item)
            return self._problems[key]

    def _own_tests(self, problem: Problem, inputs: str) -> tuple[Prepared, ...]:
        wanted = read_inputs(inputs, problem.item.signature)
        with Author(self.judge, problem) as author:
            for number, args in enumerate(wanted, 1):
                if not author.valid(args):
                    raise InputError(
                        sentence(
                            "Test {test} is not an input that the statement allows. Check its number of arguments, "
                            "their shapes and their ranges.",
                            test=number,
                        )
                    )
            cases = [Case("own", 0, to_script(args, problem.item.entry)) for args in wanted]
            try:
                return answer_cases(author, cases)
            except PackFault as fault:
                raise InputError(
                    sentence("The reference solution cannot finish on this input. Try a smaller one.")
                ) from fault

    def _judge(
        self, problem: Problem, text: str, tests: Sequence[Prepared], seed: int, on_test: OnTest, *, shown: int | None
    ) -> Report:
        marking = Marking(self.judge, problem, tests, on_test, shown)
        with self.judge.open(problem.item.profile, limits=limits_of(problem), seed=seed) as session:
            if raised := session.load(text):
                return self._refused(_load_verdict(raised), seed, _load_said(raised))
            result = session.run(
                [t.case.script for t in tests],
                mutates=problem.item.compare.mutates,
                on_result=None if problem.checked else marking.take,
            )
        results = marking.finish(
            result, lambda test: next(iter(self._answers(problem, text, [test], seed).outcomes), ())
        )
        verdict = overall(results)
        return Report(
            verdict,
            seed,
            results,
            len(tests),
            said=summary(verdict, results, len(tests), result.message),
            usage=result.usage,
            tier=self.judge.tier,
            engine=self._engine,
        )

    def _answers(self, problem: Problem, text: str, tests: Sequence[Prepared], seed: int) -> RunResult:
        with self.judge.open(problem.item.profile, limits=limits_of(problem), seed=seed) as session:
            if session.load(text):
                return RunResult(stop="RE")
            return session.run([t.case.script for t in tests], mutates=problem.item.compare.mutates)

    def _refused(self, verdict: Verdict, seed: int, said: Said) -> Report:
        return Report(verdict, seed, said=said, tier=self.judge.tier, engine=self._engine)


def _load_verdict(raised: Raised) -> Verdict:
    return cast(Verdict, raised.type) if raised.type in _STOPS else "RE"


def _load_said(raised: Raised) -> Said:
    """Why the module could not be loaded, with the candidate's own lines."""
    if raised.type in _STOPS:
        what = stopped(raised.type, raised.message)
        return sentence("{what} It happened while the file was loaded, before any test.", what=what)
    lines = [describe_raised(raised), *map(printable, raised.trace)]
    return sentence("The file stopped while it was loaded: {error}", error="\n".join(lines))


def _ignore(_: TestResult) -> None:
    """Nobody is watching."""
