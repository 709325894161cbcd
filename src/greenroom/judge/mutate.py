"""Small mistakes made on purpose: each mutant is a program with one node of its syntax tree changed.

Ids such as `solutions/optimal.py:12 Lt->LtE` are stable as long as the line does not move; a second change of the same name
on one line gets `#2`.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_TWINS = {
    "max": "min",
    "min": "max",
    "maximum": "minimum",
    "minimum": "maximum",
    "argmax": "argmin",
    "argmin": "argmax",
    "any": "all",
    "all": "any",
    "zeros": "ones",
    "ones": "zeros",
    "sum": "mean",
    "mean": "sum",
    "floor": "ceil",
    "ceil": "floor",
    "triu": "tril",
    "tril": "triu",
}
_UNWRAPPED = frozenset({"abs", "sqrt", "sorted", "reversed", "exp", "log", "square", "tanh", "sign"})
_SYMMETRIC = frozenset(
    {"max", "min", "maximum", "minimum", "array_equal", "allclose", "isclose", "add", "hypot", "gcd", "union1d"}
)
_KEYWORDS = frozenset({"axis", "keepdims", "ddof", "reverse", "key", "side", "kind", "dtype", "default", "initial"})
_LAST_AXIS = frozenset({"sort", "argsort", "partition", "argpartition", "diff", "softmax"})
"""Functions that work along the last axis unless told otherwise: `axis` there is often said only for the reader."""
_TINY = 1e-4
"""A float constant nearer to 0 guards a division; what it is exactly does not matter."""


@dataclass(frozen=True, slots=True)
class AstMutant:
    """A changed program. `name` says what changed; `source` is the whole module."""

    name: str
    line: int
    source: str


Change = tuple[str, ast.AST]
"""What the change is called, and the node that takes the old one's place."""


def mutants(source: str, file: str) -> list[AstMutant]:
    """All mutants of a module, in the order of their lines. Raises SyntaxError for a module that is none."""
    tree = ast.parse(source)
    seen: Counter[str] = Counter()
    found = []
    for parent, field, index, node in _places(tree):
        for name, new in _changes(node, parent, field):
            label = f"{file}:{node.lineno} {name}"
            seen[label] += 1
            full = label if seen[label] == 1 else f"{label} #{seen[label]}"
            found.append((node.lineno, full, _with(tree, parent, field, index, new)))
    return [AstMutant(name, line, text) for line, name, text in sorted(found, key=lambda f: f[0])]


def _with(tree: ast.Module, parent: ast.AST, field: str, index: int | None, new: ast.AST) -> str:
    """The module's source with one node replaced; the tree is as before afterwards."""
    held = getattr(parent, field)
    old = held if index is None else held[index]
    _put(parent, field, index, new)
    try:
        return ast.unparse(ast.fix_missing_locations(tree))
    finally:
        _put(parent, field, index, old)


def _put(parent: ast.AST, field: str, index: int | None, node: object) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


Place = tuple[ast.AST, str, int | None, "ast.expr | ast.stmt"]


