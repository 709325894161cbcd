"""Where an answer's sentences and clauses begin and end, in English and Chinese, with offsets into the answer itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .text import tokens

_SENTENCE_END = re.compile(r"[。！？；!?]+[）)」』”]*|;|\.[)”]*(?=\s|$)|\n\s*\n+|\n")
_NEW_LINE_ITEM = re.compile(r"\n\s*(?:[-*•#|]|\d+[.)])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|cf|etc|approx|fig|eq|resp|dr|st)\.$", re.IGNORECASE)
_LETTER = re.compile(r"\b[A-Za-z]\.$")
_BEGINS = re.compile(r"\s+[A-Z]")
_CLAUSE_CUT = re.compile(
    r"[，、：]|,|:(?=\s)|(?<=[A-Za-z]{2})\s[-–—]+\s(?=[A-Za-z]{2})|—+|\((?=[a-z]{2,}[ ,])|（|）"
    r"|\b(?:but|whereas|while|because|since|so that|although|though|however|which|then|instead)\b(?=\s)"
    r"|\band\b(?=\s+(?:it|they|this|that|the|at|in|we|you|so|then|each|a|during|is|are|does|has|have|can|uses?|does)\b)"
    r"|但是?|而(?!且)|因为|因此|所以|然而|不过|并且|同时|从而"
)
MIN_WORDS = 3
WRAPPED = 80
"""A single line break after a line longer than this is taken for wrapping, not for an end."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the answer: characters `start` to `end` (exclusive)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and the number (from 0) of the sentence that it belongs to."""

    span: Span
    sentence: int


def sentences(text: str) -> list[Span]:
    """Sentences in order, trimmed; list items and lines end a sentence, abbreviations do not."""
    spans, begin = [], 0
    for cut in _SENTENCE_END.finditer(text):
        if _goes_on(text, cut):
            continue
        spans.append(_trim(text, begin, cut.end()))
        begin = cut.end()
    spans.append(_trim(text, begin, len(text)))
    return [s for s in spans if tokens(s.of(text))]


def _goes_on(text: str, cut: re.Match[str]) -> bool:
    """Whether the sentence goes on: after an abbreviation, and over a line break that only wraps a long line."""
    if cut.group() == ".":
        before = text[max(0, cut.start() - 8) : cut.end()]
        initial = _LETTER.search(before) and not _BEGINS.match(text, cut.end())  # "with probability p. At test time …"
        return bool(initial or _ABBREVIATION.search(before))
    if cut.group() != "\n" or _NEW_LINE_ITEM.match(text, cut.start()):
        return False
    return cut.start() - text.rfind("\n", 0, cut.start()) > WRAPPED


def clauses(text: str) -> list[Clause]:
    """Clauses in order. A piece of fewer than three words joins its neighbour, so that each says something."""
    found: list[Clause] = []
    for number, sentence in enumerate(sentences(text)):
        found += [Clause(span, number) for span in _split(text, sentence)]
    return found


def _split(text: str, sentence: Span) -> list[Span]:
    cuts = [
        sentence.start,
        *(m.start() + sentence.start for m in _CLAUSE_CUT.finditer(sentence.of(text))),
        sentence.end,
    ]
    pieces: list[Span] = []
    for begin, end in pairwise(cuts):
        if pieces and (_short(text, pieces[-1]) or _short(text, Span(begin, end))):
            pieces[-1] = Span(pieces[-1].start, end)
        elif end > begin:
            pieces.append(Span(begin, end))
    return [_trim(text, p.start, p.end) for p in pieces]


def _short(text: str, span: Span) -> bool:
    return len(tokens(span.of(text))) < MIN_WORDS


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\r\n-*•,，、:：;；":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,，、:：":
        end -= 1
    return Span(start, end)


@dataclass(frozen=True, slots=True)
class Window:
    """A clause, two neighbouring clauses or a whole sentence: what a claim is looked for in. `crosses` a sentence's end or not;
    `sentence` is the text of the one that it lies in, its own where it crosses."""

    span: Span
    text: str
    crosses: bool
    sentence: str


def windows(text: str, longest: int = 60) -> list[Window]:
    """Every clause, pair of neighbours and sentence of at most `longest` words, without repeats."""
    parts, whole = clauses(text), sentences(text)
    spans: dict[Span, int | None] = {c.span: c.sentence for c in parts}
    for a, b in pairwise(parts):
        spans.setdefault(Span(a.span.start, b.span.end), a.sentence if a.sentence == b.sentence else None)
    for number, sentence in enumerate(whole):
        spans.setdefault(sentence, number)
    single = {c.span for c in parts}
    made = [
        Window(span, span.of(text), number is None, (span if number is None else whole[number]).of(text))
        for span, number in spans.items()
    ]
    return [w for w in made if w.span in single or len(tokens(w.text)) <= longest]
