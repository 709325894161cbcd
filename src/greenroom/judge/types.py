"""The judge's vocabulary: scripts go in, outcomes come out, a report says what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from greenroom.judge.said import Said, Worded

Verdict = Literal["AC", "WA", "RE", "TLE", "MLE", "OLE", "PE", "SV", "IE"]
"""Accepted, wrong answer, run-time error, time, memory and output limit exceeded, protocol error (the program tampered
with the exchange), security violation (a forbidden system call), internal error (the judge's fault, never the candidate's)."""

Cause = Literal[
    "value", "shape", "dtype", "type", "nan", "mutated", "order", "statistical", "exception", "stdout", "missing"
]


@dataclass(frozen=True, slots=True)
class Op:
    """One step of a typed call script.

    `call` runs a function (`target="f"`) or a bound object's method (`target="s.fit"`); `new` constructs a class and binds it
    to `bind`; `get` reads a public attribute (`target="s.mean_"`); `take` draws `args[0]` values from a bound iterator.
    """

    kind: Literal["call", "new", "get", "take"]
    target: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    bind: str | None = None


Script = tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception that left a call: its type's name, its message, and the candidate's own traceback lines."""

    type: str
    message: str
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value of a type that the wire does not carry: only its type's name crosses."""

    type: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one op did: a decoded value or an exception, the arguments after the call, and what was printed."""

    value: Any = None
    raised: Raised | None = None
    args_after: tuple[Any, ...] | None = None
    stdout: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A test: its script, what the reference answered (one outcome an op), and where it came from."""

    tier: str
    seed: int
    script: Script
    expected: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Mismatch(Worded):
    """Why two outcomes differ, in numbers a person can act on. Indices are of the first difference."""

    cause: Cause
    said: Said | None = None
    index: tuple[int, ...] | None = None
    expected: str = ""
    actual: str = ""
    max_abs: float | None = None
    max_rel: float | None = None
    differing: int | None = None
    total: int | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """Measured outside the sandbox: CPU and wall seconds, peak memory in MiB above the profile's baseline."""

    cpu_s: float = 0.0
    wall_s: float = 0.0
    peak_mb: float = 0.0


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test's verdict. Inputs and outputs are shown to people as bounded text, never as live objects."""

    index: int
    tier: str
    verdict: Verdict
    mismatch: Mismatch | None = None
    raised: Raised | None = None
    input: str = ""
    expected: str = ""
    actual: str = ""
    stdout: str = ""
    cpu_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Report(Worded):
    """A submission's verdict with its evidence. `misconception` is the id of the shipped mutant that answers alike."""

    verdict: Verdict
    seed: int
    tests: tuple[TestResult, ...] = ()
    total: int = 0
    message: str = ""
    misconception: str | None = None
    smallest: TestResult | None = None
    usage: Usage = Usage()
    tier: str = ""
    engine: str = ""
    said: Said | None = None
