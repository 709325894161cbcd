"""Runs inside the sandbox, beside a pack's modules: calls gen.py and returns plain values."""

from __future__ import annotations

import importlib
import random
from fractions import Fraction
from typing import Any


def variant(seed: int) -> dict[str, Any]:
    """{params, shown, answer, slips} of gen.py for a seed; the two routes to the answer must agree."""
    gen = importlib.import_module("gen")
    params = gen.make(random.Random(seed))
    answer, other = _plain(gen.answer(params)), _plain(gen.answer_other(params))
    if not isinstance(answer, str) and not _near(answer, other):
        raise ValueError(f"the two routes differ for seed {seed}: {answer!r} and {other!r}")
    shown = gen.show(params) if hasattr(gen, "show") else {}
    return {
        "params": {name: _plain(value) for name, value in params.items()},
        "shown": {name: str(text) for name, text in shown.items()},
        "answer": answer,
        "slips": {name: _plain(slip(params)) for name, slip in gen.SLIPS.items()},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted(_plain(v) for v in value)
    if hasattr(value, "tolist"):
        return value.tolist()
    return value


def _near(a: Any, b: Any) -> bool:
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(_near, a, b))
    if isinstance(a, str) or isinstance(b, str):
        return bool(a == b)
    return bool(abs(a - b) <= 1e-7 * max(abs(a), abs(b)) + 1e-9)
