"""Labelled sightings from items alone: a wording is taken out of the rubric and used as the answer, so the grader must meet words
that it was not given. Other claims, negations and misconceptions serve as wrong answers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from greenroom.content.models import Claim, Theory
from greenroom.grading.clauses import windows
from greenroom.grading.head import features
from greenroom.grading.models import Models
from greenroom.grading.rubric import rubric
from greenroom.grading.sight import sightings
from greenroom.grading.text import Lang

from .attacks import BLUFF, OFF_TOPIC, negate

Signals = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """An answer to one claim of an item: does it mention the claim, and does it state it?"""

    item: Theory
    claim: str
    answer: str
    mentions: bool
    states: bool


def cases(item: Theory, lang: Lang, rng: Random) -> Iterator[Case]:
    """Right, wrong and beside the point, for every claim and each of its wordings."""
    for claim in item.claims:
        told = _told(claim, lang)
        for text in told:
            reduced = _without(item, claim, text, lang) if len(told) > 1 else item
            others = [t for c in item.claims if c.id != claim.id for t in _told(c, lang)]
            around = rng.sample(others, min(2, len(others)))
            yield Case(reduced, claim.id, text, True, True)
            yield Case(reduced, claim.id, " ".join([around[0], text, *around[1:]]), True, True)
            for count in (2, 4, 6):
                yield Case(reduced, claim.id, " ".join(rng.sample(others, min(count, len(others)))), False, False)
            yield Case(reduced, claim.id, rng.choice((*BLUFF[lang], *OFF_TOPIC[lang])), False, False)
            if turned := negate(text, lang):
                yield Case(reduced, claim.id, turned, True, False)
        for trap in item.misconceptions:
            if trap.against == claim.id and (said := trap.says.zh if lang == "zh" else trap.says.en):
                yield Case(item, claim.id, said, True, False)


def _told(claim: Claim, lang: Lang) -> list[str]:
    says, more = (claim.says.zh, claim.paraphrases.zh) if lang == "zh" else (claim.says.en, claim.paraphrases.en)
    return [t for t in (says, *more) if t]


def _without(item: Theory, claim: Claim, text: str, lang: Lang) -> Theory:
    """The item without one wording of one claim."""
    left = [t for t in _told(claim, lang) if t != text]
    says = claim.says.model_copy(update={lang: left[0]})
    fewer = claim.paraphrases.model_copy(update={lang: left[1:]})
    changed = claim.model_copy(update={"says": says, "paraphrases": fewer})
    return item.model_copy(update={"claims": [changed if c.id == claim.id else c for c in item.claims]})


def rows(folders: Iterable[Path], lang: Lang, models: Models, rng: Random) -> Iterator[tuple[Signals, bool, bool, str]]:
    """(signals of the best window, mentions, states, item) for every case."""
    for folder in folders:
        item = Theory.model_validate(tomllib.loads((folder / "item.toml").read_text("utf-8")))
        for case in cases(item, lang, rng):
            ready = rubric(case.item, lang)
            seen = windows(case.answer)
            here = sightings(ready, seen, models.view(ready, case.answer, seen))[case.claim]
            patterned = next(bool(p.statement.groups) for p in ready.points if p.statement.id == case.claim)
            for known in (patterned, False):
                yield features(here[0].mention, known, here[0].opinion), case.mentions, case.states, item.id
