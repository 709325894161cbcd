"""What a real answer never does: stays empty, copies the question, lists words, shuffles them, repeats itself, gives orders.

Each guard caps the score and says so. They look at form alone, so an attack that nobody trained against meets them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .clauses import Span, sentences
from .text import FUNCTION, Lang, content, tokens

SOUP_CAP = 0.1
BREATHLESS, BREATHLESS_GLUE = 28, 0.36
"""Words without any pause count as shuffled from this many, when fewer of them than this share are function words."""
_INJECTION = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|rubric|above|previous|criteria)"
    r"|\b(?:full|maximum|perfect|top)\s+(?:marks?|score|points?|credit|grade)\b"
    r"|\bas an? (?:ai|grader|examiner|language model)\b|\b(?:system|assistant)\s*:"
    r"|\bmark (?:this|all|every).{0,30}\b(?:correct|covered)"
    r"|(?:忽略|无视|忘记).{0,12}(?:指令|提示|规则|要求|评分)|(?:给|打)(?:我|出)?.{0,4}(?:满分|最高分)|(?:系统|助手)[：:]",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[.,;:!?()\n–—-]+\s|\n")
_DETERMINER_WORDS = """
the a an its their this these those each every
"""
_DETERMINER = frozenset(_DETERMINER_WORDS.split())
_PREPOSITION_WORDS = """
of in on at to for from by with as into between through during per via than
"""
_PREPOSITION = frozenset(_PREPOSITION_WORDS.split())
_AUXILIARY_WORDS = """
is are was were be been has have had can could may might must will would does do did
"""
_AUXILIARY = frozenset(_AUXILIARY_WORDS.split())
_JOINER_WORDS = """
and or but because while whereas so if when which that
"""
_JOINER = frozenset(_JOINER_WORDS.split())
_HAN_MARKS = "，。；：！？、,;:!?"
_HAN_BAD = re.compile(
    f"(?:^|[{_HAN_MARKS}])[的了吗得们性化者中呢和与]"
    f"|是(?:$|[{_HAN_MARKS.replace('：', '').replace(':', '')}])"
    f"|[在与或及把被将从使让不更很最每各其这该向于且若如](?:$|[{_HAN_MARKS}])"
    r"|的(?:[的与了把被也都就让而则或]|时(?![候间刻长延序])|不(?![同足确变平等良稳可相再对])|会(?!议)|能(?![力量])"
    r"|可(?![能靠解视以变用学训])|使(?!用)|要(?![求点素])|和(?!解)|在(?!线)|并(?![行发集])|将(?!来))"
    r"|[是在与把被将对从使让由为以]的|是是|在在|[和与或][和与或在是把被使]"
    r"|[把被][是在和与的把被使，。]|[，。；：、]{2,}"
)
HAN_ODD, HAN_ODD_SHARE = 3, 0.014
"""Chinese words count as shuffled from so many impossible neighbours, and from this share of the characters."""
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
        return _soup_han(answer)
    words = tokens(answer)
    glue = sum(t.raw in FUNCTION for t in words) / len(words)
    return Flag("soup", SOUP_CAP) if len(words) >= 8 and glue < 0.1 and not _verbs(answer) else None


def _soup_han(answer: str) -> Flag | None:
    """Terms set apart by spaces, which Chinese does not use, or by commas with hardly a function word among them."""
    runs = re.findall(r"[一-鿿]+", answer)
    han = "".join(runs)
    glue = sum(c in _HAN_GLUE for c in han) / max(1, len(han))
    short = sum(len(r) for r in runs if len(r) <= 5) / max(1, len(han))
    spaced = len(re.findall(r"[一-鿿]\s+(?=[一-鿿])", answer))
    listed = len(runs) >= 6 and (glue < 0.035 or (glue < 0.06 and short > 0.7))
    return Flag("soup", SOUP_CAP) if listed or (spaced >= 4 and 2 * spaced >= len(runs)) else None


def _verbs(answer: str) -> bool:
    """Telegraphic notes still have verbs or arrows: one a dozen words is enough to be notes and not a list."""
    marks = len(
        re.findall(
            r"->|→|=>|=|:|\b\w{3,}(?:ises|izes|ates|uses|gives|makes|keeps|takes|adds|needs|learns|s the)\b", answer
        )
    )
    return marks * 12 >= len(tokens(answer))


def _shuffled(answer: str, lang: Lang) -> Flag | None:
    if lang == "zh":
        close = re.sub(r"\s+", "", answer)
        odd, count = len(_HAN_BAD.findall(close)), len(re.findall(r"[一-鿿]", close))
        return Flag("shuffled", SOUP_CAP) if odd >= HAN_ODD and odd >= HAN_ODD_SHARE * count else None
    count, odd = _odd_english(answer)
    shuffled = (count >= 6 and odd >= 3 and odd / count >= 0.1) or _breathless(answer)
    return Flag("shuffled", SOUP_CAP) if shuffled else None


def _breathless(answer: str) -> bool:
    """Whether a long stretch has no pause and few function words, as words thrown together have, and speech has not."""
    for stretch in _PAUSE.split(answer):
        words = tokens(stretch)
        if len(words) >= BREATHLESS and sum(t.raw in FUNCTION for t in words) < BREATHLESS_GLUE * len(words):
            return True
    return False


def _odd_english(answer: str) -> tuple[int, int]:
    """(function words, places where English does not put what follows, or does not write a capital)."""
    count = odd = 0
    for sentence in sentences(answer):
        words = tokens(sentence.of(answer))
        raws = [t.raw for t in words]
        for place, (here, after) in enumerate(zip(raws, [*raws[1:], "."], strict=True)):
            if here in FUNCTION:
                count += 1
                odd += _odd_pair(here, after) or _odd_capital(sentence.of(answer), words[place].start, place)
    return count, odd


def _odd_capital(sentence: str, at: int, place: int) -> bool:
    """A function word with a capital in the middle of a sentence, one letter and all-capital words apart."""
    word = re.match(r"[A-Za-z]+", sentence[at:])
    before = sentence[:at].rstrip()
    return bool(
        place and word and re.fullmatch(r"[A-Z][a-z]+", word.group()) and before and before[-1] not in ":\"'“‘(*-"
    )


def _odd_pair(here: str, after: str) -> bool:
    if (
        here in ("a", "an")
        and after[0].isalpha()
        and (here == "an") != (after[0] in "aeiou")
        and after[0] not in "uhmlrsfnx"
    ):
        return True
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
