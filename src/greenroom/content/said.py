"""What an engine says: a sentence as a template and its values, so that a room can say the same in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

_NAME = re.compile(r"\{(\w+)\}")
_LONGEST = 500
"""Characters of a text that is compared with templates."""
Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Said:
    """`str()` is the English. The template's `{names}` are replaced by the values, which may be sentences themselves."""

    template: str
    values: dict[str, str | int | Said] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.told(str)

    def told(self, translate: Translate) -> str:
        """The sentence with each of its templates translated. Reports come back from storage, so a template is never
        trusted as a format: it can name values and nothing else."""

        def value(found: re.Match[str]) -> str:
            held = self.values.get(found[1], found[0])
            return held.told(translate) if isinstance(held, Said) else str(held)

        return _NAME.sub(value, translate(self.template))


def sentence(template: str, /, **values: str | int | Said) -> Said:
    """A sentence. The template is a literal: the message catalogue is made from these calls."""
    return Said(template, values)


def heard(text: str, templates: Iterable[str]) -> Said | None:
    """The sentence that a text is, where it comes from something that can only send text."""
    if len(text) > _LONGEST:
        return None
    matches = ((template, _pattern(template).fullmatch(text)) for template in templates)
    return next((Said(template, dict(found.groupdict())) for template, found in matches if found), None)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _NAME.split(template)
    return re.compile("".join(f"(?P<{p}>.+?)" if i % 2 else re.escape(p) for i, p in enumerate(parts)), re.DOTALL)


class SaidError(Exception):
    """Something that was given cannot be used; `said` tells what to give instead."""

    def __init__(self, said: Said) -> None:
        super().__init__(said)
        self.said = said


class Worded:
    """Has `message`, the English, and beside it `said`, where the sentence is ours: others' words, and those in reports from
    before there was `said`, are a message alone."""

    __slots__ = ()
    said: Said | None
    message: str

    def __post_init__(self) -> None:
        if self.said is not None:
            object.__setattr__(self, "message", str(self.said))

    @property
    def words(self) -> Said | str:
        """To be made part of another sentence."""
        return self.said or self.message

    def told(self, translate: Translate) -> str:
        """The message in another language, as far as it can be."""
        return self.said.told(translate) if self.said else self.message
