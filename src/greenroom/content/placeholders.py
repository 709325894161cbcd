"""`{{ name }}` in a prompt or solution, filled with the values of one variant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")


def names(text: str) -> set[str]:
    """The placeholders that a text asks for."""
    return set(_PLACEHOLDER.findall(text))


def printed(value: Any) -> str:
    """A value as a person writes it: whole numbers plainly, others to six significant digits."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(printed, value))}]"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return str(value) if isinstance(value, int) else f"{value:.6g}"


def fill(text: str, values: Mapping[str, Any], shown: Mapping[str, str] | None = None) -> str:
    """Put values in; `shown` says how some of them are printed. Raises KeyError for a name that has no value."""
    shown = shown or {}
    return _PLACEHOLDER.sub(lambda m: shown[m[1]] if m[1] in shown else printed(values[m[1]]), text)
