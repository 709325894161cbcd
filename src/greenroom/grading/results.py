"""What grading an answer yields: a verdict a claim with the words that decided it, misconceptions, flags, a score."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from .clauses import Span
from .guards import Flag
from .text import Lang

Verdict = Literal["covered", "partly", "missing", "contradicted"]
EARNS = (0.3, 0.8)
"""A claim earns nothing up to the first probability of its being stated, all from the second, and in proportion between."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of the answer that seem to say the opposite of a claim, and why they seem to."""

    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class ClaimGrade:
    """One claim. `probability` (0..1) is of its being stated; `span` holds the words that decided, `signal` names what did.

    `sure` is False where the grader would rather be checked than believed. `doubt` holds a contradiction that is only
    suspected: it is shown as a question and takes nothing off.
    """

    id: str
    need: Literal["must", "should", "bonus"]
    weight: int
    verdict: Verdict
    probability: float
    span: Span | None
    signal: str
    sure: bool
    doubt: Doubt | None = None

    @property
    def credit(self) -> float:
        """The share of its weight that the claim earns, 0..1."""
        least, most = EARNS
        earned = min(1.0, max(0.0, (self.probability - least) / (most - least)))
        return earned if self.verdict in ("covered", "partly") else 0.0


@dataclass(frozen=True, slots=True)
class MisconceptionHit:
    """A false statement that the answer makes. Unless `sure`, it is asked about and takes nothing off."""

    id: str
    against: str
    span: Span
    signal: str
    sure: bool
    reply: str


@dataclass(frozen=True, slots=True)
class Grade:
    """The whole answer: `score` in 0..1, `tier` names the layers that took part, `check` the claims to look at oneself."""

    lang: Lang
    score: float
    claims: tuple[ClaimGrade, ...]
    misconceptions: tuple[MisconceptionHit, ...] = ()
    follow_ups: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    tier: str = "rules"
    check: tuple[str, ...] = field(default=())

    def claim(self, claim_id: str) -> ClaimGrade:
        """The grade of one claim; KeyError when there is none of that id."""
        for graded in self.claims:
            if graded.id == claim_id:
                return graded
        raise KeyError(claim_id)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; offsets count characters of the answer."""
        return asdict(self)
