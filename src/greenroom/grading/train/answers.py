"""What the heads are fitted on. Mentions come from items alone: a wording is taken out of the rubric and used as the answer, so the
grader must meet words that it was not given; other claims, negations and misconceptions serve as wrong answers. Verdicts come from
labelled answers (docs/grading.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from greenroom.content.models import Claim, Theory
from greenroom.grading.align import mention
from greenroom.grading.clauses import windows
from greenroom.grading.grade import WORTHLESS, heard
from greenroom.grading.guards import guard
from greenroom.grading.head import Signals, mention_signals
from greenroom.grading.measure import Subject, lines
from greenroom.grading.models import Models
from greenroom.grading.results import Verdict
from greenroom.grading.rubric import rubric
from greenroom.grading.sight import sights
from greenroom.grading.signals import signals
from greenroom.grading.text import Lang

from .attacks import BLUFF, OFF_TOPIC, negate


@dataclass(frozen=True, slots=True)
class Case:
    """An answer to one claim of an item: does it mention the claim, rightly or wrongly?"""

    item: Theory
    claim: str
    answer: str
    mentions: bool


def cases(item: Theory, lang: Lang, rng: Random) -> Iterator[Case]:
    """Right, wrong and beside the point, for every claim and each of its wordings."""
    for claim in item.claims:
        told = _told(claim, lang)
        for text in told:
            reduced = _without(item, claim, text, lang) if len(told) > 1 else item
            others = [t for c in item.claims if c.id != claim.id for t in _told(c, lang)]
            around = rng.sample(others, min(2, len(others)))
            yield Case(reduced, claim.id, text, True)
            yield Case(reduced, claim.id, " ".join([around[0], text, *around[1:]]), True)
            yield Case(reduced, claim.id, " ".join(rng.sample(others, min(4, len(others)))), False)
            yield Case(reduced, claim.id, rng.choice((*BLUFF[lang], *OFF_TOPIC[lang])), False)
            if turned := negate(text, lang):
                yield Case(reduced, claim.id, turned, True)
        for trap in item.misconceptions:
            if trap.against == claim.id and (said := trap.says.zh if lang == "zh" else trap.says.en):
                yield Case(item, claim.id, said, True)


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


def mentions(folders: Iterable[Path], lang: Lang, models: Models, rng: Random) -> Iterator[tuple[Signals, bool]]:
    """(how the nearest window meets a claim, whether it mentions it) for every case, with and without its patterns."""
    for folder in folders:
        item = Theory.model_validate(tomllib.loads((folder / "item.toml").read_text("utf-8")))
        for case in cases(item, lang, rng):
            ready = rubric(case.item, lang)
            seen = windows(case.answer)
            if not seen:
                continue
            view = Models(models.readers).view(ready, case.answer, seen)
            point = next(p for p in ready.points if p.id == case.claim)
            told = point.statement
            met = (mention(told, w, ready.weights, view.cosines(told, w), point.about) for w in seen)
            nearest = max(met, key=lambda m: m.nearness)
            for known in (bool(told.groups), False):
                yield mention_signals(nearest, known), case.mentions


def labelled(
    folder: Path, items: Mapping[str, Subject], lang: Lang, models: Models
) -> Iterator[tuple[Signals, Verdict]]:
    """(signals, true verdict) of every claim of the answers that may be tuned on and that no guard throws out."""
    for line in lines(folder):
        if (line["split"], line["lang"]) == ("dev", lang):
            yield from _judged(items[line["item"]], line["answer"], line["claims"], lang, models)


def authored(
    folders: Iterable[Path], items: Mapping[str, Subject], lang: Lang, models: Models
) -> Iterator[tuple[Signals, Verdict]]:
    """The same for what the authors wrote: model answers and good probes state the claims, inverted probes contradict them."""
    for subject in (items[f"theory/{folder.name}"] for folder in folders):
        if lang not in subject.documents:
            continue
        needs = {claim.id: claim.need for claim in subject.item.claims}
        must: dict[str, Verdict] = {name: "covered" for name, need in needs.items() if need == "must"}
        most: dict[str, Verdict] = {name: "covered" for name, need in needs.items() if need != "bonus"}
        yield from _judged(subject, subject.model_answer(lang), most, lang, models)
        for probe in (p for p in subject.item.probes if p.lang == lang):
            if probe.kind == "good":
                yield from _judged(subject, probe.text, must, lang, models)
            elif probe.kind == "inverted":
                yield from _judged(subject, probe.text, dict.fromkeys(must, "contradicted"), lang, models)


def _judged(
    subject: Subject, answer: str, truth: Mapping[str, Verdict], lang: Lang, models: Models
) -> Iterator[tuple[Signals, Verdict]]:
    ready = rubric(subject.item, lang, subject.question(lang))
    seen = heard(answer)
    if seen and all(flag.cap > WORTHLESS for flag in guard(answer, ready.question, lang)):
        looked = sights(ready, seen, models.view(ready, answer, seen))
        for sight, known in zip(looked, signals(looked), strict=True):
            if sight.point.id in truth:
                yield known, truth[sight.point.id]
