"""Runs behind the walls beside gen.py: makes variants of a numeric question as plain values."""

from __future__ import annotations

import importlib
import random
from fractions import Fraction
from typing import Any


def variants(seeds: list[int]) -> list[dict[str, Any]]:
    """One dict a seed: `values`, `again` (made a second time), `answer`, `other`, `slips` and `shown`."""
    gen = importlib.import_module("gen")
    return [_variant(gen, seed) for seed in seeds]


def _variant(gen: Any, seed: int) -> dict[str, Any]:
    try:
        values = gen.make(random.Random(seed))
        return {
            "values": plain(values),
            "again": plain(gen.make(random.Random(seed))),
            "answer": plain(gen.answer(values)),
            "other": plain(gen.answer_other(values)),
            "slips": {name: plain(slip(values)) for name, slip in gen.SLIPS.items()},
            "shown": {str(name): str(text) for name, text in gen.show(values).items()} if hasattr(gen, "show") else {},
        }
    except Exception as problem:
        raise RuntimeError(f"seed {seed}: {type(problem).__name__}: {problem}") from problem


def plain(value: Any) -> Any:
    """Values that any wire carries: a fraction becomes ("fraction", numerator, denominator), an array a nested list."""
    if isinstance(value, Fraction):
        return ("fraction", value.numerator, value.denominator)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        inside = sorted(value, key=repr) if isinstance(value, set | frozenset) else value
        return [plain(inner) for inner in inside]
    return plain(value.tolist()) if hasattr(value, "tolist") else value
