"""American spellings and the British ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEMS = (
    "regular", "normal", "initial", "general", "optim", "standard", "token", "quant", "vector", "maxim", "minim",
    "summar", "real", "recogn", "organ", "util", "visual", "parametr", "factor", "marginal", "penal", "categor",
    "local", "serial", "parallel", "character", "emphas", "symmetr", "diagonal", "orthogonal", "linear", "binar",
    "discret", "generat", "memor", "random", "stabil", "global", "hypothes", "synchron", "special", "final",
    "prior", "central", "custom", "equal", "fertil", "neutral", "polar", "rational", "saniti", "sanit", "tabular",
    "western", "white",
)  # fmt: skip
_ISE = re.compile(
    rf"\b(?:\w+-)?(?:un|re|de|over|non|pre)?(?:{'|'.join(_STEMS)})(iz)(?:e|ed|es|er|ers|ing|ation|ations|able)\b",
    re.IGNORECASE,
)
_WORDS = {
    "behavior": "behaviour", "color": "colour", "favor": "favour", "favorite": "favourite", "neighbor": "neighbour",
    "neighborhood": "neighbourhood", "center": "centre", "centered": "centred", "analyze": "analyse", "analyzed": "analysed",
    "analyzing": "analysing", "modeling": "modelling", "modeled": "modelled", "labeled": "labelled", "labeling": "labelling",
    "unlabeled": "unlabelled", "honor": "honour", "labor": "labour", "rumor": "rumour", "fulfill": "fulfil",
    "catalog": "catalogue", "defense": "defence", "canceled": "cancelled", "canceling": "cancelling", "traveling": "travelling",
    "signaling": "signalling", "totaled": "totalled", "skillful": "skilful", "aluminum": "aluminium", "meter": "metre",
    "channeled": "channelled", "fiber": "fibre",
    "maneuver": "manoeuvre", "plow": "plough", "skeptical": "sceptical", "sulfur": "sulphur",
}  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})s?\b", re.IGNORECASE)


def american(text: str) -> Iterator[tuple[str, str]]:
    """(American, British) for every American spelling in a text."""
    for found in _ISE.finditer(text):
        at, end = found.start(1) - found.start(), found.end(1) - found.start()
        yield found[0], f"{found[0][:at]}is{found[0][end:]}"
    for found in _WORD.finditer(text):
        yield found[1], _WORDS[found[1].lower()]


def british(word: str) -> str:
    """A word in British spelling."""
    return next((ours + word[len(theirs) :] for theirs, ours in american(word) if word.startswith(theirs)), word)
