"""A coding item's own code at work: its generator, its solutions and its check, in a sandbox of their own.

The candidate's code never shares a process with any of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding
from greenroom.judge.compare.greenroom_stats import SENTENCES
from greenroom.judge.describe import describe_raised
from greenroom.judge.said import Said, heard, sentence
from greenroom.judge.session import MISSING, Judge, JudgeError, Limits, RunResult, Session
from greenroom.judge.types import Op, Outcome, Script

STATS = "greenroom_stats"
"""The module of statistical tests that check.py may import."""
_STATS_FILE = Path(__file__).parent / "compare" / "greenroom_stats.py"
_LIMITS = Limits(cpu_s=60, memory_mb=2048, output_kb=256, answer_mb=256)


class PackFault(JudgeError):
    """An item's own code did not do what the format promises. The message names the file."""


@dataclass(frozen=True)
class Problem:
    """A coding item and the text of its code files."""

    item: Coding
    version: str
    code: Mapping[str, str]

    @classmethod
    def read(cls, loaded: LoadedItem) -> Problem:
        """Raises PackFault for an item of another kind, OSError or UnicodeDecodeError for files spoilt since loading."""
        if not isinstance(loaded.item, Coding):
            raise PackFault(f"{loaded.item.id} is not a coding item, so there is nothing to submit.")
        names = [name for name in loaded.files if name.endswith(".py")]
        code = {name: (loaded.folder / name).read_text("utf-8") for name in names}
        return cls(loaded.item, loaded.version, code)

    @property
    def key(self) -> tuple[str, str]:
        """Names exactly these files."""
        return self.item.id, self.version

    @cached_property
    def reference(self) -> str:
        """The id of the optimal solution."""
        return next(slug for slug, s in self.item.solutions.items() if s.role == "optimal")

    def source(self, file: str) -> str:
        """The text of a code file. Raises PackFault when the item lacks it."""
        if file not in self.code:
            raise PackFault(f"{self.item.id} has no file {file}.")
        return self.code[file]

    @property
    def checked(self) -> bool:
        """Whether check.py decides."""
        return self.item.compare.kind in ("property", "metric", "distribution")


def module_name(slug: str) -> str:
    """The module that a solution becomes in an author session."""
    return "solution_" + slug.replace("-", "_")


def limits_of(problem: Problem) -> Limits:
    """A submission's limits as the judge's sessions take them. CPU time decides; the wall clock only ends those who wait."""
    given = problem.item.limits
    wall = 3 * given.seconds + 5
    return Limits(cpu_s=given.seconds, wall_s=wall, memory_mb=given.memory_mb, output_kb=given.output_kb)


