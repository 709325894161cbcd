"""A debug item is proved when each planted bug has a check of its own: red before its repair, green after it alone."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from greenroom.content.findings import Finding, error
from greenroom.content.items import LoadedItem
from greenroom.content.models import Debug
from greenroom.judge.author import PackFault
from greenroom.judge.session import Judge, Limits
from greenroom.judge.types import Op

Hunk = tuple[int, int, list[str]]
"""Lines [start, stop) of buggy.py and the lines of fixed.py that take their place."""

_DRIVER = """
import importlib
import check

def run(name):
    return {str(bug): bool(holds) for bug, holds in check.checks(importlib.import_module(name))}
"""
_TOGETHER = 3
"""A repair may take this many places at once."""


def run_checks(judge: Judge, item: Debug, check: str, programs: Mapping[str, str]) -> dict[str, dict[str, bool] | str]:
    """check.py on each program (module name → source): which bugs' checks hold, or why there is no answer."""
    limits = Limits(cpu_s=item.limits.seconds, memory_mb=max(item.limits.memory_mb, 512))
    found: dict[str, dict[str, bool] | str] = {}
    for name, source in programs.items():
        with judge.open(item.profile, limits=limits, role="author") as session:
            if raised := session.load(_DRIVER, filename="driver.py", extra={"check": check, name: source}):
                found[name] = f"{raised.type}: {raised.message}"
                continue
            result = session.run([(Op("call", "run", (name,)),)], module="driver")
        outcome = result.outcomes[0][0] if result.outcomes else None
        if outcome is None:
            found[name] = f"{result.stop} {result.message}".strip()
        else:
            found[name] = f"{outcome.raised.type}: {outcome.raised.message}" if outcome.raised else outcome.value
    return found


def prove_debug(judge: Judge, loaded: LoadedItem, report: Callable[[Finding], None]) -> None:
    """Report what is wrong. Raises PackFault when a file is missing."""
    item = loaded.item
    if not isinstance(item, Debug):
        raise PackFault(f"{item.id} is not a debug item.")
    missing = [name for name in ("buggy.py", "fixed.py", "check.py") if name not in loaded.files]
    if missing:
        raise PackFault(f"{item.id} lacks {', '.join(missing)}.")
    buggy, fixed, check = (loaded.read(name) for name in ("buggy.py", "fixed.py", "check.py"))

    def fault(file: str, message: str, code: str) -> None:
        report(error(loaded.folder / file, 0, message, code))

    found = run_checks(judge, item, check, {"buggy": buggy, "fixed": fixed})
    for name, holds in (("buggy", False), ("fixed", True)):
        got = found[name]
        if isinstance(got, str):
            return fault("check.py", f"The checks cannot be run on {name}.py: {got}", "checks-fail")
        if set(got) != set(item.bugs):
            return fault("check.py", f"The checks are {sorted(got)}, the bugs {sorted(item.bugs)}.", "checks-differ")
        for bug in sorted(b for b, ok in got.items() if ok is not holds):
            text = "is true before the repair" if not holds else "is false after the repair"
            fault("check.py", f"The check of {bug} {text}.", "check-wrong")
    for bug, planted in item.bugs.items():
        if planted.marker not in buggy or planted.marker in fixed:
            fault("item.toml", f"The marker of {bug} must occur in buggy.py and not in fixed.py.", "marker")
            return None
    for bug in item.bugs:
        if message := _repair_fault(judge, item, bug, buggy, fixed, check):
            fault("check.py", message, "repair")
    return None


def _repair_fault(judge: Judge, item: Debug, bug: str, buggy: str, fixed: str, check: str) -> str:
    """ "" when some repair of this bug's own place (with others that no marker claims) turns exactly its check green."""
    hunks = hunks_of(buggy, fixed)
    lines = buggy.splitlines(keepends=True)
    owners = [{b for b, planted in item.bugs.items() if _covers(planted.marker, lines, hunk)} for hunk in hunks]
    own = [h for h, owned in zip(hunks, owners, strict=True) if bug in owned]
    free = [h for h, owned in zip(hunks, owners, strict=True) if not owned]
    if not own:
        return f"The marker of {bug} stands in no line that fixed.py changes."
    tried = ""
    for extra in range(min(_TOGETHER, len(free)) + 1):
        for others in combinations(free, extra):
            name = "repaired"
            got = run_checks(judge, item, check, {name: apply(lines, [*own, *others])})[name]
            if isinstance(got, dict) and [b for b, ok in got.items() if ok] == [bug]:
                return ""
            tried = tried or (
                got if isinstance(got, str) else f"the green checks are {sorted(b for b, ok in got.items() if ok)}"
            )
    return f"Repairing {bug} alone should turn exactly its check green; {tried}."


def hunks_of(buggy: str, fixed: str) -> list[Hunk]:
    """The places where the programs differ; neighbouring lines that are replaced one for one are places of their own."""
    old, new = buggy.splitlines(keepends=True), fixed.splitlines(keepends=True)
    found: list[Hunk] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and i2 - i1 == j2 - j1:
            found += [(i1 + k, i1 + k + 1, [new[j1 + k]]) for k in range(i2 - i1)]
        elif tag != "equal":
            found.append((i1, i2, new[j1:j2]))
    return found


def apply(lines: Sequence[str], hunks: Sequence[Hunk]) -> str:
    """The program with these places repaired."""
    repaired = list(lines)
    for start, stop, new in sorted(hunks, reverse=True):
        repaired[start:stop] = new
    return "".join(repaired)


def _covers(marker: str, lines: Sequence[str], hunk: Hunk) -> bool:
    """Whether the marker's text touches the place (the line before it, when the place only inserts)."""
    start, stop, _ = hunk
    if start == stop:
        start, stop = max(0, start - 1), stop + 1
    return any(part and part in "".join(lines[start:stop]) for part in marker.strip().splitlines())
