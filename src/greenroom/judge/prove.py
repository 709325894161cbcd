"""Proofs that need the judge: a pack's coding and debug items do what they claim.

A coding item is proved when its cases are valid and reproducible, its solutions agree, its starter fails, each named mistake
gets its expected verdict on every seed, and at least KILL of the automatic mutants of its reference are caught.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from greenroom.content.findings import Finding, error, warning
from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding, Compare, Mutant
from greenroom.judge.author import Author, PackFault, Problem, arguments, limits_of
from greenroom.judge.cases import Prepared, make_cases
from greenroom.judge.compare.deep import deep
from greenroom.judge.mutate import AstMutant, mutants
from greenroom.judge.prove_debug import prove_debug
from greenroom.judge.session import Judge, JudgeError, Limits, RunResult
from greenroom.judge.types import Verdict
from greenroom.judge.verdicts import judge_case

SEEDS = (1, 2, 3)
KILL = 0.9
_WORKERS = 2
_QUICK = ("sample", "small", "edge")
_FIRST = 6
"""Tests that an automatic mutant runs before the rest: most die here."""
_MUTANT_CPU = 0.25
_WALL = 120.0
"""So that a busy machine disproves nothing: CPU time decides."""
_BRUTE_CPU = 20.0
_LINE = 16
"""Characters that make a line of code long enough to be given away by a hint."""

Report = Callable[[Finding], None]


class CodingProver:
    """Proves items of the kinds `coding` and `debug`; others pass. `judge` stays the caller's."""

    kinds = ("coding", "debug")

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def prove(self, loaded: LoadedItem, report: Report) -> None:
        """Report everything that is wrong with the item. Raises JudgeError only when the judge cannot work at all."""
        try:
            if loaded.item.kind == "debug":
                prove_debug(self._judge, loaded, report)
            elif isinstance(loaded.item, Coding):
                _Proof(self._judge, loaded, report).run()
        except PackFault as fault:
            report(error(loaded.toml, 0, str(fault), "pack-code"))


