"""Where an answer denies a claim by a plain negation: one that the claim has not, or the lack of one that it has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .align import ABOUT, NEAR, Mention
from .clauses import Span
from .entail import Opinion
from .head import unsquash
from .polarity import Agreement, agreement, made_up_for
from .rubric import Statement

SPEAKS = 0.3
"""A window less likely than this to mention a claim cannot deny it."""
SHARED = 0.9
"""A window is about a wording with this share of the most words that it has in common with any."""
MOST = 0.5
"""A larger share of turned words is no stronger a denial: where little is shared, all of it is soon turned."""


@dataclass(frozen=True, slots=True)
class Denial:
    """The window of an answer that most likely denies a claim: the probability that it mentions the claim, the wording that it
    agrees with best, how far the two agree, and their likeness in meaning (0 without a reader)."""

    mention: Mention
    mentioned: float
    wording: str
    agreement: Agreement
    likeness: float

    @property
    def span(self) -> Span:
        return self.mention.window.span

    @property
    def words(self) -> str:
        return " ".join(sorted(self.agreement.turned))

    @property
    def strength(self) -> float:
        return self.mentioned * min(self.agreement.share, MOST) * (self.mention.recall + self.likeness)


def denial(statement: Statement, likely: Iterable[tuple[Mention, float]]) -> Denial | None:
    """The strongest denial of a statement in the windows of an answer, each given with the probability that it mentions the
    statement; None when nothing negates it."""
    return max(_denials(statement, likely), key=lambda found: found.strength, default=None)


def _denials(statement: Statement, likely: Iterable[tuple[Mention, float]]) -> Iterator[Denial]:
    for met, chance in likely:
        if chance < SPEAKS or met.recall < ABOUT or met.window.crosses:
            continue
        place, agreed = min(_near(statement, met), key=lambda pair: pair[1].share)
        text = statement.texts[place]
        if agreed.turned and not made_up_for(text, met.window.text):
            yield Denial(met, chance, text, agreed, met.cosines[place] if met.cosines else 0.0)


def _near(statement: Statement, met: Mention) -> Iterator[tuple[int, Agreement]]:
    """The wordings that a window is about, each with how far the two agree. A clause is about a long wording that has its words,
    however little of the wording it is."""
    agreed = [agreement(text, met.window.text) for text in statement.texts]
    most = max(found.shared for found in agreed)
    for place, (recall, found) in enumerate(zip(met.recalls, agreed, strict=True)):
        if recall >= NEAR * met.recall or found.shared >= SHARED * most:
            yield place, found


def denial_signals(found: Denial, leaning: float, opinion: Opinion | None) -> dict[str, float]:
    """A denial as named numbers: with how much its sentence leans to the claim (log odds) and what the entailment model thinks.
    Those of absent models are absent."""
    known = {
        "bias": 1.0,
        "strength": found.strength,
        "mentioned": found.mentioned,
        "recall": found.mention.recall,
        "share": found.agreement.share,
        "turned": math.log1p(len(found.agreement.turned)),
        "same": math.log1p(len(found.agreement.same)),
        "leaning": leaning,
    }
    if found.mention.cosines:
        known["cosine"] = found.likeness
    if opinion:
        known |= {"states": unsquash(opinion.states), "contradicts": unsquash(opinion.contradicts)}
    return known
