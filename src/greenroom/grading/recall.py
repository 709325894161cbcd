"""How much of a page an answer gives back, where nobody has written claims: the points are the page's own sentences.

A sentence is looked for whole and clause by clause (nobody says a long one in one breath), and the better of the two counts. What
is derived like this is a rough measure: a sentence said in quite other words may be missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from greenroom.content.query import plain
from greenroom.content.render import CITATION
from greenroom.content.text import prose_lines

from .clauses import Span, clauses, sentences
from .grade import grade_rubric
from .guards import Flag
from .models import Models
from .results import ClaimGrade, Verdict
from .rubric import Need, Point, Rubric, Statement, about
from .text import Lang, Weights, content, language

Part = Literal["summary", "pitfalls", "when-not"]
NEEDS: Mapping[Part, Need] = {"summary": "must", "pitfalls": "should", "when-not": "should"}
WEIGHTS: Mapping[Need, int] = {"must": 3, "should": 1}
LEAST: Mapping[Lang, int] = {"en": 4, "zh": 6}
"""Different words of meaning (in Chinese, pairs of characters) without which a sentence says too little to be looked for."""
ENOUGH = 0.5
"""Of the page's weight: so much said counts as all of it. Nobody says a page back sentence by sentence."""
RECALLED, HALF = 0.6, 0.25
"""The credit from which a sentence counts as recalled, and as recalled in part."""
_NEVER: Mapping[Lang, str] = {"en": "Never ", "zh": "不能"}
"""What makes a warning of a mistake, so that the rules for negations see no contradiction in "don't" before a pitfall."""
_OPAQUE = re.compile(r"\$\$?(?:[^$\\]|\\.)+\$\$?|`[^`\n]*`|\]\([^)\n]*\)|\*\*|__")
"""Maths, code, a link's target, marks of emphasis: no sentence ends within one, and none of it is a word."""
_CITED = re.compile(rf" ?{CITATION.pattern}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page worth recalling: where it is from, and its Markdown without citations."""

    id: str
    part: Part
    source: str

    @property
    def need(self) -> Need:
        return NEEDS[self.part]

    @property
    def weight(self) -> int:
        return WEIGHTS[self.need]


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer gave back of a sentence: `credit` in 0..1, and the words that earned it."""

    sentence: Sentence
    verdict: Verdict
    credit: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """The whole answer: `score` in 0..1, `tier` names the layers that took part, as for a `Grade`."""

    lang: Lang
    score: float
    told: tuple[Told, ...]
    flags: tuple[Flag, ...]
    tier: str


def points(page: Mapping[Part, str]) -> tuple[Sentence, ...]:
    """The sentences of a page's parts, given as Markdown, that say enough to be looked for."""
    return tuple(sentence for part in NEEDS for sentence in _points(part, page.get(part, "")))


def _points(part: Part, markdown: str) -> Iterator[Sentence]:
    source = _CITED.sub("", "\n".join(line for _, line in prose_lines(markdown)))
    masked = _OPAQUE.sub(lambda found: "·" * len(found[0]), source)
    telling = [span for span in sentences(masked) if _tells(span.of(masked))]
    for number, span in enumerate(telling, start=1):
        yield Sentence(f"{part}-{number}", part, span.of(source).rstrip(";；"))


def _tells(masked: str) -> bool:
    return len(set(content(masked))) >= LEAST[language(masked)]


def recall(
    page: Sequence[Sentence], answer: str, lang: Lang, *, question: str = "", models: Models | None = None
) -> Recall:
    """Grade `answer` against the sentences of a page; `question` is what was asked, whose words alone earn little."""
    found = grade_rubric(_rubric(page, lang, question), answer, models or Models.none())
    grades = iter(found.claims)
    told = tuple(_told(sentence, [next(grades) for _ in _statements(sentence, lang)]) for sentence in page)
    share = sum(t.sentence.weight * t.credit for t in told) / (sum(s.weight for s in page) or 1)
    score = min([1.0, share / ENOUGH, *(flag.cap for flag in found.flags)])
    return Recall(lang, round(score, 4), told, found.flags, found.tier)


def _rubric(page: Sequence[Sentence], lang: Lang, question: str) -> Rubric:
    stated = {sentence.id: _statements(sentence, lang) for sentence in page}
    words = {name: [wording for s in statements for wording in s.stems] for name, statements in stated.items()}
    looked_for = [
        Point(s, sentence.need, sentence.weight, about(words, sentence.id))
        for sentence in page
        for s in stated[sentence.id]
    ]
    weights = Weights([plain(sentence.source) for sentence in page], question)
    return Rubric(lang, question, tuple(looked_for), (), weights)


def _statements(sentence: Sentence, lang: Lang) -> list[Statement]:
    """The sentence itself, then its clauses when it has several. A warning may be said as a thing done or as one not to do."""
    whole = plain(sentence.source)
    parts = [clause.span.of(whole) for clause in clauses(whole)]
    texts = [whole, *(parts if len(parts) > 1 else [])]
    warned = [] if sentence.part == "summary" else [_NEVER[lang]]
    return [
        Statement.of(f"{sentence.id}/{number}", [text, *(words + text for words in warned)])
        for number, text in enumerate(texts)
    ]


def _told(sentence: Sentence, grades: Sequence[ClaimGrade]) -> Told:
    whole, *parts = grades
    pieced = fmean(part.credit for part in parts) if parts else 0.0
    credit = max(whole.credit, pieced)
    verdict: Verdict = "covered" if credit >= RECALLED else "partly" if credit >= HALF else "missing"
    earning = [whole] if whole.credit >= pieced else parts
    spans = dict.fromkeys(g.span for g in earning if g.span and g.credit and verdict != "missing")
    return Told(sentence, verdict, round(credit, 4), tuple(spans))
