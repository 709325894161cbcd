"""What ruff sees in a candidate's program, in our own words, so that both languages can say it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruff.__main__ import find_ruff_bin

from greenroom.judge.said import Said, sentence

_SECONDS = 5
_QUOTED = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class Linted:
    """One remark: ruff's rule, the line (from 1), and what to do."""

    code: str
    line: int
    said: Said


def linted(source: str) -> list[Linted]:
    """Remarks in ruff's order. ruff only parses: the code is not run. Nothing is said when it cannot be had."""
    return [
        Linted(found["code"], found["location"]["row"], _said(found))
        for found in _found(source)
        if found["code"] in RULES
    ]


def _found(source: str) -> list[dict[str, Any]]:
    rules = ",".join(sorted(RULES))
    command = [find_ruff_bin(), "check", "--isolated", "--no-cache", "--select", rules, "--output-format", "json", "-"]
    try:
        done = subprocess.run(  # noqa: S603 our own binary, no shell, the source on stdin
            command, input=source.encode(), capture_output=True, timeout=_SECONDS, check=False
        )
        found: list[dict[str, Any]] = json.loads(done.stdout or b"[]")
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return []
    return found


def _said(found: Mapping[str, Any]) -> Said:
    """The rule's sentence; ruff puts the name that it is about first in its message, in backquotes."""
    name = _QUOTED.search(found["message"])
    return _sayings(name[1] if name else "")[found["code"]]


def _sayings(name: str) -> dict[str, Said]:
    """What to say of each rule; `name` is what the rule is about."""
    annotation = sentence("The built-in types do as annotations: list[int], dict[str, int], int | None.")
    f_string = sentence("An f-string reads more easily here.")
    return {
        "F401": sentence("{name} is imported and never used: remove it.", name=name),
        "F811": sentence("{name} is defined twice, and the first is never used.", name=name),
        "F841": sentence("{name} is given a value that is never used.", name=name),
        "B006": sentence("A default value that can change is shared by all calls: use None, and make it inside."),
        "B007": sentence("The loop does not use {name}: call it _.", name=name),
        "B023": sentence(
            "A function made in a loop sees {name} as it is when called, not as it was when made: pass it in.",
            name=name,
        ),
        "E711": sentence("Compare with None by `is` or `is not`."),
        "E712": sentence("A comparison with True or False says nothing more: use the value itself."),
        "E722": sentence("A bare except hides every error, interrupts too: name the one that you expect."),
        "E741": sentence("{name} is easily taken for a 1 or a 0: choose another name.", name=name),
        "SIM102": sentence("Two ifs, one in the other, can be one with `and`."),
        "SIM103": sentence("Return the condition itself."),
        "SIM108": sentence("This if and else can be one conditional expression."),
        "SIM110": sentence("This loop can be an any() or an all()."),
        "C416": sentence("This comprehension only copies: say list(), dict() or set()."),
        "PLR1714": sentence("Several comparisons of one value can be a single `in`."),
        "RET504": sentence("{name} is named only to be returned: return the value at once.", name=name),
        "PERF402": sentence("This loop copies item by item: use list() or extend()."),
        "UP004": sentence("A class needs no (object)."),
        "UP006": annotation,
        "UP007": annotation,
        "UP008": sentence("super() needs no arguments."),
        "UP031": f_string,
        "UP032": f_string,
        "UP034": sentence("These brackets do nothing."),
        "UP035": annotation,
        "UP045": annotation,
    }


RULES = frozenset(_sayings(""))
