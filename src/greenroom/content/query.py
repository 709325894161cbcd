"""From what a person types to what the full-text index understands.

Chinese is written without spaces, so a run of Chinese characters becomes its overlapping pairs, in the index as in the query; a
query's pairs form a phrase, which finds exactly the run. That needs no dictionary, loads nothing and knows no wrong segmentation.
Names of the glossary are widened to all names of their term, whatever the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz, process

from .glossary import CJK, Glossary, words
from .render import CITATION
from .spelling import british

_IS_CJK = re.compile(rf"[{CJK}]")
_RUN = re.compile(rf"[{CJK}]+")
_ENDINGS = ("isations", "ations", "ings", "ments", "ness", "ically", "ality", "ively", "ables", "ibility", "ers", "ed")
_LONGEST_NAME = 8
_ALIKE = 80.0
"""How alike (0-100) a known word must be to what was typed."""
_SIGNS: dict[str, str] = dict(
    re.findall(
        r"(\w+) (\S)",
        "times × cdot · sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ infty ∞ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ in ∈ to → "
        "top ᵀ ldots … dots … cdots … pm ± sqrt √ mid | alpha α beta β gamma γ delta δ epsilon ε varepsilon ε eta η "
        "theta θ lambda λ mu μ pi π rho ρ sigma σ tau τ phi φ omega ω",
    )
)
"""LaTeX's words that have a sign; of the others what they mean stays out."""


def _sign(word: re.Match[str]) -> str:
    """A word of LaTeX as its sign and the space after it; nothing where it has none."""
    return _SIGNS[word[1]] + word[2] if word[1] in _SIGNS else ""


def _spoken(maths: re.Match[str]) -> str:
    """Maths as far as one line of plain characters can show it."""
    text = re.sub(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", maths[1])
    text = re.sub(r"\\([A-Za-z]+)( ?)|\\.", _sign, text)
    return re.sub(r"[{}]", "", text).replace("^ᵀ", "ᵀ").strip()


_MATHS = re.compile(r"(?<!\\)\$\$?([^$]+?)(?<!\\)\$\$?")
_CITED = re.compile(rf" ?(?:{CITATION.pattern})")
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def readable(markdown: str) -> str:
    """Markdown for a terminal: maths in signs and no citations, its code untouched."""
    parts, at = [], 0
    for code in _CODE.finditer(markdown):
        parts += [_MATHS.sub(_spoken, _CITED.sub("", markdown[at : code.start()])), code[0]]
        at = code.end()
    return "".join([*parts, _MATHS.sub(_spoken, _CITED.sub("", markdown[at:]))])


_MARKUP: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    (re.compile(r"\{\{.*?\}\}"), "…"),
    (_MATHS, _spoken),
    (re.compile(r"^ {0,3}(`{3,}|~{3,}).*$", re.MULTILINE), ""),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (_CITED, ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^#+ +", re.MULTILINE), ""),
    (re.compile(r"[`*|]|\$\$?"), ""),
    (re.compile(r"[ \t]*\n\s*"), " "),
]


def plain(markdown: str) -> str:
    """A text without its markup, on one line."""
    for pattern, instead in _MARKUP:
        markdown = pattern.sub(instead, markdown)
    return markdown.strip()


def tokens(text: str) -> Iterator[str]:
    """Words, and for Chinese the overlapping pairs of characters (a lone character stays alone)."""
    for word in words(text):
        yield from _pairs(word)


def _pairs(run: str) -> list[str]:
    if len(run) < 2 or not _IS_CJK.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


def indexed(text: str) -> str:
    """A text as it is put into the index, which cuts all but Chinese into words itself."""
    return _RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", text)


class Query:
    """A typed query: groups of alternatives. Each group should be met by one of its names."""

    def __init__(self, typed: str, glossary: Glossary) -> None:
        self.groups = list(_groups(words(typed), glossary))
        self.open_end = bool(typed) and not typed[-1].isspace()

    def match(self, joined_by: str = "AND") -> str:
        """An FTS5 expression. The last word may be unfinished."""
        last = len(self.groups) - 1
        groups = (
            " OR ".join(filter(None, (_phrase(name, self.open_end and at == last) for name in group)))
            for at, group in enumerate(self.groups)
        )
        return f" {joined_by} ".join(f"({group})" for group in groups if group)

    @property
    def names(self) -> list[str]:
        """Everything that a hit may contain, for marking it in a snippet."""
        return [name for group in self.groups for name in group]


def _groups(typed: list[str], glossary: Glossary) -> Iterator[tuple[str, ...]]:
    """Cut the words into glossary names, the longest first, and single words."""
    at = 0
    while at < len(typed):
        for length in range(min(_LONGEST_NAME, len(typed) - at), 0, -1):
            name = " ".join(typed[at : at + length])
            terms = glossary.by_words.get(name, ())
            if terms or length == 1:
                others = (other.casefold() for term in terms for other in term.names if _telling(other))
                yield tuple(dict.fromkeys((name, british(name), *others)))
                at += length
                break


def _telling(name: str) -> bool:
    """Whether a name may stand for its term unasked: two letters mean too many things."""
    return len(name) > 2 or _IS_CJK.search(name) is not None


def _phrase(name: str, open_end: bool) -> str:
    parts = list(tokens(name))
    if len(parts) != 1:
        return f'"{" ".join(parts)}"' if parts else ""
    word = parts[0]
    if _IS_CJK.match(word):
        return f'"{word}"*' if len(word) == 1 else f'"{word}"'
    return " OR ".join(_unfinished(word)) if open_end else f'"{word}"'


def _unfinished(word: str) -> Iterator[str]:
    """A word that may go on. The index holds stems, so what is typed may already be longer than the stem: clipp → clip."""
    yield f'"{word}"*'
    for length in range(len(word) - 1, 3, -1):
        ending = word[length:].removeprefix(word[length - 1])
        if any(known.startswith(ending) for known in _ENDINGS):
            yield f'"{word[:length]}"'


def spans(text: str, names: list[str]) -> list[tuple[int, int]]:
    """Where any of the names stands in a text: (start, end), in order, not overlapping."""
    wanted = sorted({name for name in names if name}, key=len, reverse=True)
    if not wanted:
        return []
    parts = (re.escape(n) if _IS_CJK.search(n) else rf"\b{re.escape(n)}\w*" for n in wanted)
    return [found.span() for found in re.finditer("|".join(parts), text, re.IGNORECASE)]


def corrected(typed: str, vocabulary: Sequence[str]) -> str:
    """The query with each unknown word of some length replaced by the likeliest known one."""
    known = set(vocabulary)

    def repair(found: re.Match[str]) -> str:
        word = found[0].casefold()
        near = None if word in known else process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return near[0] if near else found[0]

    return re.sub(r"[A-Za-z]{4,}", repair, typed)
