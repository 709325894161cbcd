"""What the heads are fitted on. Mentions come from items alone: a wording is taken out of the rubric and used as the answer, so the
grader must meet words that it was not given; other claims, negations and misconceptions serve as wrong answers. Verdicts come from
labelled answers (docs/grading.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from greenroom.content.models import Claim, Texts, Theory
from greenroom.grading.align import mention
from greenroom.grading.clauses import windows
from greenroom.grading.grade import WORTHLESS, heard
from greenroom.grading.guards import guard
from greenroom.grading.head import Signals, mention_signals
from greenroom.grading.measure import Subject, lines
from greenroom.grading.models import Models
from greenroom.grading.results import Verdict
from greenroom.grading.rubric import rubric
from greenroom.grading.sight import Sight, sights
from greenroom.grading.signals import signals
from greenroom.grading.text import Lang

from .attacks import BLUFF, OFF_TOPIC
from .negation import negate


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


def bare(subject: Subject) -> Subject:
    """The subject as if of each claim nobody had written more than one sentence: no other wordings, patterns or misconceptions."""
    claims = [c.model_copy(update={"paraphrases": Texts(), "match": {}}) for c in subject.item.claims]
    return replace(subject, item=subject.item.model_copy(update={"claims": claims, "misconceptions": []}))


def strangers(
    items: Mapping[str, Subject], lang: Lang, models: Models, rng: Random, each: int
) -> Iterator[tuple[Signals, Verdict]]:
    """(signals, missing) of every claim of each item under `each` model answers to other questions."""
    told = [subject for subject in items.values() if lang in subject.documents]
    for subject in told:
        missing: dict[str, Verdict] = dict.fromkeys((claim.id for claim in subject.item.claims), "missing")
        for other in rng.sample([o for o in told if o is not subject], each):
            yield from _judged(subject, other.model_answer(lang), missing, lang, models)


def denials(
    folders: Iterable[Path], answers: Path, items: Mapping[str, Subject], lang: Lang, models: Models
) -> Iterator[tuple[Signals, bool]]:
    """(signals of what may deny a claim, whether it does). Model answers and labelled answers that may be tuned on do not deny the
    claims that they make; a model answer of the same items with one claim's likeliest words negated denies that claim."""
    own = [items[f"theory/{folder.name}"] for folder in folders]
    for line in lines(answers):
        if (line["split"], line["lang"]) == ("dev", lang):
            own.append(items[line["item"]])
            made = {claim for claim, truth in line["claims"].items() if truth == "covered"}
            yield from _denied(items[line["item"]], line["answer"], made, lang, models, denies=False)
    for subject in {s.item.id: s for s in own if lang in s.documents}.values():
        answer = subject.model_answer(lang)
        claims = {claim.id for claim in subject.item.claims if claim.need != "bonus"}
        yield from _denied(subject, answer, claims, lang, models, denies=False)
        for claim, spoilt in _negated(subject, answer, claims, lang, models):
            yield from _denied(subject, spoilt, {claim}, lang, models, denies=True)


def _negated(
    subject: Subject, answer: str, claims: Collection[str], lang: Lang, models: Models
) -> Iterator[tuple[str, str]]:
    """(claim, the answer with the words negated that are most likely about it)."""
    for sight in _looked(subject, answer, lang, models):
        span = sight.windows[0].span
        if sight.point.id in claims and (turned := negate(span.of(answer), lang)):
            yield sight.point.id, answer[: span.start] + turned + answer[span.end :]


def _denied(
    subject: Subject, answer: str, claims: Collection[str], lang: Lang, models: Models, *, denies: bool
) -> Iterator[tuple[Signals, bool]]:
    for sight in _looked(subject, answer, lang, models):
        if sight.point.id in claims and sight.denial:
            yield sight.denial.signals, denies


def _judged(
    subject: Subject, answer: str, truth: Mapping[str, Verdict], lang: Lang, models: Models
) -> Iterator[tuple[Signals, Verdict]]:
    looked = _looked(subject, answer, lang, models)
    for sight, known in zip(looked, signals(looked), strict=True):
        if sight.point.id in truth:
            yield known, truth[sight.point.id]


def _looked(subject: Subject, answer: str, lang: Lang, models: Models) -> list[Sight]:
    """What is seen of each claim; nothing where a guard throws the answer out."""
    ready = rubric(subject.item, lang, subject.question(lang))
    seen = heard(answer)
    if not seen or any(flag.cap <= WORTHLESS for flag in guard(answer, ready.question, lang)):
        return []
    return sights(ready, seen, models.view(ready, answer, seen))
