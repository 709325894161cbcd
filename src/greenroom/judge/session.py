"""The session interface: how the rest of the judge runs untrusted code.

    with start_judge() as judge:                                    # greenroom.judge.service
        with judge.open("np", limits=Limits(cpu_s=2)) as session:   # one single-use, already sandboxed child
            if raised := session.load(source): ...                  # a syntax error, or whatever the module raised
            result = session.run([(Op("call", "softmax", (x,)),)])  # outcomes, a reason for stopping, usage

Everything that crosses is copied through `greenroom.judge.wire`; nothing here ever executes code in this process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Protocol, Self

from greenroom.judge.types import Outcome, Raised, Script, Usage

Profile = Literal["py", "np", "sci", "torch"]
"""What a child can import: the standard library; + numpy; + pandas, scipy, scikit-learn, sqlite3; + torch."""

Tier = Literal["A", "A2", "B", "C", "E"]
"""The walls a child stands behind, strongest first (docs/judge.md). E is none: refused unless asked for by name."""

Stop = Literal["ok", "RE", "TLE", "MLE", "OLE", "PE", "SV", "IE"]
"""Why a run ended. `ok`: every script was answered (single calls may still have raised: see `Outcome.raised`).
`RE`: the process ended itself or crashed. The others are the verdicts of that name."""

MISSING = "Missing"
"""`Raised.type` of an op whose function, class or attribute the loaded module does not define."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one session may use, all its runs together.

    `cpu_s` and `wall_s` are seconds (`wall_s=None`: 3 × cpu_s + 1, so that a busy machine fails nobody; time between runs is
    not counted), `memory_mb` MiB of address space above the profile's own, `output_kb` KiB printed, `answer_mb` MiB that one
    script's encoded outcomes may take.
    """

    cpu_s: float = 4.0
    wall_s: float | None = None
    memory_mb: int = 256
    output_kb: int = 64
    answer_mb: int = 32

    @property
    def wall(self) -> float:
        """The wall clock limit in seconds."""
        return self.wall_s if self.wall_s is not None else 3 * self.cpu_s + 1


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came back: the outcomes of the scripts answered so far (a prefix, one tuple a script, one outcome an op; a script
    stops at its first exception, so its tuple may be shorter than the script), why it stopped, and what it cost.

    `cpu_s[i]` is the CPU time, measured outside, up to when script i's outcomes were read minus that of script i-1: exact for
    slow scripts, blurred for scripts that take microseconds.
    """

    outcomes: tuple[tuple[Outcome, ...], ...] = ()
    stop: Stop = "ok"
    message: str = ""
    usage: Usage = field(default_factory=Usage)
    cpu_s: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A pandas object as its columns. `kind` is "DataFrame" or "Series" (then one column, its name in `names`).

    `columns[i]` is an ndarray of shape (rows,) or, where the dtype is not plain, a list with None for missing values.
    `index` is None for the default 0..rows-1. A Frame in a script's arguments arrives in the child as a pandas object.
    """

    kind: Literal["DataFrame", "Series"]
    names: tuple[object, ...]
    columns: tuple[object, ...]
    index: object | None = None


@dataclass(frozen=True, slots=True)
class Tensor:
    """A torch tensor as its array. In a script's arguments it arrives in the child as a tensor."""

    array: object


class JudgeError(Exception):
    """The judge itself cannot work: the message says what is wrong and what to do about it."""


class Session(Protocol):
    """One single-use child. A context manager; leaving it kills the child. Not thread-safe: one thread a session.

    When the child or its zygote is killed from outside, the session takes another child, loads again and runs the current
    scripts again (twice at most, then `IE`): callers notice nothing.
    """

    def load(
        self, source: str, *, filename: str = "solution.py", extra: Mapping[str, str] | None = None
    ) -> Raised | None:
        """Execute `source` as the module named by `filename`'s stem; `extra` maps module names to sources that become
        importable (and runnable with `module=`). Returns what the module raised, with lines of these files only; limits
        that are passed while loading come back as Raised whose type is the verdict ("TLE", "MLE", "RE", …).
        May be called once.
        """

    def run(
        self,
        scripts: Sequence[Script],
        *,
        module: str = "solution",
        mutates: bool = False,
        on_result: Callable[[int, tuple[Outcome, ...]], None] | None = None,
    ) -> RunResult:
        """Send all scripts at once, read their outcomes in order. Names in a script resolve to what it has bound, then to
        `module`. `mutates` asks for `Outcome.args_after`. `on_result(index, outcomes)` is called as each script is answered.
        Raises TypeError when an argument cannot cross the wire. After a stop other than `ok` the session is spent: later
        runs return the same stop at once.
        """

    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Judge(Protocol):
    """The trusted supervisor. Thread-safe; a context manager; boots one zygote a profile when it is first asked for."""

    @property
    def tier(self) -> Tier: ...

    def warm(self, *profiles: Profile) -> None:
        """Boot these profiles' zygotes now and wait until their children are parked."""

    def available(self, profile: Profile) -> str:
        """ "" when the profile can run here, else one sentence that says what to install."""

    def open(
        self,
        profile: Profile,
        *,
        limits: Limits | None = None,
        role: Literal["candidate", "author"] = "candidate",
        seed: int = 0,
    ) -> Session:
        """Take one parked child. `seed` seeds `random`, NumPy's and torch's global generators in it; `role` "author" is for
        a pack's own code (more memory and output by default). Raises JudgeError when the profile cannot run here."""

    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


__all__ = [
    "MISSING",
    "Frame",
    "Judge",
    "JudgeError",
    "Limits",
    "Profile",
    "RunResult",
    "Session",
    "Stop",
    "Tensor",
    "Tier",
]
