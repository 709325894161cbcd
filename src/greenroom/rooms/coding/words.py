"""What the room says: verdicts and causes in words, and the phrases its scripts need."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from greenroom.judge.said import Said, Worded

VERDICTS = {
    "AC": gettext_lazy("Accepted"),
    "WA": gettext_lazy("Wrong answer"),
    "RE": gettext_lazy("The code raised an error"),
    "TLE": gettext_lazy("Too slow"),
    "MLE": gettext_lazy("Too much memory"),
    "OLE": gettext_lazy("Too much output"),
    "PE": gettext_lazy("The input could not be used"),
    "SV": gettext_lazy("Stopped by the sandbox"),
    "IE": gettext_lazy("The judge failed, not you"),
}
ADVICE = {
    "TLE": gettext_lazy("The time limit passed. Look for a loop that NumPy could do at once, or for repeated work."),
    "MLE": gettext_lazy("The memory limit passed. Look for an array that grows with the square of the input."),
    "OLE": gettext_lazy("It printed more than the limit. Remove prints from loops."),
    "SV": gettext_lazy(
        "The code asked the system for something that solutions may not do, such as files or the network."
    ),
    "IE": gettext_lazy(
        "Nothing is lost and nothing counts against you. Submit again; if it stays so, run `greenroom doctor`."
    ),
}
CAUSES = {
    "value": gettext_lazy("The values differ."),
    "shape": gettext_lazy("The shape differs."),
    "dtype": gettext_lazy("The data type differs."),
    "type": gettext_lazy("The type differs."),
    "nan": gettext_lazy("There is NaN or infinity where a number belongs, or the other way round."),
    "mutated": gettext_lazy("The arguments were changed, and the statement forbids it."),
    "order": gettext_lazy("The elements are right, their order is not."),
    "statistical": gettext_lazy("The samples do not follow the distribution that was asked for."),
    "exception": gettext_lazy("It raised an exception where a value belongs, or the other way round."),
    "stdout": gettext_lazy("What was printed differs."),
    "missing": gettext_lazy("A function, a class or an attribute is missing."),
}
PARTS = {
    "queued": gettext_lazy("Waiting for its turn…"),
    "readability": gettext_lazy("Reading the code…"),
    "fuzz": gettext_lazy("%(done)s of %(total)s fresh cases compared with the reference"),
    "cost": gettext_lazy("Timing it beside the reference…"),
    "complexity": gettext_lazy("Watching its time grow with the input…"),
}
"""What a closer look does, by the names that `judge.after` gives."""
TIERS = {
    "sample": gettext_lazy("example"),
    "small": gettext_lazy("random"),
    "edge": gettext_lazy("edge case"),
    "large": gettext_lazy("large"),
    "own": gettext_lazy("your input"),
}


def told(message: Worded | Said | None) -> str:
    """What the judge said in the reader's language; what is not ours, and what old reports hold, as it was said."""
    return message.told(lambda template: _(template) if template else "") if message else ""


def progress(now: dict[str, Any]) -> str:
    """How far a closer look has come, from the event that tells it."""
    part = PARTS.get(str(now.get("part")), PARTS["queued"])
    return str(part) % {"done": now.get("done"), "total": now.get("of")}


def for_scripts() -> dict[str, str]:
    """The phrases of the coding island, in the reader's language."""
    named = {f"verdict_{name}": str(words) for name, words in VERDICTS.items()}
    named |= {f"closer_{name}": str(words) for name, words in PARTS.items()}
    return named | {
        "editor": _("Your solution, Python"),
        "unsaved": _("Saving…"),
        "saved": _("Saved %(time)s"),
        "unreachable": _(
            "The server does not answer. Your text is safe in this browser; it is sent when the server is back."
        ),
        "reconnecting": _("The connection broke. Waiting for the server…"),
        "judging": _("Waiting for the judge…"),
        "tested": _("%(done)s of %(total)s tests"),
        "tested_some": _("%(done)s tests"),
        "passed": _("%(passed)s of %(total)s tests passed"),
        "explaining": _("Looking for the smallest input that fails…"),
        "looked": _("The closer look is there."),
        "taken": _("The counterexample is among your inputs. Run compares it with the reference."),
        "replaced": _("Replaced. Ctrl-Z brings the old text back."),
        "start": _("Start the clock"),
        "pause": _("Pause the clock"),
        "resume": _("Go on with the clock"),
    }


EDITORIAL = [
    gettext_lazy("Clarify"),
    gettext_lazy("Brute force"),
    gettext_lazy("Improve"),
    gettext_lazy("Complexity"),
    gettext_lazy("Variants"),
    gettext_lazy("Pitfalls"),
]
"""The parts of an editorial, in the order of `greenroom.content.models.EDITORIAL`."""