class Author:
    """One sandboxed process with an item's gen.py, its solutions and its check.py. Opens when first used, opens again after
    a limit was passed. Not thread-safe. A context manager."""

    def __init__(self, judge: Judge, problem: Problem) -> None:
        self._judge = judge
        self._session: Session | None = None
        self.problem = problem

    def cases(self, places: Sequence[tuple[str, int]]) -> list[Script]:
        """What gen.py's `case` makes for each (tier, seed), as scripts. Raises PackFault."""
        asked: list[Script] = [(Op("call", "case", place),) for place in places]
        result = self._run("gen", asked)
        for place, outcomes in zip(places, result.outcomes, strict=False):
            if raised := outcomes[0].raised:
                raise PackFault(f"{self.problem.item.id}: gen.case{place} raised {raised.type}: {raised.message}")
        if result.stop != "ok":
            place = places[len(result.outcomes)]
            raise PackFault(f"{self.problem.item.id}: gen.case{place} ended with {result.stop}: {result.message}")
        return [to_script(outcomes[0].value, self.problem.item.entry) for outcomes in result.outcomes]

    def valid(self, args: tuple[Any, ...]) -> bool:
        """Whether gen.py's `valid` accepts the arguments. True where gen.py has no `valid`."""
        return self.valid_scripts([(Op("call", "valid", args),)])[0]

    def valid_scripts(self, scripts: Sequence[Script]) -> list[bool]:
        """The same for many scripts in one exchange. Scripts of a class are all allowed: nothing describes them."""
        if not all(len(script) == 1 for script in scripts):
            return [True] * len(scripts)
        asked: list[Script] = [(Op("call", "valid", script[0].args),) for script in scripts]
        result = self._run("gen", asked)
        if result.stop != "ok":
            raise PackFault(f"{self.problem.item.id}: gen.valid ended with {result.stop}: {result.message}")
        said = [outcomes[0] for outcomes in result.outcomes]
        return [o.raised.type == MISSING if o.raised else bool(o.value) for o in said]

    def has(self, module: str, function: str) -> bool:
        """Whether the module defines the function."""
        raised = self._one(module, Op("get", function)).raised
        return raised is None or raised.type != MISSING

    def sized(self, n: int, seed: int) -> Script:
        """Arguments of size n, for measuring growth."""
        return to_script(self.value("gen", "sized", (n, seed)), self.problem.item.entry)

    def answer(self, scripts: Sequence[Script], solution: str | None = None) -> tuple[tuple[Outcome, ...], ...]:
        """What a solution (by default the reference) answers, one tuple a script. Raises PackFault when it cannot finish."""
        slug = solution or self.problem.reference
        result = self.attempt(scripts, slug)
        if result.stop != "ok":
            file = self.problem.item.solutions[slug].file
            raise PackFault(f"{self.problem.item.id}: {file} ended with {result.stop}: {result.message}")
        return result.outcomes

    def attempt(self, scripts: Sequence[Script], slug: str) -> RunResult:
        """The same, with limits passed reported rather than raised."""
        return self._run(module_name(slug), scripts)

    def verdict(self, script: Script, actual: Sequence[Outcome], expected: Sequence[Outcome]) -> Said | str:
        """check.py's opinion of an answer: "" when right, else one sentence, a text where it is the pack's own. A metric must
        reach its threshold."""
        got, wanted = _result(actual), _result(expected)
        outcome = self._one("check", Op("call", "check", (arguments(script), got, wanted)))
        if outcome.raised:
            error = describe_raised(outcome.raised)
            return sentence("The answer does not have the form that is asked for ({error}).", error=error)
        if self.problem.item.compare.kind != "metric":
            return heard(str(outcome.value), SENTENCES) or str(outcome.value)
        threshold = self.problem.item.compare.threshold or 0.0
        reached = float(outcome.value)
        if reached >= threshold:
            return ""
        return sentence(
            "The score is {got}; it should be at least {least}.", got=f"{reached:.4g}", least=f"{threshold:.4g}"
        )

    def value(self, module: str, function: str, args: tuple[Any, ...]) -> Any:
        """The return value of one call. Raises PackFault when the call raised."""
        outcome = self._one(module, Op("call", function, args))
        if outcome.raised:
            raised = outcome.raised
            raise PackFault(f"{self.problem.item.id}: {module}.{function} raised {raised.type}: {raised.message}")
        return outcome.value

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _one(self, module: str, op: Op) -> Outcome:
        result = self._run(module, [(op,)])
        if result.stop != "ok":
            raise PackFault(f"{self.problem.item.id}: {module}.{op.target} ended with {result.stop}: {result.message}")
        return result.outcomes[0][0]

    def _run(self, module: str, scripts: Sequence[Script]) -> RunResult:
        result = self._opened().run(scripts, module=module, mutates=self.problem.item.compare.mutates)
        if result.stop != "ok":
            self.close()
        return result

    def _opened(self) -> Session:
        if self._session is None:
            session = self._judge.open(self.problem.item.profile, limits=_LIMITS, role="author")
            extra = {module_name(slug): self.problem.source(s.file) for slug, s in self.problem.item.solutions.items()}
            extra[STATS] = _STATS_FILE.read_text("utf-8")
            if "check.py" in self.problem.code:
                extra["check"] = self.problem.code["check.py"]
            if raised := session.load(self.problem.source("gen.py"), filename="gen.py", extra=extra):
                session.close()
                raise PackFault(f"{self.problem.item.id}: gen.py does not load: {raised.type}: {raised.message}")
            self._session = session
        return self._session


def to_script(made: Any, entry: str) -> Script:
    """gen.py's positional arguments, or its list of op dicts, as a script. Raises PackFault for anything else."""
    if isinstance(made, tuple):
        return (Op("call", entry, made),)
    if isinstance(made, list) and made and all(isinstance(op, dict) for op in made):
        return tuple(_op(op) for op in made)
    raise PackFault(f"case() must return a tuple of arguments or a list of op dicts, not {type(made).__name__}.")


def arguments(script: Script) -> Any:
    """The inverse of `to_script`, for check.py: the arguments' tuple, or the op dicts."""
    if len(script) == 1 and script[0].kind == "call" and script[0].bind is None:
        return script[0].args
    return [_dict(op) for op in script]


def _op(op: dict[str, Any]) -> Op:
    args, kwargs, bind = tuple(op.get("args", ())), dict(op.get("kwargs", {})), op.get("as")
    if "new" in op:
        return Op("new", op["new"], args, kwargs, bind)
    if "call" in op:
        return Op("call", op["call"], args, kwargs, bind)
    if "get" in op:
        return Op("get", op["get"])
    if "take" in op:
        return Op("take", op["take"], (op["n"],))
    raise PackFault(f"An op dict needs one of new, call, get, take; this one has {', '.join(map(str, op))}.")


def _dict(op: Op) -> dict[str, Any]:
    if op.kind == "take":
        return {"take": op.target, "n": op.args[0]}
    made: dict[str, Any] = {op.kind: op.target}
    if op.kind != "get":
        made["args"] = list(op.args)
    if op.kwargs:
        made["kwargs"] = op.kwargs
    return made | ({"as": op.bind} if op.bind else {})


def _result(outcomes: Sequence[Outcome]) -> Any:
    """A single step's value, or the list of all the steps' values."""
    values = [o.value for o in outcomes]
    return values[0] if len(values) == 1 else values