class _Proof:
    """One coding item."""

    def __init__(self, judge: Judge, loaded: LoadedItem, report: Report) -> None:
        self._judge = judge
        self._folder = loaded.folder
        self._loaded = loaded
        self._report = report
        self._problem = Problem.read(loaded)
        self._item = self._problem.item

    def run(self) -> None:
        with Author(self._judge, self._problem) as author:
            sets = [make_cases(author, seed) for seed in SEEDS]
            self._reproducible(sets[0])
            self._valid(author, [test for tests in sets for test in tests])
        self._raises([test for tests in sets for test in tests])
        self._solutions(sets)
        self._starter(sets[0])
        self._named(sets)
        self._automatic(sets)
        self._hints()

    # ---- cases ---------------------------------------------------------------------------------------------------

    def _reproducible(self, tests: Sequence[Prepared]) -> None:
        """The same seed gives the same cases and answers in another process."""
        with Author(self._judge, self._problem) as other:
            again = make_cases(other, SEEDS[0])
        for old, new in zip(tests, again, strict=True):
            same = deep(arguments(old.case.script), arguments(new.case.script), Compare(), None) is None
            if not same:
                text = (
                    f'case("{old.case.tier}", {old.case.seed}) differs from run to run: draw from the given seed only.'
                )
                self._error("gen.py", text, "random")
                return

    def _valid(self, author: Author, tests: Sequence[Prepared]) -> None:
        functions = [t for t in tests if len(t.case.script) == 1]
        if not functions:
            return
        if not author.has("gen", "valid"):
            self._error("gen.py", "There is no valid(*args); the shrinker needs it.", "no-valid")
            return
        said = author.valid_scripts([t.case.script for t in functions])
        for test, ok in zip(functions, said, strict=True):
            if not ok:
                place = f'case("{test.case.tier}", {test.case.seed})'
                self._error("gen.py", f"{place} makes arguments that valid() refuses.", "case-invalid")
                return

    def _raises(self, tests: Sequence[Prepared]) -> None:
        """An exception is an answer only where the statement promises it."""
        statement = self._loaded.text("en")["Statement"]
        for test in tests:
            raised = next((o.raised for o in test.case.expected if o.raised), None)
            if raised and raised.type not in statement:
                file = self._item.solutions[self._problem.reference].file
                place = f'case("{test.case.tier}", {test.case.seed})'
                text = f"It raises {raised.type} on {place}, which the statement does not mention: {raised.message}"
                self._error(file, text, "reference-raises")
                return

    # ---- what is right, and what is not ----------------------------------------------------------------------------

    def _solutions(self, sets: Sequence[Sequence[Prepared]]) -> None:
        for slug, solution in self._item.solutions.items():
            optimal = solution.role == "optimal"
            limits = limits_of(self._problem) if optimal else replace(limits_of(self._problem), cpu_s=_BRUTE_CPU)
            for seed, tests in zip(SEEDS, sets, strict=True):
                chosen = tests if seed == SEEDS[0] or optimal else _quick(tests)
                result, verdicts = self._judged(self._problem.source(solution.file), chosen, limits)
                at = next((i for i, v in enumerate(verdicts) if v != "AC"), None)
                if at is not None and not (verdicts[at] == "TLE" and not optimal and chosen[at].case.tier == "large"):
                    place = f'case("{chosen[at].case.tier}", {chosen[at].case.seed})'
                    self._error(solution.file, f"{slug} gets {verdicts[at]} on {place}. {result.message}", "solution")
                    break
                if optimal and result.usage.cpu_s > 0.5 * limits.cpu_s:
                    text = (
                        f"The reference takes {result.usage.cpu_s:.1f} s of {limits.cpu_s:.1f} s: raise limits.seconds."
                    )
                    self._warn(solution.file, text, "tight-limit")

    def _starter(self, tests: Sequence[Prepared]) -> None:
        _, verdicts = self._judged(self._problem.source("starter.py"), _quick(tests), limits_of(self._problem))
        if all(v == "AC" for v in verdicts):
            self._error("starter.py", "The starter passes: it gives the solution away.", "starter")

    def _named(self, sets: Sequence[Sequence[Prepared]]) -> None:
        wrong = [(s, m, m.expect) for s, m in self._item.mutants.items()]
        slow: list[tuple[str, Mutant, Verdict]] = [(s, m, "TLE") for s, m in self._item.slow.items()]
        with ThreadPoolExecutor(_WORKERS) as pool:
            for job in [pool.submit(self._meets, *m, sets) for m in [*wrong, *slow]]:
                job.result()

    def _meets(self, slug: str, mutant: Mutant, expect: Verdict, sets: Sequence[Sequence[Prepared]]) -> None:
        """Large tests are used only where small ones don't settle it, and one seed where the program has to be stopped."""
        stopped = expect in ("TLE", "MLE")
        for tests in sets[:1] if stopped else sets:
            _, verdicts = self._judged(self._problem.source(mutant.file), _quick(tests), limits_of(self._problem))
            if expect not in verdicts:
                verdicts = self._judged(self._problem.source(mutant.file), tests, limits_of(self._problem))[1]
            got = next((v for v in verdicts if v != "AC"), "AC")
            if expect not in verdicts or (stopped and got != expect):
                self._error(mutant.file, f"{slug} should get {expect}; it gets {got}.", "mutant")
                return

    # ---- automatic mutants -----------------------------------------------------------------------------------------

    def _automatic(self, sets: Sequence[Sequence[Prepared]]) -> None:
        file = self._item.solutions[self._problem.reference].file
        excused = {e.diff: e.why for e in self._item.equivalent}
        made = mutants(self._problem.source(file), file)
        for stale in excused.keys() - {m.name for m in made}:
            self._error(
                "item.toml", f"There is no automatic mutant {stale!r}: remove it from equivalent.", "equivalent"
            )
        tried = [m for m in made if m.name not in excused]
        with ThreadPoolExecutor(_WORKERS) as pool:
            killed = list(pool.map(lambda m: self._dies(m, sets), tried))
        survivors = [m for m, dead in zip(tried, killed, strict=True) if not dead]
        rate = 1 - len(survivors) / len(tried) if tried else 1.0
        if rate < KILL:
            text = f"Only {rate:.0%} of {len(tried)} automatic mutants are caught; {KILL:.0%} is the least. Survivors: "
            self._error(file, text + "; ".join(m.name.removeprefix(f"{file}:") for m in survivors), "mutation-score")
        else:
            for m in survivors:
                found = f"{m.name} survives: test it, or list it under equivalent with a reason."
                self._report(warning(self._folder / file, m.line, found, "survivor"))

    def _dies(self, mutant: AstMutant, sets: Sequence[Sequence[Prepared]]) -> bool:
        limits = replace(limits_of(self._problem), cpu_s=min(_MUTANT_CPU, self._item.limits.seconds))
        quick = _quick(sets[0])
        large = [t for t in sets[0] if t.case.tier not in _QUICK]
        rounds = [(quick[:_FIRST], limits), (quick[_FIRST:], limits), (_quick(sets[1]), limits)]
        rounds.append((large, limits_of(self._problem)))
        return any(self._caught(mutant, tests, allowed) for tests, allowed in rounds if tests)

    def _caught(self, mutant: AstMutant, tests: Sequence[Prepared], limits: Limits) -> bool:
        return any(v != "AC" for v in self._judged(mutant.source, tests, limits)[1])

    # ---- the rest ----------------------------------------------------------------------------------------------------

    def _hints(self) -> None:
        code = {
            _squeezed(line) for s in self._item.solutions.values() for line in self._problem.source(s.file).splitlines()
        }
        telling = {
            line
            for line in code
            if len(line) >= _LINE and not line.startswith(("def", "class", "import", "from", "#", '"'))
        }
        for lang, text in self._loaded.texts.items():
            hints = _squeezed(text["Hints"])
            for line in sorted(telling):
                if line in hints:
                    file = f"text.{lang}.md"
                    self._error(file, f"The hints contain a line of a solution: {line[:60]}", "hint-tells")

    def _judged(self, source: str, tests: Sequence[Prepared], limits: Limits) -> tuple[RunResult, list[Verdict]]:
        """Each test's verdict; the one the program was stopped at is the last."""
        with self._judge.open(self._item.profile, limits=replace(limits, wall_s=_WALL)) as session:
            if raised := session.load(source):
                return RunResult(stop="RE", message=f"{raised.type}: {raised.message}"), ["RE"]
            result = session.run([t.case.script for t in tests], mutates=self._item.compare.mutates)
        if result.stop == "IE":
            raise JudgeError(result.message or "the judge failed")
        pairs = list(zip(tests, result.outcomes, strict=False))
        if self._problem.checked:
            with Author(self._judge, self._problem) as author:
                verdicts = [judge_case(self._problem, author, t, o)[0] for t, o in pairs]
        else:
            verdicts = [judge_case(self._problem, None, t, o)[0] for t, o in pairs]
        return result, verdicts if result.stop == "ok" else [*verdicts, result.stop]

    def _error(self, file: str, message: str, code: str) -> None:
        self._report(error(self._folder / Path(file), 0, message, code))

    def _warn(self, file: str, message: str, code: str) -> None:
        self._report(warning(self._folder / Path(file), 0, message, code))


def _quick(tests: Sequence[Prepared]) -> list[Prepared]:
    return [t for t in tests if t.case.tier in _QUICK]


def _squeezed(text: str) -> str:
    return "".join(text.split())
