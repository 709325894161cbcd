"""Whether an answer's clause turns a statement round: a negation where the other has none, or one word for its opposite."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from .text import Token, is_content, stem, tokens

REACH = 3
"""How many content words after a negation it is taken to govern."""
_BREAK = re.compile(
    r"[,;:.!?()→，。；：！？、（）]|[-=]>|\b(?:but|rather|instead|whereas|while|because|since|and|so|which|that|unless|when|if)\b|而|但|因为|所以|就|却|则|便|时|也|说明|否则"
)
_HAN_REACH = 8


@dataclass(frozen=True, slots=True)
class Flip:
    """Why two statements disagree: `kind` is negation, opposite, roles or number; `words` names what decided it."""

    kind: str
    words: str


@dataclass(frozen=True)
class Lexicon:
    """Families of opposites by stem (English) and by string (Chinese), and negation cues."""

    latin: dict[str, tuple[tuple[str, int], ...]]
    han: tuple[tuple[str, str, int], ...]
    negation_en: frozenset[str]
    negation_zh: tuple[str, ...]
    harmless_en: re.Pattern[str]
    harmless_zh: re.Pattern[str]


@lru_cache(maxsize=1)
def lexicon_source() -> dict[str, Any]:
    """opposites.toml as it is written."""
    return tomllib.loads(files("greenroom.grading").joinpath("opposites.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    raw = lexicon_source()
    latin: dict[str, list[tuple[str, int]]] = {}
    han: list[tuple[str, str, int]] = []
    for family, sides in raw["families"].items():
        for pole, words in enumerate(sides):
            for word in words:
                if not word.isascii():
                    han.append((word, family, pole))
                elif (key := stem(word.split()[-1])) and (family, pole) not in latin.setdefault(key, []):
                    latin[key].append((family, pole))
    negation = raw["negation"]
    return Lexicon(
        latin={k: tuple(v) for k, v in latin.items()},
        han=tuple(sorted(han, key=lambda entry: -len(entry[0]))),
        negation_en=frozenset(negation["en"]),
        negation_zh=tuple(sorted(negation["zh"], key=len, reverse=True)),
        harmless_en=re.compile("|".join(rf"\b{re.escape(w)}\b" for w in negation["harmless_en"])),
        harmless_zh=re.compile("|".join(map(re.escape, negation["harmless_zh"]))),
    )


@dataclass(frozen=True, slots=True)
class Pole:
    """One side of a family of opposites at a place of a text."""

    family: str
    side: int
    at: int
    word: str


@lru_cache(maxsize=8192)
def poles(text: str) -> tuple[Pole, ...]:
    """Every word of the text that has an opposite. Chinese words are taken longest first and do not overlap."""
    known = lexicon()
    found = [
        Pole(family, side, t.start, t.raw)
        for t in tokens(text)
        if t.raw.isascii()
        for family, side in known.latin.get(t.stem, ())
    ]
    taken: set[int] = set()
    for word, family, side in known.han:
        for match in re.finditer(re.escape(word), text):
            if taken.isdisjoint(range(match.start(), match.end())) or (
                len(word) > 1 and _same_word(found, match.start(), word)
            ):
                taken.update(range(match.start(), match.end()))
                found.append(Pole(family, side, match.start(), word))
    return tuple(sorted(found, key=lambda p: (p.at, p.family)))


def _same_word(found: Sequence[Pole], at: int, word: str) -> bool:
    return any(p.at == at and p.word == word for p in found)


@lru_cache(maxsize=8192)
def negations(text: str) -> tuple[tuple[int, int], ...]:
    """Character ranges governed by a negation, cue included."""
    known = lexicon()
    low = text.lower().replace("’", "'")
    harmless = [m.span() for pattern in (known.harmless_en, known.harmless_zh) for m in pattern.finditer(low)]
    found = []
    for start, end in _cues(low, known):
        if not any(a <= start < b for a, b in harmless):
            found.append((start, _governed(low, start, end)))
    return tuple(found)


def _cues(low: str, known: Lexicon) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[a-z]+n't|[a-z]+", low):
        if match.group() in known.negation_en or match.group().endswith("n't"):
            yield match.span()
    for match in re.finditer("|".join(map(re.escape, known.negation_zh)), low):
        yield match.span()


def _governed(low: str, cue: int, begin: int) -> int:
    stop = _BREAK.search(low, begin)
    limit = stop.start() if stop else len(low)
    ends = [t.end + begin for t in tokens(low[begin:limit]) if is_content(t)]
    han = any(not c.isascii() for c in low[begin : begin + 2])
    reach = _HAN_REACH if han else 1 if low[cue:begin] == "non" else REACH
    return ends[min(reach, len(ends)) - 1] if ends else limit


@lru_cache(maxsize=8192)
def negated(text: str) -> frozenset[str]:
    """The content stems that stand under an odd number of negations."""
    ranges = negations(text)
    return frozenset(t.stem for t in tokens(text) if is_content(t) and _odd(ranges, t))


@lru_cache(maxsize=8192)
def affirmed(text: str) -> frozenset[str]:
    """The content stems that stand under none, or an even number."""
    ranges = negations(text)
    return frozenset(t.stem for t in tokens(text) if is_content(t) and not _odd(ranges, t))


def _odd(ranges: Sequence[tuple[int, int]], token: Token) -> bool:
    return sum(a <= token.start < b for a, b in ranges) % 2 == 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """The content stems that two texts share: those that both affirm or both deny, and those that only one of the two denies."""

    same: frozenset[str]
    turned: frozenset[str]

    @property
    def shared(self) -> int:
        """How many stems they share."""
        return len(self.turned) + len(self.same)

    @property
    def share(self) -> float:
        """How much of what they share is turned, 0..1."""
        return len(self.turned) / max(1, self.shared)


@lru_cache(maxsize=16384)
def agreement(statement: str, clause: str) -> Agreement:
    """What two texts agree on and what not. A word that either says both ways they agree on."""
    same = (affirmed(statement) & affirmed(clause)) | (negated(statement) & negated(clause))
    turned = (affirmed(statement) & negated(clause)) | (negated(statement) & affirmed(clause))
    return Agreement(same, turned - same)


def flips(statement: str, clause: str) -> list[Flip]:
    """How `clause` turns `statement` round. Meant for a clause that speaks of the same thing; empty when it agrees."""
    if _exchanged(statement, clause):
        turned = _opposites(statement, clause, strict=False) or _negation(statement, clause)
        return [] if turned else [Flip("roles", "than")]
    return [
        *_opposites(statement, clause),
        *_negation(statement, clause),
        *_roles(statement, clause),
        *_numbers(statement, clause),
    ]


def made_up_for(statement: str, clause: str) -> bool:
    """Whether a negation stands in for an opposite: "does not increase" for "decreases"."""
    ours, theirs = _sides(statement), _sides(clause)
    same = [f for f in ours if f in theirs and ours[f][0] == theirs[f][0] != 0]
    return any((ours[f][1].side == theirs[f][1].side) is False for f in same)


TURNED = 0.2
"""From this share of the words that two texts have in common one denies what the other says."""


def _negation(statement: str, clause: str) -> list[Flip]:
    found = agreement(statement, clause)
    if found.share < TURNED or made_up_for(statement, clause):
        return []
    return [Flip("negation", " ".join(sorted(found.turned)))]


def _opposites(statement: str, clause: str, *, strict: bool = True) -> list[Flip]:
    ours, theirs = _sides(statement), _sides(clause)
    found = []
    for family, (side, place) in ours.items():
        other, there = theirs.get(family, (0, place))
        apart = strict and _of_another_thing(statement, place, clause, there)
        if side and other == -side and stem(there.word) != stem(place.word) and not apart:
            found.append(Flip("opposite", f"{there.word} / {place.word}"))
    return found


def _of_another_thing(statement: str, ours: Pole, clause: str, theirs: Pole) -> bool:
    """Whether the two words speak of different things: "activations are harder" against "weights are easier"."""
    before, after = _around(statement, ours)
    before_there, after_there = _around(clause, theirs)
    crossed = (before & after_there) or (after & before_there)
    return not (before & before_there) and bool(crossed) and ours.family in _QUALITIES


_QUALITIES = frozenset({"size", "more", "strong", "speed", "good", "ease", "smooth", "stable", "max"})


def _around(text: str, pole: Pole) -> tuple[set[str], set[str]]:
    """The two content stems before a word and the two after it."""
    near = [t for t in tokens(text) if is_content(t)]
    return {t.stem for t in [t for t in near if t.end <= pole.at][-2:]}, {
        t.stem for t in [t for t in near if t.start > pole.at][:2]
    }


def _sides(text: str) -> dict[str, tuple[int, Pole]]:
    """Family → (+1, -1, or 0 when both sides occur; the last place). Words under a negation count for the other side."""
    ranges = negations(text)
    sides: dict[str, tuple[int, Pole]] = {}
    for pole in poles(text):
        flipped = sum(a < pole.at < b for a, b in ranges) % 2 == 1
        side = (1 if pole.side else -1) * (-1 if flipped else 1)
        before = sides.get(pole.family)
        sides[pole.family] = (side if before is None or before[0] == side else 0, pole)
    return sides


def _segments(text: str, family: str) -> dict[int, set[str]]:
    """For a family of which both sides occur: the content stems of the parts that speak of each side."""
    marks = [p for p in poles(text) if p.family == family]
    words: dict[int, set[str]] = {0: set(), 1: set()}
    bounds = [0, *(m.start() for m in _BREAK.finditer(text)), len(text) + 1]
    side: int | None = None
    for begin, end in pairwise(bounds):
        here = [m for m in marks if begin <= m.at < end]
        side = here[0].side if here else side
        if side is not None:
            own = {m.at for m in here}
            words[side] |= {t.stem for t in tokens(text[begin:end]) if is_content(t) and t.start + begin not in own}
    return words


def _roles(statement: str, clause: str) -> list[Flip]:
    """The same two sides, but what is said of each is exchanged ("test uses the batch, training the average")."""
    both = [f for f in _families(statement) if _has_both(statement, f)]
    for family in both:
        if not _has_both(clause, family):
            continue
        ours, theirs = _segments(statement, family), _segments(clause, family)
        own = [ours[0] - ours[1], ours[1] - ours[0]]
        straight = sum(len(own[s] & theirs[s]) for s in (0, 1))
        crossed = sum(len(own[s] & theirs[1 - s]) for s in (0, 1))
        if crossed >= 2 and crossed > 2 * straight:
            return [Flip("roles", family)]
    return []


def _families(text: str) -> list[str]:
    return list(dict.fromkeys(p.family for p in poles(text)))


def _has_both(text: str, family: str) -> bool:
    return len({p.side for p in poles(text) if p.family == family}) == 2


_THAN = re.compile(r"\bthan\b|(?<=[一-鿿])比(?=[一-鿿A-Za-z])")


def _exchanged(statement: str, clause: str) -> bool:
    """Whether both compare the same two things, but the other way round ("A … than B", "B … than A")."""
    ours, theirs = _compared(statement), _compared(clause)
    if not ours or not theirs:
        return False
    own = (ours[0] - ours[1], ours[1] - ours[0])
    straight = len(own[0] & theirs[0]) + len(own[1] & theirs[1])
    return len(own[0] & theirs[1]) > 0 and len(own[1] & theirs[0]) > 0 and straight == 0


def _compared(text: str) -> tuple[set[str], set[str]] | None:
    """The content stems on either side of "than" (or 比), words with an opposite left out."""
    than = _THAN.search(text)
    if not than:
        return None
    left, right = text[: than.start()], text[than.end() :]
    return _things(left), _things(right)


def _things(text: str) -> set[str]:
    return {t.stem for t in tokens(text) if is_content(t)} - {stem(p.word) for p in poles(text)}


_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\d)")


def _numbers(statement: str, clause: str) -> list[Flip]:
    ours, theirs = set(_NUMBER.findall(statement)), set(_NUMBER.findall(clause))
    if ours and theirs and not ours & theirs:
        return [Flip("number", f"{sorted(theirs)[0]} / {sorted(ours)[0]}")]
    return []
