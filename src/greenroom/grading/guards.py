"""What a real answer never does: stays empty, copies the question, lists words, shuffles them, repeats itself, gives orders.

Each guard caps the score and says so. They look at form alone, so an attack that nobody trained against meets them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .clauses import Span, sentences
from .text import FUNCTION, Lang, content, tokens

SOUP_CAP = 0.1
_INJECTION = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|rubric|above|previous|criteria)"
    r"|\b(?:full|maximum|perfect|top)\s+(?:marks?|score|points?|credit|grade)\b"
    r"|\bas an? (?:ai|grader|examiner|language model)\b|\b(?:system|assistant)\s*:|\bmark (?:this|all|every).{0,30}\b(?:correct|covered)"
    r"|(?:忽略|无视|忘记).{0,12}(?:指令|提示|规则|要求|评分)|(?:给|打)(?:我|出)?.{0,4}(?:满分|最高分)|(?:系统|助手)[：:]",
    re.IGNORECASE,
)
_DETERMINER = frozenset(["the", "a", "an", "its", "their", "this", "these", "those", "each", "every"])
_PREPOSITION = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
        "into",
        "between",
        "through",
        "during",
        "per",
        "via",
        "than",
    ]
)
_AUXILIARY = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "can",
        "could",
        "may",
        "might",
        "must",
        "will",
        "would",
        "does",
        "do",
        "did",
    ]
)
_JOINER = frozenset(["and", "or", "but", "because", "while", "whereas", "so", "if", "when", "which", "that"])
_HAN_BAD = re.compile(
    r"的的|了的了|是的是|的是的|和和|在的|的在在|被的|的被的|而的|^(?:的|了|吗|得|们)|(?:把|被|将|以及)$"
)
_HAN_GLUE = frozenset("的是在了会用使让把被对于和与而从到为以由比有不将中时要能可即则因所就也都并")


@dataclass(frozen=True, slots=True)
class Flag:
    """A guard that spoke: `name` is its id, `cap` the most that the answer may score (0..1), `span` where."""

    name: str
    cap: float
    span: Span | None = None


def guard(answer: str, question: str, lang: Lang) -> list[Flag]:
    """Every guard that the answer trips."""
    words = content(answer)
    if len(words) < 3:
        return [Flag("empty", 0.0 if not words else 0.2)]
    found = [_copied(answer, question), _repeated(answer), _soup(answer, lang), _shuffled(answer, lang)]
    found += [Flag("injection", 1.0, span) for span in orders(answer)]
    return [flag for flag in found if flag]


def orders(answer: str) -> list[Span]:
    """Sentences that speak to the grader rather than to the question. They earn nothing."""
    return [s for s in sentences(answer) if _INJECTION.search(s.of(answer))]


def _copied(answer: str, question: str) -> Flag | None:
    ours = [t.stem for t in tokens(answer)]
    theirs = [t.stem for t in tokens(question)]
    if len(theirs) < 4 or not ours:
        return None
    grams = {tuple(theirs[i : i + 3]) for i in range(len(theirs) - 2)}
    copied = set[int]()
    for i in range(len(ours) - 2):
        if tuple(ours[i : i + 3]) in grams:
            copied.update((i, i + 1, i + 2))
    own = [w for i, w in enumerate(ours) if i not in copied and w not in theirs]
    share = len(copied) / len(ours)
    return Flag("copied", 0.05) if share >= 0.6 and len(own) < 12 else None


def _repeated(answer: str) -> Flag | None:
    said = [" ".join(content(s.of(answer))) for s in sentences(answer)]
    said = [s for s in said if s]
    words = content(answer)
    if len(said) >= 3 and len(set(said)) <= len(said) / 2:
        return Flag("repeated", 0.5)
    return Flag("repeated", 0.3) if len(words) >= 24 and len(set(words)) < len(words) / 4 else None


def _soup(answer: str, lang: Lang) -> Flag | None:
    if lang == "zh":
        runs = [r for r in re.findall(r"[一-鿿]+|[A-Za-z][\w-]*", answer)]
        han = "".join(r for r in runs if r[0] > "一")
        glue = sum(c in _HAN_GLUE for c in han) / max(1, len(han))
        short = sum(len(r) for r in runs if len(r) <= 5 and r[0] > "一") / max(1, len(han))
        return Flag("soup", SOUP_CAP) if len(runs) >= 6 and (glue < 0.035 or (glue < 0.06 and short > 0.7)) else None
    words = tokens(answer)
    glue = sum(t.raw in FUNCTION for t in words) / len(words)
    return Flag("soup", SOUP_CAP) if len(words) >= 8 and glue < 0.1 and not _verbs(answer) else None


def _verbs(answer: str) -> bool:
    """Telegraphic notes still have verbs or arrows: one a dozen words is enough to be notes and not a list."""
    marks = len(
        re.findall(
            r"->|→|=>|=|:|\b\w{3,}(?:ises|izes|ates|uses|gives|makes|keeps|takes|adds|needs|learns|s the)\b", answer
        )
    )
    return marks * 12 >= len(tokens(answer))


def _shuffled(answer: str, lang: Lang) -> Flag | None:
    count, odd = (_odd_han if lang == "zh" else _odd_english)(answer)
    return (
        Flag("shuffled", SOUP_CAP)
        if count >= 6 and odd >= 2 and odd / count >= (0.12 if lang == "zh" else 0.13)
        else None
    )


def _odd_english(answer: str) -> tuple[int, int]:
    """(function words, those followed by a word that English does not put there)."""
    count = odd = 0
    for sentence in sentences(answer):
        raws = [t.raw for t in tokens(sentence.of(answer))]
        for here, after in zip(raws, [*raws[1:], "."], strict=True):
            if here not in FUNCTION:
                continue
            count += 1
            odd += _odd_pair(here, after)
    return count, odd


def _odd_pair(here: str, after: str) -> bool:
    if here in _DETERMINER and here not in ("this", "these", "those", "each"):
        return after in _DETERMINER or after in _PREPOSITION or after in _AUXILIARY or after in _JOINER or after == "."
    if here in _PREPOSITION:
        return after in _AUXILIARY - {"do"} or (
            after == "." and here in ("of", "the", "from", "with", "into", "than", "as")
        )
    if here in _JOINER and here not in ("that", "which", "so"):
        return after == "." or (
            after in _JOINER and after not in ("if", "when", "that", "because", "while", "so", "which")
        )
    return here in _AUXILIARY and (
        (after in _JOINER and after not in ("that", "so")) or after in _AUXILIARY - {"be", "been", "have", "do", "had"}
    )


def _odd_han(answer: str) -> tuple[int, int]:
    """(clauses, those that break between characters as Chinese does not)."""
    pieces = [p.strip() for p in re.split(r"[，。；：！？、,;:!?\n（）()]+|\.(?=\s|$)", answer) if p.strip()]
    return max(6, len(pieces)), sum(len(_HAN_BAD.findall(p)) for p in pieces)
