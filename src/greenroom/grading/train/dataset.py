"""Pairs (clause, claim) with a label: states, contradicts or neither. Each knows its family and its group, so that whole facts,
items and families can be held out."""

from __future__ import annotations

import gzip
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Literal

from greenroom.content.models import Claim, Misconception, Theory
from greenroom.grading.text import Lang

from .attacks import BLUFF, shuffle, soup, swap
from .negation import negate

Label = Literal["states", "contradicts", "neither"]
HELD_OUT_FAMILIES = ("shuffled", "bluff")
"""Made for measuring only: the model never sees these families."""
PARAPHRASES = 1
"""How often each ordered pair of right wordings is drawn, with subjects drawn anew."""
HELD_OUT_SHARE = 8
"""One fact in this many is kept for measuring."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One example. `group` is the fact, item or question that it belongs to."""

    premise: str
    hypothesis: str
    label: Label
    family: str
    group: str
    lang: Lang = "en"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact said truly and falsely: subjects × predicates. The k-th false predicate denies the k-th true one."""

    id: str
    topic: str
    lang: Lang
    subjects: tuple[str, ...]
    true: tuple[str, ...]
    false: tuple[str, ...]

    def say(self, predicate: str, rng: Random) -> str:
        subject = rng.choice(self.subjects)
        return f"{subject}{predicate}。" if self.lang == "zh" else f"{subject} {predicate}."


def facts(lang: Lang) -> Iterator[Fact]:
    """The twins in `pairs/*.jsonl`: [id, subjects, true, false, subjects zh, true zh, false zh]."""
    for file in sorted(files("greenroom.grading.train").joinpath("pairs").iterdir(), key=lambda f: f.name):
        for line in file.read_text("utf-8").splitlines():
            name, *parts = json.loads(line)
            yield Fact(
                name, file.name.removesuffix(".jsonl"), lang, *map(tuple, parts[:3] if lang == "en" else parts[3:])
            )


def from_facts(lang: Lang, rng: Random) -> Iterator[Pair]:
    """Every fact against itself (restated, denied, spoilt) and against its neighbours of the same topic."""
    known = list(facts(lang))
    for fact in known:
        yield from _restated(fact, rng)
        yield from _denied(fact, rng)
        others = [f for f in known if f.topic == fact.topic and f.id != fact.id]
        yield from _beside(fact, rng.sample(others, 3), rng)
        yield from _spoilt(fact, rng)


def _restated(fact: Fact, rng: Random) -> Iterator[Pair]:
    group = f"fact:{fact.id}"
    said = [(one, other) for one in fact.true for other in fact.true if one != other] * PARAPHRASES
    for one, other in said:
        yield Pair(fact.say(one, rng), fact.say(other, rng), "states", "paraphrase", group, fact.lang)
    for predicate in (rng.choice(fact.true), rng.choice(fact.false)):
        yield Pair(fact.say(predicate, rng), fact.say(predicate, rng), "states", "restated", group, fact.lang)


def _denied(fact: Fact, rng: Random) -> Iterator[Pair]:
    group = f"fact:{fact.id}"
    for true, false in zip(fact.true, fact.false, strict=True):
        yield Pair(fact.say(false, rng), fact.say(true, rng), "contradicts", "inverted", group, fact.lang)
    yield Pair(
        fact.say(fact.false[0], rng), fact.say(fact.true[1], rng), "contradicts", "inverted-far", group, fact.lang
    )
    yield Pair(
        fact.say(fact.true[1], rng), fact.say(fact.false[0], rng), "contradicts", "inverted-far", group, fact.lang
    )
    for predicate in fact.true:
        said = fact.say(predicate, rng)
        turned, swapped = negate(said, fact.lang), swap(said, fact.lang, rng)
        if turned:
            yield Pair(turned, fact.say(predicate, rng), "contradicts", "negated", group, fact.lang)
        if swapped:
            yield Pair(swapped, said, "contradicts", "swapped", group, fact.lang)


def _beside(fact: Fact, others: list[Fact], rng: Random) -> Iterator[Pair]:
    group = f"fact:{fact.id}"
    claim = fact.say(rng.choice(fact.true), rng)
    for other in others[:2]:
        yield Pair(other.say(rng.choice(other.true), rng), claim, "neither", "neighbour", group, fact.lang)
    yield Pair(
        f"{others[2].say(rng.choice(others[2].true), rng)} {fact.say(fact.true[0], rng)}",
        fact.say(fact.true[1], rng),
        "states",
        "embedded",
        group,
        fact.lang,
    )
    mention = "There are several things to say about {}." if fact.lang == "en" else "关于{}，有几点可以说。"
    yield Pair(mention.format(rng.choice(fact.subjects)), claim, "neither", "mention", group, fact.lang)


def _spoilt(fact: Fact, rng: Random) -> Iterator[Pair]:
    group = f"fact:{fact.id}"
    claim = fact.say(rng.choice(fact.true), rng)
    yield Pair(
        soup(" ".join([claim, fact.say(fact.true[0], rng)]), fact.lang, rng), claim, "neither", "soup", group, fact.lang
    )
    yield Pair(shuffle(claim, fact.lang, rng), claim, "neither", "shuffled", group, fact.lang)
    yield Pair(rng.choice(BLUFF[fact.lang]), claim, "neither", "bluff", group, fact.lang)


def from_items(folders: Iterable[Path], lang: Lang, rng: Random) -> Iterator[Pair]:
    """Authored claims against their paraphrases, misconceptions, neighbours and spoilt selves."""
    for item in map(_read, folders):
        known = {claim.id: _wordings(claim, lang) for claim in item.claims}
        wrong = {trap.id: _wordings(trap, lang) for trap in item.misconceptions}
        against = {trap.id: trap.against for trap in item.misconceptions}
        for name, texts in known.items():
            yield from _claim_pairs(item.id, name, known, lang, rng)
            for trap in (t for t in wrong if against[t] == name):
                yield from _trap_pairs(item.id, texts, wrong[trap], rng, lang)


def _read(folder: Path) -> Theory:
    return Theory.model_validate(tomllib.loads((folder / "item.toml").read_text("utf-8")))


def _wordings(source: Claim | Misconception, lang: Lang) -> list[str]:
    says, more = (source.says.zh, source.paraphrases.zh) if lang == "zh" else (source.says.en, source.paraphrases.en)
    return [text for text in (says, *more) if text]


def _claim_pairs(item: str, name: str, known: Mapping[str, list[str]], lang: Lang, rng: Random) -> Iterator[Pair]:
    texts = known[name]
    for text in texts:
        for other in rng.sample([t for t in texts if t != text], k=min(4, len(texts) - 1)):
            yield Pair(text, other, "states", "paraphrase", item, lang)
        turned, swapped = negate(text, lang), swap(text, lang, rng)
        if turned:
            yield Pair(turned, rng.choice(texts), "contradicts", "negated", item, lang)
        if swapped:
            yield Pair(swapped, text, "contradicts", "swapped", item, lang)
    others = [key for key in known if key != name and known[key]]
    for other in rng.sample(others, k=min(4, len(others))):
        yield Pair(rng.choice(known[other]), rng.choice(texts), "neither", "neighbour", item, lang)
    for text in texts[:1]:
        yield Pair(soup(text, lang, rng), text, "neither", "soup", item, lang)


def _trap_pairs(item: str, right: list[str], wrong: list[str], rng: Random, lang: Lang) -> Iterator[Pair]:
    """A misconception against what it denies, either way round, and against itself in other words."""
    for text in wrong:
        for claim in rng.sample(right, k=min(2, len(right))):
            yield Pair(text, claim, "contradicts", "misconception", item, lang)
        yield Pair(rng.choice(right), text, "contradicts", "set-right", item, lang)
        for other in rng.sample([t for t in wrong if t != text], k=min(1, len(wrong) - 1)):
            yield Pair(text, other, "states", "misconception-paraphrase", item, lang)


SAID: dict[str, Label] = {
    "states": "states",
    "states-double-negation": "states",
    "contradicts": "contradicts",
    "denies": "contradicts",
    "neither": "neither",
}
"""The kinds of `said/*.jsonl` and what they stand for."""


def from_said(folders: Iterable[Path], rng: Random) -> Iterator[Pair]:
    """Sentences as candidates say them (`said/*.jsonl`: [item, claim, kind, sentence]) against wordings of their claim, and right
    ones against a misconception of it."""
    claims: dict[tuple[str, str], list[str]] = {}
    traps: dict[tuple[str, str], list[str]] = {}
    for item in map(_read, folders):
        claims |= {(item.id, c.id): _wordings(c, "en") for c in item.claims}
        for trap in item.misconceptions:
            traps.setdefault((item.id, trap.against), []).extend(_wordings(trap, "en"))
    for file in sorted(files("greenroom.grading.train").joinpath("said").iterdir(), key=lambda f: f.name):
        for line in file.read_text("utf-8").splitlines():
            name, claim, kind, sentence = json.loads(line)
            wordings, wrong = claims.get((name, claim), []), traps.get((name, claim), [])
            for wording in rng.sample(wordings, k=min(3, len(wordings))):
                yield Pair(sentence, wording, SAID[kind], f"said:{kind}", name)
            others = [c for (item, c) in claims if item == name and c != claim] if wordings else []
            if others:
                beside = rng.choice(claims[name, rng.choice(others)])
                yield Pair(sentence, beside, "neither", "said:beside", name)
            if wrong and SAID[kind] == "states":
                yield Pair(sentence, rng.choice(wrong), "contradicts", "said:set-right", name)


def from_short_answers(folder: Path, split: str, rng: Random, most: int = 0) -> list[Pair]:
    """Student answers (SemEval-2013 Task 7) against the nearest reference. `most` > 0 draws as many of each label."""
    label: dict[str, Label] = {"correct": "states", "contradictory": "contradicts", "incorrect": "neither"}
    found = []
    for name in ("beetle", "scientsbank"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["split"] == split and len(row["answer"]) > 8:
                    nearest = max(
                        row["references"],
                        key=lambda r: len(set(r.lower().split()) & set(row["answer"].lower().split())),
                    )
                    found.append(
                        Pair(row["answer"], nearest, label[row["label"]], f"students:{name}", row["question_id"])
                    )
    rng.shuffle(found)
    if not most:
        return found
    return [p for wanted in label.values() for p in [p for p in found if p.label == wanted][:most]]


def held_out(pair: Pair) -> bool:
    """Whether a pair is for measuring: its fact was drawn for that, or its family is never trained on."""
    kept = pair.group.startswith("fact:") and sum(pair.group.encode()) % HELD_OUT_SHARE == 0
    return kept or pair.family in HELD_OUT_FAMILIES
