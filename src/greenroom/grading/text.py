"""Words of an answer with their places: English stems, Chinese character pairs, LaTeX commands as the words they stand for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Lang = Literal["en", "zh"]

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+(?:\.\d+)?|[一-鿿㐀-䶿]+")
_HAN = re.compile(r"[一-鿿㐀-䶿]")
_ENDINGS = (
    ("isations", "iz"), ("izations", "iz"), ("isation", "iz"), ("ization", "iz"), ("ational", "at"), ("ations", "at"),
    ("ation", "at"), ("ions", ""), ("ion", ""), ("iveness", "iv"), ("fulness", "ful"), ("ously", "ous"),
    ("ising", "iz"), ("izing", "iz"),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ities", ""), ("ised", "iz"), ("ized", "iz"),
    ("ises", "iz"), ("izes", "iz"), ("ise", "iz"), ("ize", "iz"), ("ness", ""), ("ance", ""), ("ence", ""), ("ancy", ""),
    ("ency", ""), ("ates", "at"), ("ated", "at"), ("ating", "at"), ("ies", "y"), ("ing", ""), ("ity", ""), ("ive", "iv"),
    ("ant", ""), ("ent", ""), ("ate", "at"), ("ied", "y"), ("ed", ""), ("es", ""), ("al", ""), ("ly", ""), ("s", ""),
    ("e", ""), ("y", ""),
)  # fmt: skip
_IRREGULAR = {
    "fewer": "few", "less": "less", "lower": "low", "higher": "high", "larger": "larg", "bigger": "big", "smaller": "small",
    "noisy": "nois", "noise": "nois", "does": "do", "has": "hav", "gave": "giv", "given": "giv", "kept": "keep",
    "made": "mak", "took": "tak", "taken": "tak", "fed": "feed", "learnt": "learn", "behaviour": "behavior", "colour": "color",
    "analyses": "analys", "means": "mean", "bias": "bias", "loss": "loss", "class": "class", "across": "across",
    "always": "always", "this": "this", "its": "its", "during": "during", "zeros": "zero", "zeroes": "zero", "held": "hold",
    "dropping": "drop", "dropped": "drop", "drops": "drop", "splitting": "split", "fitting": "fit", "fitted": "fit",
    "overfitting": "overfit", "overfits": "overfit", "overfitted": "overfit", "underfitting": "underfit",
    "variance": "varianc", "variances": "varianc", "element": "element", "gradient": "gradient", "gradients": "gradient",
    "instance": "instanc", "instances": "instanc", "sequence": "sequenc", "sequences": "sequenc", "state": "stat",
    "states": "stat", "statistics": "statistic", "parallel": "parallel", "evaluation": "evaluat", "eval": "evaluat",
    "inference": "infer", "divided": "divid", "divides": "divid", "division": "divid", "sparsity": "spars", "sparse": "spars",
    "summed": "sum", "sums": "sum", "summing": "sum", "added": "add", "adding": "add", "addition": "add",
}  # fmt: skip

_STOPWORDS_WORDS = """
a an the this that these those it its they them their there here he she we you i my your our his her of in on at to for
from by with as into onto over under about between through during per via and or but so then than because since while
whereas although though if when where which who whom whose what how why is are was were be been being am do does did
done has have had having can could may might must shall should will would not no nor also just only even very more most
much many some any each every both all such other another same own too again once up down out off s t re ve ll d m
"""
STOPWORDS = frozenset(_STOPWORDS_WORDS.split())
FUNCTION = STOPWORDS
_LATEX = {"frac": "", "left": "", "right": "", "text": "", "mathbf": "", "mathrm": "", "cdot": "", "operatorname": ""}
HAN_STOP = frozenset("的了在是和与及或也都就而把被对于从到为以其它这那个之着过会能可要使让将很更最地得")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its stem, where it stands (character offsets) and the letters as written, lower-cased."""

    stem: str
    start: int
    end: int
    raw: str


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A light English stem; British and American spellings meet in one."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.isascii():
        return word
    word = word.replace("our", "or") if word.endswith(("our", "ours")) and len(word) > 5 else word
    for ending, kept in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: len(word) - len(ending)] + kept
            return base[:-1] if len(base) > 4 and base[-1] == base[-2] and base[-1] not in "ls" else base
    return word


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Every word in order: Latin words stemmed, numbers as they are, each run of Han characters as overlapping pairs."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word, at = match.group(), match.start()
        if _HAN.match(word):
            found += _pairs(word, at)
        elif _LATEX.get(word) is None:
            raw = word.lower().replace("’", "'")
            found.append(Token(stem(raw.partition("'")[0] if not raw.endswith("n't") else raw), at, match.end(), raw))
    return tuple(found)


def _pairs(run: str, at: int) -> list[Token]:
    if len(run) == 1:
        return [Token(run, at, at + 1, run)]
    return [Token(run[i : i + 2], at + i, at + i + 2, run[i : i + 2]) for i in range(len(run) - 1)]


def is_content(token: Token) -> bool:
    """Whether a token carries meaning: not a function word, and not a pair made of function characters."""
    if token.raw[0] > "一":
        return sum(c in HAN_STOP for c in token.raw) * 2 <= len(token.raw)
    return token.raw not in STOPWORDS and (len(token.raw) > 1 or token.raw.isdigit() or token.raw in "qkvxyn")


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[str, ...]:
    """The stems that carry meaning, in order, with repeats."""
    return tuple(t.stem for t in tokens(text) if is_content(t))


def han_share(text: str) -> float:
    """The share of letters that are Han characters, 0..1."""
    letters = [c for c in text if c.isalpha()]
    return sum(bool(_HAN.match(c)) for c in letters) / max(1, len(letters))


def language(text: str) -> Lang:
    """Which language a text is in: Chinese when a fifth of its letters are Han."""
    return "zh" if han_share(text) >= 0.2 else "en"


class Weights:
    """How telling each stem is within one item: rare among its claims counts more, words of the question count little."""

    def __init__(self, statements: Iterable[str], question: str = "") -> None:
        documents = [set(content(s)) for s in statements]
        self._n = max(1, len(documents))
        self._seen: dict[str, int] = {}
        for document in documents:
            for word in document:
                self._seen[word] = self._seen.get(word, 0) + 1
        self._question = set(content(question))
        self._known: dict[str, float] = {}
        self._totals: dict[frozenset[str], float] = {}

    def of(self, word: str) -> float:
        """A positive weight; 0.3 of it for words that the question gives away."""
        if word not in self._known:
            self._known[word] = self._telling(word) * (0.3 if word in self._question else 1.0)
        return self._known[word]

    def _telling(self, word: str) -> float:
        return max(0.15, 0.4 + math.log((1 + self._n) / (0.5 + self._seen.get(word, 0))))

    def recall(self, wanted: frozenset[str], given: frozenset[str]) -> float:
        """The weighted share of `wanted` stems found among `given`, 0..1."""
        total = self._totals.get(wanted)
        if total is None:
            total = self._totals[wanted] = math.fsum(map(self.of, wanted))  # the same in any order of a set
        return math.fsum(map(self.of, wanted & given)) / total if total else 0.0


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two sparse vectors."""
    dot = sum(v * b[k] for k, v in a.items() if k in b)
    norm = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
    return dot / norm if norm else 0.0
