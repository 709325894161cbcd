"""A candidate's own inputs: Python literals and arrays of literals, read without evaluating anything."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np

from greenroom.judge.intake import parameters
from greenroom.judge.said import SaidError, sentence

MAX_CHARS = 64 * 1024
MAX_TESTS = 20
_CONSTANTS = {"nan": float("nan"), "inf": float("inf"), "-inf": -float("inf"), "pi": float(np.pi)}
_DTYPES = ("bool", "int", "float", "complex", "int8", "uint8", "int32", "int64", "float32", "float64", "complex128")


class InputError(SaidError):
    """Inputs that cannot be read; `said` tells where and what to write instead."""


def read_inputs(text: str, signature: str = "") -> list[tuple[Any, ...]]:
    """One tuple of arguments a test. Each line is an argument list, or all lines together assign the parameters.

    Raises InputError. Values are literals, `array(...)` or `np.array(...)` of literals with an optional dtype, `nan`, `inf`.
    """
    if len(text) > MAX_CHARS:
        raise InputError(
            sentence("The inputs are longer than {limit} KiB. Try a smaller case.", limit=MAX_CHARS // 1024)
        )
    try:
        assigned = _assignments(text)
        if assigned is not None:
            return [_bound(assigned, signature)]
        tests = [_bound(_call(line, number), signature) for number, line in _lines(text)]
    except (RecursionError, MemoryError, OverflowError) as error:
        raise InputError(sentence("The inputs are nested too deeply or are too large.")) from error
    if not tests:
        raise InputError(
            sentence("There is no input. Write the arguments as Python literals, one test a line: [1, 2, 3], 2")
        )
    if len(tests) > MAX_TESTS:
        raise InputError(
            sentence("These are {tests} tests; at most {limit} run at once.", tests=len(tests), limit=MAX_TESTS)
        )
    return tests


def _lines(text: str) -> list[tuple[int, str]]:
    """Logical lines with the number of their first: a line is joined to the next while a bracket is open."""
    joined: list[tuple[int, str]] = []
    held, start = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if not held and (not line.strip() or line.strip().startswith("#")):
            continue
        start = start if held else number
        held = f"{held}\n{line}" if held else line
        if _complete(held):
            joined.append((start, held))
            held = ""
    return [*joined, (start, held)] if held else joined


def _complete(text: str) -> bool:
    try:
        ast.parse(f"_({text}\n)", mode="eval")
    except (SyntaxError, ValueError):
        return text.count("[") + text.count("(") + text.count("{") <= text.count("]") + text.count(")") + text.count(
            "}"
        )
    return True


def _call(line: str, number: int) -> tuple[list[Any], dict[str, Any]]:
    try:
        call = ast.parse(f"_({line}\n)", mode="eval").body
    except (SyntaxError, ValueError) as error:
        why = str(getattr(error, "msg", error))
        raise InputError(
            sentence("Line {line} is not a list of Python values: {error}.", line=number, error=why)
        ) from error
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise InputError(sentence("Line {line}: write the arguments only, separated by commas.", line=number))
    if any(k.arg is None for k in call.keywords):
        raise InputError(sentence("Line {line}: ** cannot be used here.", line=number))
    return [_value(a) for a in call.args], {k.arg or "": _value(k.value) for k in call.keywords}


def _assignments(text: str) -> tuple[list[Any], dict[str, Any]] | None:
    """The values by name when the text is nothing but assignments to names."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return None
    if not body or not all(isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Name) for s in body):
        return None
    pairs = [(s.targets[0], s.value) for s in body if isinstance(s, ast.Assign)]
    return [], {t.id: _value(v) for t, v in pairs if isinstance(t, ast.Name)}


def _bound(given: tuple[list[Any], dict[str, Any]], signature: str) -> tuple[Any, ...]:
    """The arguments in the order of the signature. Left-out trailing ones keep the signature's defaults."""
    positional, named = given
    wanted = parameters(signature)
    if not named:
        return tuple(positional)
    if wanted is None:
        raise InputError(sentence("Arguments cannot be named here. Give them in order."))
    names = [a.arg for a in (*wanted.posonlyargs, *wanted.args)]
    defaults = dict(zip(reversed(names), reversed(wanted.defaults), strict=False))
    if unknown := sorted(set(named) - set(names)):
        said = sentence(
            "There is no parameter {unknown}. The parameters are {names}.",
            unknown=", ".join(unknown),
            names=", ".join(names),
        )
        raise InputError(said)
    last = max(names.index(n) for n in named)
    values = list(positional)
    for name in names[len(positional) : last + 1]:
        if name not in named and name not in defaults:
            raise InputError(sentence("The parameter {name} has no value.", name=name))
        values.append(named[name] if name in named else _value(defaults[name]))
    return tuple(values)


def _value(node: ast.expr) -> Any:
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        items = [_value(e) for e in node.elts]
        return items if isinstance(node, ast.List) else _hashed(items) if isinstance(node, ast.Set) else tuple(items)
    if isinstance(node, ast.Dict):
        if None in node.keys:
            raise InputError(sentence("** cannot be used here."))
        keys = [_value(k) for k in node.keys if k is not None]
        _hashed(keys)
        return dict(zip(keys, (_value(v) for v in node.values), strict=True))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        number = _value(node.operand)
        if not isinstance(number, (int, float, complex)):
            raise InputError(sentence("Only a number can have a sign."))
        return -number if isinstance(node.op, ast.USub) else number
    if (name := _name(node)) in _CONSTANTS:
        return _CONSTANTS[name]
    if isinstance(node, ast.Call):
        return _array(node)
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError) as error:
        said = sentence(
            "{code} is not a value. Only literals and array(...) of literals can be used here.",
            code=ast.unparse(node)[:80],
        )
        raise InputError(said) from error


def _hashed(items: list[Any]) -> set[Any]:
    try:
        return set(items)
    except TypeError as error:
        raise InputError(sentence("A list cannot be in a set or be a key of a dict.")) from error


def _name(node: ast.expr) -> str:
    """`nan` for `nan`, `np.nan` and `float("nan")`; "" for what has no such name."""
    if isinstance(node, ast.Name):
        return node.id
    if (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("np", "numpy", "math")
    ):
        return node.attr
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "float"
        and len(node.args) == 1
    ):
        word = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
        return str(word).lower().removeprefix("+")
    return ""


def _array(node: ast.Call) -> np.ndarray:
    shown = ast.unparse(node)[:80]
    if _name(node.func) != "array" or not 1 <= len(node.args) <= 2 or any(k.arg != "dtype" for k in node.keywords):
        raise InputError(sentence("{code} cannot be used here; array(...) with an optional dtype can.", code=shown))
    dtypes = [*node.args[1:], *(k.value for k in node.keywords)]
    dtype = _dtype(dtypes[0]) if dtypes else None
    try:
        made = np.array(_value(node.args[0]), dtype=dtype)
    except (ValueError, TypeError, OverflowError) as error:
        raise InputError(sentence("{code} is not an array: {error}.", code=shown, error=str(error))) from error
    if made.dtype.kind not in "biufcSU":
        raise InputError(sentence("{code} is not an array of numbers or strings.", code=shown))
    return made


def _dtype(node: ast.expr) -> str:
    name = str(node.value) if isinstance(node, ast.Constant) else _name(node)
    if name not in _DTYPES:
        said = sentence(
            "The dtype {dtype} is not known here. Use one of {known}.",
            dtype=name or ast.unparse(node)[:40],
            known=", ".join(_DTYPES),
        )
        raise InputError(said)
    return name
