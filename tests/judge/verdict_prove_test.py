"""The prover lets a sound item pass and says what is wrong with each unsound one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.judge.verdict_items import VARIANCE, VARIANCE_TOML, coding, debug

from greenroom.content.findings import Finding
from greenroom.content.items import LoadedItem
from greenroom.judge.mutate import mutants
from greenroom.judge.prove import CodingProver
from greenroom.judge.service import LocalJudge, start_judge

OPTIMAL = "solutions/optimal.py"
STATISTICS = "import statistics; return statistics.variance(values) if values[1:] else 0"


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


def findings(judge: LocalJudge, item: LoadedItem) -> list[Finding]:
    found: list[Finding] = []
    CodingProver(judge).prove(item, found.append)
    return found


def codes(found: list[Finding]) -> set[str]:
    return {f.code for f in found if f.severity == "error"}


def test_a_sound_item_is_proved(judge: LocalJudge, tmp_path: Path) -> None:
    assert codes(findings(judge, coding(tmp_path))) == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("gen.py", 'random.Random(f"{tier} {seed}")', "random.Random()", "random"),
        ("gen.py", "len(values) >= 1", "len(values) >= 2", "case-invalid"),
        ("gen.py", "def valid(", "def invalid(", "no-valid"),
        ("gen.py", "import random", "import randomly", "pack-code"),
        ("solutions/brute.py", "2 * n", "n", "solution"),
        (OPTIMAL, "len(values) - 1", "len(valuess) - 1", "reference-raises"),
        (OPTIMAL, "len(values) - 1", "__import__('os')._exit(1)", "pack-code"),
        ("starter.py", "raise NotImplementedError", STATISTICS, "starter"),
        ("mutants/no_mean.py", "v ** 2", "(v - sum(values) / len(values)) ** 2", "mutant"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(judge: LocalJudge, tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    changed = VARIANCE[file].replace(old, new)
    assert changed != VARIANCE[file]
    found = findings(judge, coding(tmp_path, {**VARIANCE, file: changed}))
    assert code in codes(found), found


def test_weak_tests_let_mutants_live(judge: LocalJudge, tmp_path: Path) -> None:
    weak = "def case(tier, seed): return ([2.0, 4.0, 6.0],)\ndef valid(values): return True\n"
    found = findings(judge, coding(tmp_path, {**VARIANCE, "gen.py": weak}))
    assert "mutation-score" in codes(found)
    said = next(f.message for f in found if f.code == "mutation-score")
    assert "Lt->" in said


def test_survivors_can_be_excused_and_stale_excuses_are_refused(judge: LocalJudge, tmp_path: Path) -> None:
    toml = VARIANCE_TOML + '[[equivalent]]\ndiff = "solutions/optimal.py:99 Lt->LtE"\nwhy = "none"\n'
    assert "equivalent" in codes(findings(judge, coding(tmp_path, toml=toml)))


def test_a_slow_solution_must_be_slow(judge: LocalJudge, tmp_path: Path) -> None:
    toml = VARIANCE_TOML + '[slow.pairs]\nfile = "slow/pairs.py"\nsays = { en = "pairs" }\n'
    quick = findings(judge, coding(tmp_path, VARIANCE | {"slow/pairs.py": VARIANCE[OPTIMAL]}, toml))
    assert [f.message for f in quick if f.code == "mutant"] == ["pairs should get TLE; it gets AC."]
    stuck = VARIANCE[OPTIMAL].replace("mean =", "[0 for _ in range(10**9) if len(values) > 100]; mean =")
    assert codes(findings(judge, coding(tmp_path / "stuck", VARIANCE | {"slow/pairs.py": stuck}, toml))) == set()


def test_hints_must_not_tell(judge: LocalJudge, tmp_path: Path) -> None:
    text = "## Statement\nx\n\n## Hints\n\n1. Use `mean = sum(values) / len(values)`.\n\n## Editorial\nx\n"
    assert "hint-tells" in codes(findings(judge, coding(tmp_path, VARIANCE | {"text.en.md": text})))


DEBUG = {
    "buggy.py": """
        def mean(values):
            total = 1
            for v in values:
                total += v
            return total / len(values)

        def largest(values):
            best = 0
            for v in values:
                best = max(best, v)
            return best
    """,
    "fixed.py": """
        def mean(values):
            total = 0
            for v in values:
                total += v
            return total / len(values)

        def largest(values):
            best = values[0]
            for v in values:
                best = max(best, v)
            return best
    """,
    "check.py": """
        def checks(module):
            yield "start", module.mean([1, 2, 3]) == 2
            yield "zero", module.largest([-3, -2]) == -2
    """,
}
MARKERS = {"start": "total = 1", "zero": "best = 0"}


def test_a_sound_debug_item_is_proved(judge: LocalJudge, tmp_path: Path) -> None:
    assert findings(judge, debug(tmp_path, DEBUG, MARKERS)) == []


@pytest.mark.parametrize(
    ("files", "markers", "code"),
    [
        ({"check.py": DEBUG["check.py"].replace("-2]) == -2", "2]) == 2")}, MARKERS, "check-wrong"),
        ({"check.py": DEBUG["check.py"].replace('"zero", ', '"zero", module.mean([2]) == 2 and ')}, MARKERS, "repair"),
        ({"check.py": "def checks(module): yield 'start', False"}, MARKERS, "checks-differ"),
        ({"check.py": "def checks(module): return 1 / 0"}, MARKERS, "checks-fail"),
        ({}, {**MARKERS, "zero": "return best"}, "marker"),
    ],
)
def test_unsound_debug_items(
    judge: LocalJudge, tmp_path: Path, files: Mapping[str, str], markers: Mapping[str, str], code: str
) -> None:
    assert code in codes(findings(judge, debug(tmp_path, {**DEBUG, **files}, markers)))


def test_mutants_have_stable_unique_names_and_differ_from_the_source() -> None:
    source = VARIANCE[OPTIMAL].replace("\n        ", "\n").strip()
    made = mutants(source, OPTIMAL)
    names = [m.name for m in made]
    assert len(set(names)) == len(names)
    assert names == [m.name for m in mutants(source, OPTIMAL)]
    assert f"{OPTIMAL}:2 Lt->LtE" in names
    assert f"{OPTIMAL}:5 2->3" in names
    assert all(m.source != source for m in made)
    assert len({m.source for m in made}) == len(made)
    for m in made:
        compile(m.source, "mutant", "exec")
