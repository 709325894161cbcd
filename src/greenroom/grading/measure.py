"""How well the grader does: on labelled answers, and under attacks made from the items' own model answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

from greenroom.content import text as texts
from greenroom.content.models import Theory
from greenroom.content.tomlfile import read_model

from .grade import grade
from .models import Models
from .results import Grade, Verdict
from .selfcheck import read_texts
from .text import Lang
from .train.attacks import INJECTION, OFF_TOPIC, shuffle, soup
from .train.negation import negate

GOOD_KINDS = ("good", "paraphrase")
WRONG_KINDS = ("inverted", "wrong")
ATTACKS = ("soup", "shuffled", "copied", "off-topic", "bluff", "injection")
SAID: tuple[Verdict, ...] = ("covered", "partly")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled answer (a line of tests/grading/answers) with its grade."""

    item: str
    lang: Lang
    kind: str
    split: str
    claims: Mapping[str, Verdict]
    grade: Grade


@dataclass(frozen=True)
class Subject:
    """A theory item with its questions and model answers by language."""

    item: Theory
    documents: Mapping[Lang, texts.Document]

    def question(self, lang: Lang) -> str:
        return self.documents[lang]["Question"] if lang in self.documents else ""

    def model_answer(self, lang: Lang) -> str:
        return self.documents[lang]["Model answer"]

    def grade(self, answer: str, lang: Lang, models: Models) -> Grade:
        return grade(self.item, answer, lang, question=self.question(lang), models=models)


def subjects(root: Path) -> dict[str, Subject]:
    """Every theory item under a pack's `theory` folder, by id."""
    found = {}
    for folder in sorted(f for f in root.iterdir() if (f / "item.toml").is_file()):
        item = read_model(folder / "item.toml", Theory)
        found[item.id] = Subject(item, read_texts(folder))
    return found


def labelled(folder: Path, known: Mapping[str, Subject], models: Models, split: str) -> list[Labelled]:
    """Every labelled answer of a split, graded. Raises KeyError when an item or a claim is unknown."""
    made = []
    for line in lines(folder):
        if line["split"] == split:
            subject = known[line["item"]]
            if unknown := set(line["claims"]) - {c.id for c in subject.item.claims}:
                raise KeyError(f"{line['item']} has no claim {', '.join(sorted(unknown))}")
            result = subject.grade(line["answer"], line["lang"], models)
            made.append(Labelled(line["item"], line["lang"], line["kind"], split, line["claims"], result))
    return made


def lines(folder: Path) -> Iterator[dict[str, Any]]:
    """The labelled answers of a folder as they are written."""
    for file in sorted(folder.glob("*.jsonl")):
        yield from (json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip())


def f1(rows: Iterable[Labelled], said: Sequence[Verdict] = SAID) -> float:
    """Micro-averaged F1 of "the claim is in the answer" over all labelled claims; NaN when none is."""
    hit = wrong = missed = 0
    for row in rows:
        for claim, truth in row.claims.items():
            found = row.grade.claim(claim).verdict in said
            hit += found and truth in said
            wrong += found and truth not in said
            missed += not found and truth in said
    return 2 * hit / (2 * hit + wrong + missed) if hit + wrong + missed else float("nan")


def four_way(rows: Iterable[Labelled]) -> float:
    """The share of claims with exactly the labelled verdict."""
    return mean(r.grade.claim(c).verdict == truth for r in rows for c, truth in r.claims.items())


def false_contradictions(rows: Iterable[Labelled]) -> float:
    """Among claims that good answers state: the share called contradicted, surely or not."""
    stated = [r.grade.claim(c) for r in rows if r.kind in GOOD_KINDS for c, truth in r.claims.items() if truth in SAID]
    return mean(c.verdict == "contradicted" for c in stated) if stated else float("nan")


def outranked(rows: Sequence[Labelled], kinds: Sequence[str] = ("inverted",)) -> float:
    """Of all pairs (good answer, inverted answer) of one item and language: the share in which the good one scores more."""
    wins = []
    for bad in (r for r in rows if r.kind in kinds):
        same = [g for g in rows if g.kind in GOOD_KINDS and (g.item, g.lang) == (bad.item, bad.lang)]
        wins += [g.grade.score > bad.grade.score for g in same]
    return mean(wins) if wins else float("nan")


def worst_ratio(rows: Sequence[Labelled], kind: str) -> float:
    """The mean score of an attack as a share of the mean score of good answers to the same questions."""
    pairs = []
    for bad in (r for r in rows if r.kind == kind):
        good = [g.grade.score for g in rows if g.kind in GOOD_KINDS and (g.item, g.lang) == (bad.item, bad.lang)]
        if good:
            pairs.append((bad.grade.score, mean(good)))
    return sum(p[0] for p in pairs) / sum(p[1] for p in pairs) if pairs and sum(p[1] for p in pairs) else float("nan")


def negation_losses(subject: Subject, lang: Lang, models: Models) -> tuple[int, int]:
    """(claims lost, claims tried): each covered claim of the model answer is negated, one claim at a time."""
    answer = subject.model_answer(lang)
    tried = [c.id for c in subject.grade(answer, lang, models).claims if c.verdict == "covered" and c.need != "bonus"]
    outcomes = [lost for claim in tried if (lost := _lost(subject, claim, answer, lang, models)) is not None]
    return sum(outcomes), len(outcomes)


def _lost(subject: Subject, claim: str, answer: str, lang: Lang, models: Models, places: int = 3) -> bool | None:
    """Whether a claim is lost when the words that decided it are negated, at every place that says it (at most `places`).

    None when its words have no verb that can be negated.
    """
    turned: str | None = None
    for _ in range(places):
        found = subject.grade(answer, lang, models).claim(claim)
        if found.verdict != "covered" or found.span is None:
            return True if turned else None
        words = found.span.of(answer)
        if turned and (turned in words or words in turned):
            return False
        turned = negate(words, lang)
        if turned is None:
            return None
        answer = answer[: found.span.start] + turned + answer[found.span.end :]
    return subject.grade(answer, lang, models).claim(claim).verdict != "covered"


def attack(subject: Subject, kind: str, lang: Lang, rng: Random) -> str:
    """An attack on a question, made from its model answer."""
    answer, question = subject.model_answer(lang), subject.question(lang)
    return {
        "soup": lambda: soup(answer, lang, rng),
        "shuffled": lambda: shuffle(answer, lang, rng),
        "copied": lambda: f"{question} {question}",
        "off-topic": lambda: rng.choice(OFF_TOPIC[lang]),
        "injection": lambda: INJECTION[lang],
    }[kind]()
