"""Problem sets in the JSONL form of HumanEval: read, typed where that can be done, judged.

A test made of `assert f(literals) == literal` becomes typed scripts: the expected values stay outside the sandbox. What cannot
be typed (loops, helpers, random inputs) runs as one program in the candidate's own process, which that process could in
principle deceive (an object that equals everything passes any assert): `Problem.typed` tells which it is.
"""

from __future__ import annotations

import ast
import gzip
import json
import secrets
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from greenroom.content.models import Compare
from greenroom.judge.compare import compare
from greenroom.judge.describe import describe_call, describe_outcome, describe_raised
from greenroom.judge.session import Judge, Limits, Profile, RunResult
from greenroom.judge.types import Op, Outcome, Raised

MAX_BYTES = 256 * 2**20
_FIELDS = ("canonical_solution", "completion", "solution", "code")
_PYTHON = Compare(kind="exact", container="strict")
"""Python's `==`: 1, 1.0 and True are equal, a list and a tuple are not."""


class JsonlError(Exception):
    """A file that cannot be read as problems. The message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Check:
    """One typed assert: the call, the value it must equal, and the absolute tolerance where the assert has one."""

    op: Op
    expected: Any
    within: float | None = None
    truth: bool = False
    """The assert only asks whether the value is true or false."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the file. `source` is the whole program that a solution makes with the prompt."""

    id: str
    entry: str
    source: str
    test: str
    checks: tuple[Check, ...] = ()

    @property
    def typed(self) -> bool:
        """Whether expected values stay outside the candidate's process."""
        return bool(self.checks)


@dataclass(frozen=True, slots=True)
class Judged:
    """One problem's verdict; `detail` is "" when it is accepted."""

    id: str
    verdict: str
    typed: bool
    detail: str = ""
    cpu_ms: float = 0.0
    tests: int = field(default=0)


def read_jsonl(path: Path, field: str | None = None) -> Iterator[Problem]:
    """The problems of a file, plain or .gz. `field` names the solution's key; without it the usual names are tried.

    Raises JsonlError with the line's number, also for what is no UTF-8, no JSON, or unpacks to more than 256 MiB.
    """
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip():
            yield _problem(line, number, field)


def judge_problem(judge: Judge, problem: Problem, *, profile: Profile = "py", limits: Limits | None = None) -> Judged:
    """Run a problem's solution against its tests in a child of its own."""
    nonce = secrets.token_hex(16)
    source = problem.source if problem.typed else _program(problem, nonce)
    with judge.open(profile, limits=limits or Limits()) as session:
        if raised := session.load(source):
            return Judged(problem.id, _verdict_of(raised), problem.typed, describe_raised(raised))
        if problem.typed:
            result = session.run([(check.op,) for check in problem.checks])
            verdict, detail = _typed(problem, result)
        else:
            result = session.run([(Op("call", "_greenroom_run"),)])
            verdict, detail = _programmed(result, nonce)
    return Judged(problem.id, verdict, problem.typed, detail, 1000 * result.usage.cpu_s, len(problem.checks) or 1)


# ---- reading -------------------------------------------------------------------------------------------------------------


