"""A table of the units that numeric questions use. Conversion is a factor; the text of a unit is looked up, never evaluated."""

from __future__ import annotations

from fractions import Fraction

from greenroom.content.said import Said, SaidError, sentence

_DECIMAL = {"k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15, "E": 10**18}
_BINARY = {"Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "Pi": 2**50}
_SECONDS = {
    "ns": Fraction(1, 10**9), "µs": Fraction(1, 10**6), "us": Fraction(1, 10**6), "ms": Fraction(1, 1000), "s": Fraction(1),
    "sec": Fraction(1), "second": Fraction(1), "seconds": Fraction(1), "min": Fraction(60), "minutes": Fraction(60),
    "h": Fraction(3600), "hour": Fraction(3600), "hours": Fraction(3600), "day": Fraction(86400), "days": Fraction(86400),
    "秒": Fraction(1), "分钟": Fraction(60), "小时": Fraction(3600), "天": Fraction(86400),
}  # fmt: skip


def _table() -> dict[str, tuple[str, Fraction]]:
    table = {name: ("time", factor) for name, factor in _SECONDS.items()}
    for prefix, factor in ({"": 1} | _DECIMAL | _BINARY).items():
        table[f"{prefix}B"] = ("bytes", Fraction(factor))
        table[f"{prefix}bit"] = ("bytes", Fraction(factor, 8))
        table[f"{prefix}B/s"] = ("bytes/s", Fraction(factor))
    table |= {
        "KB": table["kB"],
        "KB/s": table["kB/s"],
        "byte": table["B"],
        "bytes": table["B"],
        "bits": table["bit"],
        "字节": table["B"],
    }
    for prefix, factor in ({"": 1} | _DECIMAL).items():
        for name in ("FLOP", "FLOPs"):
            table[f"{prefix}{name}"] = ("flop", Fraction(factor))
        for name in ("FLOP/s", "FLOPS"):
            table[f"{prefix}{name}"] = ("flop/s", Fraction(factor))
    table |= {"%": ("share", Fraction(1, 100)), "percent": ("share", Fraction(1, 100))}
    table |= {"bit/char": ("bits/char", Fraction(1)), "bits/char": ("bits/char", Fraction(1))}
    return table


UNITS = _table()
"""Unit → (dimension, factor to the dimension's base unit). `K`, `M`, `G` before B are decimal, `Ki`, `Mi`, `Gi` binary."""


class UnitError(SaidError):
    """The unit is unknown or measures something else."""


def convert(value: Fraction, given: str, wanted: str) -> Fraction:
    """`value` in unit `given`, expressed in unit `wanted`. A missing unit is taken to be the wanted one.

    Raises UnitError when the two cannot be converted.
    """
    if not given or given == wanted:
        return value
    if given == "%" and not wanted:
        return value / 100
    if given not in UNITS:
        raise UnitError(sentence("The unit {given} is unknown.", given=given))
    if wanted not in UNITS or UNITS[wanted][0] != UNITS[given][0]:
        if not wanted:
            raise UnitError(sentence("The answer has no unit; {given} is not asked.", given=given))
        # the wanted unit may be a word, such as days, which a room translates
        raise UnitError(
            sentence("{given} does not measure what is asked; answer in {wanted}.", given=given, wanted=Said(wanted))
        )
    return value * UNITS[given][1] / UNITS[wanted][1]
