"""A candidate's file before it runs: is it text, is it Python, does it define what was asked for?"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from greenroom.judge.said import Said, Worded, sentence

MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Intake(Worded):
    """`text` to run, or a `message` that says what to do first (then `text` is "")."""

    text: str = ""
    said: Said | None = None
    message: str = ""


def accept(source: str | bytes, entry: str, signature: str = "") -> Intake:
    """Refuses what certainly cannot be judged; what only might fail is left to the sandbox."""
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > MAX_BYTES:
        kib = (len(data) + 1023) // 1024
        limit = MAX_BYTES // 1024
        said = sentence(
            "The file is {kib} KiB long; the limit is {limit} KiB. Remove data from the code.", kib=kib, limit=limit
        )
        return Intake(said=said)
    if b"\0" in data:
        said = sentence("The file contains null bytes. It looks like a binary file; save it as plain UTF-8 text.")
        return Intake(said=said)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Intake(said=sentence("Line {line} is not UTF-8. Save the file with the encoding UTF-8.", line=line))
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return Intake(said=_syntax(error))
    except (RecursionError, MemoryError, ValueError):
        return Intake(said=sentence("The code is nested too deeply to be read. Split the expression."))
    return Intake(said=fault) if (fault := _entry_fault(tree, entry, signature)) else Intake(text)


def _syntax(error: SyntaxError) -> Said:
    shown = (error.text or "").strip()[:120]
    if error.lineno:
        what = sentence("Line {line} is not valid Python: {error}.", line=error.lineno, error=error.msg)
    else:
        what = sentence("The file is not valid Python: {error}.", error=error.msg)
    return sentence("{what} It reads: {text}", what=what, text=shown) if shown else what


def _entry_fault(tree: ast.Module, entry: str, signature: str) -> Said | None:
    bound, open_ended = _bound(tree)
    if entry not in bound:
        if open_ended:
            return None
        near = next((name for name in bound if name.lower().replace("_", "") == entry.lower().replace("_", "")), "")
        if near:
            return sentence("The code does not define {entry}. There is a {near}: rename it.", entry=entry, near=near)
        shown = _shown(entry, signature)
        return sentence("The code does not define {entry}. Write it as: {signature}", entry=entry, signature=shown)
    node = bound[entry]
    wanted = parameters(signature)
    if wanted is None or not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or node.decorator_list:
        return None
    if isinstance(node, ast.AsyncFunctionDef):
        return sentence(
            "{entry} is an async function; it should be a plain one: write def, not async def.", entry=entry
        )
    if _takes(node.args, wanted):
        return None
    names = ", ".join(a.arg for a in (*wanted.posonlyargs, *wanted.args))
    return sentence(
        "{entry} cannot be called as {call}. Its parameters should be: {signature}",
        entry=entry,
        call=f"{entry}({names})",
        signature=_shown(entry, signature),
    )


def _bound(tree: ast.Module) -> tuple[dict[str, ast.AST | None], bool]:
    """The module's names with the definition that bound each last, and whether there may be more than one can see."""
    names: dict[str, ast.AST | None] = {}
    open_ended = False
    todo: list[ast.AST] = list(reversed(tree.body))
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names[node.name] = node if node in tree.body else None
            continue
        if isinstance(node, ast.alias):
            open_ended |= node.name == "*"
            names[(node.asname or node.name).partition(".")[0]] = None
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                names[node.id] = None
            open_ended |= node.id in ("globals", "exec", "setattr", "vars", "locals", "__import__")
        todo.extend(reversed(list(ast.iter_child_nodes(node))))
    return names, open_ended


def parameters(signature: str) -> ast.arguments | None:
    """The parameters of `f(x, k=1)` or `def f(x, k=1) -> int:`; None when that is not what the text is."""
    head = signature.strip().removeprefix("def ").rstrip(":")
    try:
        node = ast.parse(f"def {head}: ...").body[0]
    except (SyntaxError, ValueError):
        return None
    return node.args if isinstance(node, ast.FunctionDef) else None


def _takes(given: ast.arguments, wanted: ast.arguments) -> bool:
    """Whether every call that the wanted parameters allow by position is possible."""
    most = len(wanted.posonlyargs) + len(wanted.args)
    least = most - len(wanted.defaults)
    positions = len(given.posonlyargs) + len(given.args)
    required = positions - len(given.defaults)
    keyword_only = [a for a, default in zip(given.kwonlyargs, given.kw_defaults, strict=True) if default is None]
    known = {a.arg for a in wanted.kwonlyargs}
    room = given.vararg is not None or positions >= most
    return room and required <= most and (required <= least or least < most) and {a.arg for a in keyword_only} <= known


def _shown(entry: str, signature: str) -> str:
    head = signature.strip().removeprefix("def ").rstrip(":")
    return f"def {head}:" if head.startswith(entry) else head or f"def {entry}(...):"