def _places(node: ast.AST) -> Iterator[Place]:
    """Every expression and statement that runs, with where it hangs: no annotations, decorators, messages or docstrings."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_comment") or _is_message(node, field):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if isinstance(child, (ast.expr, ast.stmt)) and not _is_text(child):
                yield node, field, index, child
            if isinstance(child, ast.AST) and not _is_text(child):
                yield from _places(child)


def _is_message(node: ast.AST, field: str) -> bool:
    return isinstance(node, (ast.Raise, ast.Assert)) and field in ("exc", "msg", "cause")


def _is_text(node: ast.AST) -> bool:
    """A docstring, or what an f-string is made of."""
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    main = (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Compare)
        and ast.unparse(node.test).startswith("__name__")
    )
    return docstring or main or isinstance(node, (ast.JoinedStr, ast.Import, ast.ImportFrom))


def _changes(node: ast.expr | ast.stmt, parent: ast.AST, field: str) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        yield from _compared(node)
    elif isinstance(node, (ast.BinOp, ast.AugAssign)):
        yield from _operated(node, even=_is_even(parent))
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"{_name(node.op)}->{_name(other)}", _replaced(node, op=other)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.Not, ast.Invert)):
        if not isinstance(parent, (ast.keyword, ast.Slice)):
            yield f"{_name(node.op)} dropped", node.operand
    elif isinstance(node, ast.Constant):
        yield from _counted(node, parent)
    elif isinstance(node, ast.Slice):
        yield from _sliced(node)
    elif isinstance(node, ast.Call):
        yield from _called(node)
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)) and not isinstance(node.test, (ast.Compare, ast.Constant)):
        yield "condition negated", _replaced(node, test=ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, (ast.Expr, ast.AugAssign, ast.Break, ast.Continue)) or _stores_inside(node):
        yield f"{type(node).__name__} deleted", ast.copy_location(ast.Pass(), node)


def _compared(node: ast.Compare) -> Iterator[Change]:
    for i, op in enumerate(node.ops):
        for other in _COMPARE.get(type(op), ()):
            yield f"{_name(op)}->{other.__name__}", _replaced(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]])


def _is_even(parent: ast.AST) -> bool:
    """Whether only the size of what stands below counts: its square or its absolute value."""
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow):
        return isinstance(parent.right, ast.Constant) and parent.right.value == 2
    return isinstance(parent, ast.Call) and _called_name(parent) in ("abs", "square", "norm")


def _operated(node: ast.BinOp | ast.AugAssign, *, even: bool) -> Iterator[Change]:
    if (other := _ARITHMETIC.get(type(node.op))) is not None:
        yield f"{_name(node.op)}->{other.__name__}", _replaced(node, op=other())
    if even and isinstance(node.op, ast.Sub):
        return
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.FloorDiv, ast.Pow)):
        yield f"{_name(node.op)} swapped", _replaced(node, left=node.right, right=node.left)


def _counted(node: ast.Constant, parent: ast.AST) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value}->{not value}", ast.Constant(not value)
    elif isinstance(value, int):
        axis = isinstance(parent, ast.keyword) and parent.arg == "axis"
        for other in (int(value == 0),) if axis else (value + 1, value - 1):
            yield f"{value}->{other}", ast.Constant(other)
    elif isinstance(value, float) and abs(value) > _TINY and abs(value) < 1 / _TINY:
        yield f"{value}->{value + 1}", ast.Constant(value + 1)


def _sliced(node: ast.Slice) -> Iterator[Change]:
    """Bounds that are not constants move by one; constants are changed as constants."""
    for bound, shift in (("lower", ast.Add()), ("upper", ast.Sub())):
        old = getattr(node, bound)
        if old is not None and not isinstance(old, ast.Constant):
            moved = ast.BinOp(old, shift, ast.Constant(1))
            yield f"{bound} {'+' if bound == 'lower' else '-'} 1", _replaced(node, **{bound: moved})


def _called(node: ast.Call) -> Iterator[Change]:
    name = _called_name(node)
    if name in _TWINS:
        twin = _TWINS[name]
        changed = _replaced(node.func, **({"attr": twin} if isinstance(node.func, ast.Attribute) else {"id": twin}))
        yield f"{name}->{twin}", _replaced(node, func=changed)
    if name in _UNWRAPPED and len(node.args) == 1 and not node.keywords:
        yield f"{name} dropped", node.args[0]
    if name == "range" and node.args:
        last = ast.BinOp(node.args[-1], ast.Sub(), ast.Constant(1))
        if len(node.args) < 3:
            yield "range - 1", _replaced(node, args=[*node.args[:-1], last])
    if len(node.args) == 2 and name not in _SYMMETRIC and not any(isinstance(a, ast.Starred) for a in node.args):
        yield "arguments swapped", _replaced(node, args=node.args[::-1])
    for i, keyword in enumerate(node.keywords):
        if keyword.arg in _KEYWORDS and not (keyword.arg == "axis" and name in _LAST_AXIS):
            yield f"{keyword.arg} dropped", _replaced(node, keywords=[*node.keywords[:i], *node.keywords[i + 1 :]])


def _called_name(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _stores_inside(node: ast.AST) -> bool:
    """An assignment to an element or an attribute: without it the program still runs, and is wrong."""
    return isinstance(node, ast.Assign) and all(isinstance(t, (ast.Subscript, ast.Attribute)) for t in node.targets)


def _replaced(node: ast.AST, **fields: object) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _name(op: ast.AST) -> str:
    return type(op).__name__
