"""A numeric question's units, its tolerance and what its engine says, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_lazy

from greenroom.content.models import Answer
from greenroom.content.said import Worded

_WORDS = {"days": gettext_lazy("days")}
"""Units that are words; symbols such as GiB and s are the same in every language."""


def unit(name: str) -> str:
    """A unit as the reader writes it."""
    return str(_WORDS.get(name, name))


def with_unit(echo: str, name: str) -> str:
    """What the engine wrote, its unit in the reader's language."""
    return f"{echo.removesuffix(name)}{unit(name)}" if name and echo.endswith(f" {name}") else echo


def told(found: Worded) -> str:
    """What the engine says to a typed answer."""
    return found.told(gettext)


def tolerance(answer: Answer) -> str:
    """How far off a typed number or entry may be, as a sentence; empty where it must be exact."""
    if answer.type not in ("number", "vector", "matrix"):
        return ""
    relative = f"{100 * answer.rtol:.3g} %" if answer.rtol else ""
    absolute = f"{answer.atol:.3g} {unit(answer.unit)}".strip() if answer.atol else ""
    margin = " + ".join(filter(None, (relative, absolute)))
    return gettext("A difference of up to %(margin)s is allowed.") % {"margin": margin} if margin else ""
