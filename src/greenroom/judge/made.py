"""Variants of numeric questions, made by their packs' own code, in the sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from greenroom.content.items import LoadedItem
from greenroom.content.models import Param
from greenroom.judge.author import PackFault
from greenroom.judge.session import Judge, Limits
from greenroom.judge.types import Op

_DRIVER = (Path(__file__).parent / "made_driver.py").read_text("utf-8")
_LIMITS = Limits(cpu_s=20, memory_mb=512, output_kb=64, answer_mb=4)


@dataclass(frozen=True, slots=True)
class Variant:
    """One numeric question with its values: `shown` as they are printed, `answer` and `slips` (id → value) for the checker.

    Everything is plain JSON, so an attempt can keep the variant as it was put, whatever becomes of the generator.
    """

    seed: int
    params: Mapping[str, Any]
    shown: Mapping[str, str]
    answer: Any
    slips: Mapping[str, Any]


def make_variant(judge: Judge, item: LoadedItem, seed: int) -> Variant:
    """The variant of a numeric question for a seed. Raises PackFault when its generator fails."""
    if not isinstance(item.item, Param):
        raise PackFault(f"{item.id} is not a numeric question.")
    made = _call(judge, item, "gen.py", "variant", (seed,))
    return Variant(seed, made["params"], made["shown"], made["answer"], made["slips"])


def value(plain: Any) -> Any:
    """An answer as the checker takes it: fractions travel as text with a stroke."""
    if isinstance(plain, str) and plain.count("/") == 1 and plain.replace("/", "").lstrip("-").isdigit():
        return Fraction(plain)
    return plain


def _call(judge: Judge, item: LoadedItem, file: str, function: str, args: tuple[Any, ...]) -> Any:
    extra = {
        name.removesuffix(".py"): item.read(name) for name in item.files if name.endswith(".py") and "/" not in name
    }
    if file not in item.files:
        raise PackFault(f"{item.id} has no file {file}.")
    with judge.open("np", limits=_LIMITS, role="author") as session:
        if raised := session.load(_DRIVER, filename="made_driver.py", extra=extra):
            raise PackFault(f"{item.id}: {file}: {raised.type}: {raised.message}")
        result = session.run([(Op("call", function, args),)], module="made_driver")
    if result.stop != "ok" or not result.outcomes:
        raise PackFault(f"{item.id}: {file}: {result.message or result.stop}")
    outcome = result.outcomes[0][0]
    if outcome.raised:
        raise PackFault(f"{item.id}: {file}: {outcome.raised.type}: {outcome.raised.message}")
    return cast(Any, outcome.value)
