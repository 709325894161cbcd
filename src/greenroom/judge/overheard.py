"""What reaches the supervisor as text, from processes and protocols that know no `Said`, made sentences again.

The statistical tests' sentences stand with them, in `compare.greenroom_stats`.
"""

from __future__ import annotations

from greenroom.judge.said import Said, heard, sentence
from greenroom.judge.session import MISSING
from greenroom.judge.types import Raised

STOPPED = {
    "RE": sentence("The program ended itself or crashed."),
    "TLE": sentence("The time limit was passed."),
    "MLE": sentence("The memory limit was passed."),
    "OLE": sentence("More was printed than is allowed."),
    "PE": sentence("The program interfered with the exchange of results."),
    "SV": sentence("The program tried something that is not allowed here."),
    "IE": sentence("The judge failed. It is not your fault; try again."),
}
STOPS = (
    "the program ended itself with exit code {code}",
    "the program crashed ({signal})",
    "the program closed its channel to the judge",
    "the program sent the judge something else than an answer: {error}",
    "the answer has too many parts",
    "{file} is too long",
)
"""What a session adds to its verdict where that does not say it all (`answers`, `running`, `wire`)."""
ABSENT = ("{file} does not define {name}", "{object} has no attribute {name}")
"""The messages of a `MISSING` exception (`child`)."""
NEEDS = (
    "install PyTorch for these items: pip install 'greenroom[torch]'",
    "the profile {profile} needs {absent}: pip install {names}",
)
"""Of the judge's own errors, those that a candidate can act on (`profiles`); the others are for whoever runs it."""
EVERYTHING = (*STOPS, *ABSENT, *NEEDS)


def stopped(verdict: str, detail: str = "") -> Said:
    """Why a program was stopped, with what its session said beyond that."""
    more = heard(detail, STOPS)
    return sentence("{what} More exactly: {more}.", what=STOPPED[verdict], more=more) if more else STOPPED[verdict]


def failed(error: str) -> Said:
    """Why the judge itself could not work."""
    return sentence("Why, for whoever looks after Greenroom: {error}", error=heard(error, NEEDS) or error)


def absent(raised: Raised) -> Said | None:
    """What a script asked for and the code does not define; None for what the code raised itself."""
    return heard(raised.message, ABSENT) if raised.type == MISSING else None