def _text(path: Path) -> str:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise JsonlError(f"{path} cannot be read: {problem}") from problem
    if len(data) > MAX_BYTES:
        raise JsonlError(f"{path} is larger than {MAX_BYTES >> 20} MiB. Split it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise JsonlError(f"{path} is not UTF-8 text. A compressed file needs the ending .gz.") from problem


def _problem(line: str, number: int, field: str | None) -> Problem:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise JsonlError(f"Line {number} is not JSON: {problem}") from problem
    if not isinstance(row, dict):
        raise JsonlError(f"Line {number} is not a JSON object.")
    entry, test, prompt = (_string(row, key, number) for key in ("entry_point", "test", "prompt"))
    key = field or next((name for name in _FIELDS if name in row), _FIELDS[0])
    solution = _string(row, key, number)
    source = solution if _defines(solution, entry) else prompt + solution
    name = row.get("task_id", f"line {number}")
    return Problem(str(name), entry, source, test, type_test(test, entry))


def _string(row: dict[str, Any], key: str, number: int) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise JsonlError(f"Line {number} has no text under {key!r}. Its keys are {', '.join(map(repr, row))}.")
    return value


def _defines(source: str, entry: str) -> bool:
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(isinstance(s, (ast.FunctionDef, ast.ClassDef)) and s.name == entry for s in body)


# ---- typing tests ----------------------------------------------------------------------------------------------------------


def type_test(test: str, entry: str) -> tuple[Check, ...]:
    """The asserts of `check(candidate)` or of the module as checks; () when a single one cannot be typed."""
    try:
        body = ast.parse(test).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    checker = next((s for s in body if isinstance(s, ast.FunctionDef) and s.name == "check"), None)
    names = {entry} | ({checker.args.args[0].arg} if checker and checker.args.args else set())
    rest = [s for s in body if s is not checker]
    statements = [*(checker.body if checker else []), *rest]
    found: list[Check] = []
    for statement in statements:
        if _says_nothing(statement):
            continue
        made = _check(statement.test, names, entry) if isinstance(statement, ast.Assert) else None
        if made is None:
            return ()
        found.append(made)
    return tuple(found)


def _says_nothing(statement: ast.stmt) -> bool:
    """Docstrings, imports, METADATA, `assert True`, and the call of check itself."""
    if isinstance(statement, (ast.Import, ast.ImportFrom, ast.Pass)):
        return True
    if isinstance(statement, ast.Assign):
        return isinstance(statement.targets[0], ast.Name) and statement.targets[0].id == "METADATA"
    if isinstance(statement, ast.Assert):
        return isinstance(statement.test, ast.Constant) and statement.test.value is True
    if isinstance(statement, ast.Expr):
        called = statement.value.func if isinstance(statement.value, ast.Call) else None
        return isinstance(statement.value, ast.Constant) or (isinstance(called, ast.Name) and called.id == "check")
    return False


def _check(test: ast.expr, names: set[str], entry: str) -> Check | None:
    if (op := _call(test, names, entry)) is not None:
        return Check(op, True, truth=True)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        op = _call(test.operand, names, entry)
        return Check(op, False, truth=True) if op else None
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    left, right, operator = test.left, test.comparators[0], test.ops[0]
    if isinstance(operator, ast.Lt):
        return _near(left, right, names, entry)
    if not isinstance(operator, (ast.Eq, ast.Is)):
        return None
    op, literal = _call(left, names, entry), right
    if op is None:
        op, literal = _call(right, names, entry), left
    known, value = _literal(literal)
    if op is None or not known or (isinstance(operator, ast.Is) and value not in (None, True, False)):
        return None
    return Check(op, value)


def _near(left: ast.expr, right: ast.expr, names: set[str], entry: str) -> Check | None:
    """`abs(f(x) - y) < tolerance`."""
    known, within = _literal(right)
    called = isinstance(left, ast.Call) and ast.unparse(left.func) in ("abs", "math.fabs") and len(left.args) == 1
    if not called or not known or not isinstance(left, ast.Call) or not isinstance(left.args[0], ast.BinOp):
        return None
    difference = left.args[0]
    if not isinstance(difference.op, ast.Sub):
        return None
    op, literal = _call(difference.left, names, entry), difference.right
    if op is None:
        op, literal = _call(difference.right, names, entry), difference.left
    known, value = _literal(literal)
    if op is None or not known or not isinstance(within, (int, float)) or not isinstance(value, (int, float)):
        return None
    return Check(op, value, float(within))


def _call(node: ast.expr, names: set[str], entry: str) -> Op | None:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in names:
        return None
    args = [_literal(a) for a in node.args]
    kwargs = {k.arg: _literal(k.value) for k in node.keywords}
    if None in kwargs or not all(known for known, _ in [*args, *kwargs.values()]):
        return None
    return Op("call", entry, tuple(v for _, v in args), {str(k): v for k, (_, v) in kwargs.items()})


def _literal(node: ast.expr) -> tuple[bool, Any]:
    """(True, value) for a literal; small constant arithmetic such as 10 ** 6 is one too."""
    try:
        return True, ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return _arithmetic(node)


def _arithmetic(node: ast.expr) -> tuple[bool, Any]:
    if isinstance(node, (ast.List, ast.Tuple)):
        parts = [_literal(e) for e in node.elts]
        values = [v for _, v in parts]
        return all(known for known, _ in parts), values if isinstance(node, ast.List) else tuple(values)
    if not isinstance(node, ast.BinOp):
        return False, None
    (known, a), (also, b) = _literal(node.left), _literal(node.right)
    if not (known and also and type(a) in (int, float) and type(b) in (int, float) and abs(a) < 1e18 and abs(b) < 1e18):
        return False, None
    if isinstance(node.op, ast.Pow) and 0 <= b <= 60 and abs(a) <= 1000:
        return True, a**b
    plain = {ast.Add: a + b, ast.Sub: a - b, ast.Mult: a * b}
    if isinstance(node.op, ast.Div) and b:
        return True, a / b
    return (True, plain[type(node.op)]) if type(node.op) in plain else (False, None)


# ---- judging ---------------------------------------------------------------------------------------------------------------


def _typed(problem: Problem, result: RunResult) -> tuple[str, str]:
    for check, outcomes in zip(problem.checks, result.outcomes, strict=False):
        got = outcomes[0]
        if got.raised:
            return "RE", f"{describe_call(check.op, 200)}: {describe_raised(got.raised)}"
        if not _holds(check, got):
            wanted = describe_outcome(Outcome(check.expected), 200)
            return "WA", f"{describe_call(check.op, 200)} is {describe_outcome(got, 200)}; it should be {wanted}."
    return ("AC", "") if result.stop == "ok" else (result.stop, result.message)


def _holds(check: Check, got: Outcome) -> bool:
    if check.truth:
        plain = got.value is None or isinstance(got.value, (bool, int, float, str, bytes, list, tuple, dict, set))
        return plain and bool(got.value) is check.expected
    if check.within is not None:
        number = type(got.value) in (bool, int, float)
        return number and abs(got.value - check.expected) < check.within
    return compare(Outcome(check.expected), got, _PYTHON) is None


def _program(problem: Problem, nonce: str) -> str:
    run = f"check({problem.entry})" if "def check" in problem.test else "pass"
    tail = f"\n\ndef _greenroom_run():\n    {run}\n    return {nonce!r}\n"
    return f"{problem.source}\n\n{problem.test}{tail}"


def _programmed(result: RunResult, nonce: str) -> tuple[str, str]:
    """Accepted only when the test ran to its end: leaving the process early proves nothing."""
    if result.stop != "ok":
        return result.stop, result.message
    got = result.outcomes[0][0]
    if got.raised is None:
        return ("AC", "") if got.value == nonce else ("PE", "The test did not run to its end.")
    wrong: Literal["WA", "RE"] = "WA" if got.raised.type == "AssertionError" else "RE"
    return wrong, describe_raised(got.raised)


def _verdict_of(raised: Raised) -> str:
    if raised.type == "AssertionError":
        return "WA"
    return raised.type if raised.type in ("TLE", "MLE", "OLE", "PE", "SV", "IE") else "RE"
