"""Does a formula have a chance to be typeset? A scan for what KaTeX would refuse, not a parser of TeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"\\begin\s*\{([^}]*)\}|\\end\s*\{([^}]*)\}|\\(left|right)(?![a-zA-Z])|\\text[a-z]*\{[^{}]*\}|\\[a-zA-Z]+|\\.|[{}%&#]",
    re.DOTALL,
)
_TABLES = {
    "aligned",
    "align",
    "align*",
    "matrix",
    "pmatrix",
    "bmatrix",
    "Bmatrix",
    "vmatrix",
    "Vmatrix",
    "cases",
    "array",
    "split",
    "gathered",
    "smallmatrix",
    "alignedat",
}
_REFUSED = {
    r"\label",
    r"\ref",
    r"\cite",
    r"\href",
    r"\url",
    r"\includegraphics",
    r"\def",
    r"\newcommand",
    r"\require",
    r"\htmlClass",
}
_CJK = re.compile(r"[\u3400-\u9fff]")


def problems(tex: str) -> Iterator[str]:
    """What is wrong with a formula, one sentence each."""
    if not tex.strip():
        yield "an empty formula"
    open_: list[str] = []
    for found in _TOKEN.finditer(tex):
        mark = found[0]
        if found[1] is not None:
            if found[1] not in _TABLES:
                yield f"the environment {found[1]!r} is not one that browsers can typeset"
            open_.append(found[1])
        elif found[2] is not None:
            if not open_ or open_.pop() != found[2]:
                yield f"\\end{{{found[2]}}} ends nothing"
                return
        elif mark == "{" or found[3] == "left":
            open_.append(mark)
        elif mark == "}" or found[3] == "right":
            if not open_ or open_.pop() != ("{" if mark == "}" else r"\left"):
                yield f"{mark} closes nothing"
                return
        elif mark == "%":
            yield "an unescaped % begins a comment: write \\%"
        elif mark == "#" or (mark == "&" and not _TABLES.intersection(open_)):
            yield f"an unescaped {mark}"
        elif mark in _REFUSED:
            yield f"{mark} is not allowed in a formula"
    if open_:
        yield f"{open_[-1]} is never closed"
    if _CJK.search(re.sub(r"\\text[a-z]*\{[^{}]*\}", "", tex)):
        yield "Chinese in a formula belongs into \\text{…}"
