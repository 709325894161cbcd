"""What is said after acceptance: differences that tests missed, cost, growth, readability."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import pytest
from tests.judge.verdict_items import coding

from greenroom.content.items import LoadedItem
from greenroom.judge.after import look_closer
from greenroom.judge.author import Problem
from greenroom.judge.complexity import fit
from greenroom.judge.fuzz import fuzz
from greenroom.judge.linted import linted
from greenroom.judge.readability import notes_on, shape_of
from greenroom.judge.service import LocalJudge, start_judge


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


@pytest.fixture(scope="module")
def item(tmp_path_factory: pytest.TempPathFactory) -> LoadedItem:
    return coding(tmp_path_factory.mktemp("variance"))


def test_a_right_solution_survives_two_thousand_cases(judge: LocalJudge, item: LoadedItem) -> None:
    found = fuzz(judge, Problem.read(item), item.read("solutions/brute.py"), 1)
    assert (found.cases, found.failing) == (2000, None)


def test_a_rare_difference_is_found_and_shrunk(judge: LocalJudge, item: LoadedItem) -> None:
    rare = item.read("solutions/optimal.py").replace("    mean =", "    if len(values) == 7: return 0.5\n    mean =")
    found = fuzz(judge, Problem.read(item), rare, 1)
    assert found.cases < 2000
    assert found.failing is not None
    assert found.failing.input == "variance([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])"
    assert (found.failing.expected, found.failing.actual) == ("0.0", "0.5")


def test_everything_is_said(judge: LocalJudge, item: LoadedItem) -> None:
    parts: list[str] = []
    after = look_closer(
        judge, item, item.read("solutions/optimal.py"), 3, cases=200, on_progress=lambda part, _: parts.append(part)
    )
    assert list(dict.fromkeys(parts)) == ["readability", "fuzz", "cost", "complexity"]
    assert after.fuzzed.cases == 200
    assert after.cost is not None
    assert after.cost.low <= after.cost.ratio <= after.cost.high
    assert after.growth is not None
    assert after.reference is not None
    assert after.notes == ()


def test_a_program_that_breaks_while_measured_is_not_measured(judge: LocalJudge, item: LoadedItem) -> None:
    broken = "def variance(values):\n    return 1 / 0"
    after = look_closer(judge, item, broken, 3, cases=100)
    assert (after.cost, after.growth) == (None, None)
    assert after.fuzzed.failing is not None


@pytest.mark.parametrize(
    ("growth", "name", "band"),
    [
        (lambda n: 1.0, "1", "1 … log n"),
        (lambda n: math.log2(n), "log n", "1 … log n"),
        (lambda n: n, "n", "n … n log n"),
        (lambda n: n * math.log2(n), "n log n", "n … n log n"),
        (lambda n: n**2, "n²", "n²"),
        (lambda n: 50 * n + n**3, "n³", "n³"),
    ],
)
def test_growth_is_named(growth: Callable[[int], float], name: str, band: str) -> None:
    points = [(2**k, 1e-6 * growth(2**k) * (1 + 0.02 * (-1) ** k)) for k in range(4, 14)]
    assert fit(points).name == name
    assert fit(points).band == band


TIDY = '''
def variance(values):
    """Mean squared distance."""
    # the mean first
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / len(values)
'''


def test_tidy_code_gets_no_remark() -> None:
    assert notes_on(TIDY, [TIDY]) == ()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def f(a):\n    unused = 1\n    return a", "F841"),
        ("def f(a):\n    return a\n    print(a)", "unreachable"),
        ("def f(a, b=[]):\n    return b", "B006"),
        ("def f(a):\n" + "    a = a + 1\n" * 40 + "    return a", "length"),
        ("def f(a):\n for i in a:\n  for j in a:\n   while i:\n    if j:\n     return i", "nesting"),
        ("def f(a, b, c, d, e):\n    g = a + b\n    h = c + d\n    return e + g + h", "names"),
        ("def f(value):\n" + "    value = value + 1\n" * 14 + "    return value", "comments"),
    ],
)  # fmt: skip
def test_remarks(source: str, code: str) -> None:
    assert code in {note.code for note in notes_on(source, [TIDY])}


def test_shape() -> None:
    shape = shape_of(TIDY)
    assert (shape.longest, shape.nesting, shape.branches, shape.comments, shape.short_names) == (2, 0, 1, 1, 0.0)


def test_what_ruff_sees_is_said_in_our_words() -> None:
    source = "import os\n\ndef f(x):\n    if x == None:\n        y = 1\n    z = x + 1\n    return z\n"
    told = {(n.code, n.line): str(n.said) for n in linted(source)}
    assert told == {
        ("F401", 1): "os is imported and never used: remove it.",
        ("E711", 4): "Compare with None by `is` or `is not`.",
        ("F841", 5): "y is given a value that is never used.",
        ("RET504", 7): "z is named only to be returned: return the value at once.",
    }
