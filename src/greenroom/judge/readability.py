"""Would a reviewer enjoy reading it? Length, nesting, names, comments and dead code, beside the item's own solutions."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from greenroom.judge.linted import linted
from greenroom.judge.said import Said, Worded, sentence

_SLACK = 1.5
_LINES, _NESTING, _NAME_SHARE = 12, 2, 0.5
_PLAIN = frozenset("abcdefghijklmnpqrstuvwxyzABCDEGHKLMNPQRSTUVWXYZ")


@dataclass(frozen=True, slots=True)
class Shape:
    """A module in figures: the longest function's lines, the deepest nesting, branches, comment lines, and the share of names
    (parameters and variables) that are one letter."""

    longest: int
    nesting: int
    branches: int
    comments: int
    short_names: float


@dataclass(frozen=True, slots=True)
class Note(Worded):
    """A remark. `line` is 0 for the file as a whole; `code` is ours or ruff's."""

    code: str
    line: int
    said: Said | None = None
    message: str = ""


def shape_of(source: str) -> Shape:
    """Raises SyntaxError for what is no Python."""
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    names |= {a.arg for f in functions for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)} - {"self"}
    branching = (ast.If, ast.For, ast.While, ast.Try, ast.IfExp, ast.BoolOp, ast.comprehension)
    return Shape(
        max((_length(f) for f in functions), default=0),
        max((_nesting(f) for f in functions), default=0),
        sum(isinstance(n, branching) for n in ast.walk(tree)),
        _comments(source),
        sum(n in _PLAIN for n in names) / len(names) if names else 0.0,
    )


def notes_on(source: str, solutions: Sequence[str]) -> tuple[Note, ...]:
    """Remarks on accepted code, ordered by line: where it leaves the band of the item's own solutions, and what ruff sees.

    Raises SyntaxError for what is no Python.
    """
    mine, theirs = shape_of(source), [shape_of(s) for s in solutions]
    seen = [Note(found.code, found.line, found.said) for found in linted(source)]
    notes = [*_beside(mine, theirs), *_unreachable(ast.parse(source)), *seen]
    return tuple(sorted(notes, key=lambda n: (n.line, n.code)))


def _beside(mine: Shape, theirs: Sequence[Shape]) -> list[Note]:
    notes = []
    longest = max(_LINES, *(s.longest for s in theirs))
    if mine.longest > _SLACK * longest:
        said = sentence(
            "The longest function has {lines} lines; the solutions here need {most} at most. Split it.",
            lines=mine.longest,
            most=longest,
        )
        notes.append(Note("length", 0, said))
    deepest = max(_NESTING, *(s.nesting for s in theirs))
    if mine.nesting > deepest + 1:
        said = sentence(
            "Blocks are nested {depth} deep, {enough} would do. Return early, or give the inside a name.",
            depth=mine.nesting,
            enough=deepest,
        )
        notes.append(Note("nesting", 0, said))
    short = max(_NAME_SHARE, *(s.short_names for s in theirs))
    if mine.short_names > short + 0.2:
        said = sentence(
            "{share} of the names are one letter. Name what is more than an index or a matrix.",
            share=f"{mine.short_names:.0%}",
        )
        notes.append(Note("names", 0, said))
    if mine.comments == 0 and mine.longest > _LINES:
        said = sentence("There is no comment. In an interview, one line a step shows your outline.")
        notes.append(Note("comments", 0, said))
    return notes


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement that is no docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or body[-1].lineno) - body[0].lineno + 1 if body else 0


def _nesting(node: ast.AST, depth: int = 0) -> int:
    blocks = (ast.If, ast.For, ast.While, ast.With, ast.Try)
    deepest = depth
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            chained = isinstance(node, ast.If) and field == "orelse" and isinstance(child, ast.If)
            inner = depth + 1 if isinstance(child, blocks) and not chained else depth
            deepest = max(deepest, _nesting(child, inner))
    return deepest


def _comments(source: str) -> int:
    try:
        return sum(t.type == tokenize.COMMENT for t in tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, IndentationError):
        return 0


def _unreachable(tree: ast.Module) -> list[Note]:
    """Statements after one that always leaves the block."""
    notes = []
    for node in ast.walk(tree):
        for block in (getattr(node, name, None) for name in ("body", "orelse", "finalbody")):
            if not isinstance(block, list):
                continue
            for before, after in pairwise(block):
                if isinstance(before, (ast.Return, ast.Raise, ast.Break, ast.Continue)):
                    notes.append(Note("unreachable", after.lineno, sentence("This line is never reached: remove it.")))
                    break
    return notes
