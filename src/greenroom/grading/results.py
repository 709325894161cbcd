"""What grading an answer yields: a verdict a claim with the words that decided it, misconceptions, flags, a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from .clauses import Span
from .guards import Flag
from .text import Lang

Verdict = Literal["covered", "partly", "missing", "contradicted"]
CREDIT: Mapping[Verdict, float] = {"covered": 1.0, "partly": 0.5, "missing": 0.0, "contradicted": 0.0}


@dataclass(frozen=True, slots=True)
class ClaimGrade:
    """One claim. `probability` (0..1) is of its being stated; `span` holds the words that decided, `signal` names what did.

    `sure` is False where the grader would rather be checked than believed. `doubt` says why, when a contradiction is only
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
    doubt: str = ""

    @property
    def credit(self) -> float:
        return CREDIT[self.verdict]


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
