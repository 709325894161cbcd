"""Which way words lean: to one set of wordings or to another. A naive Bayes classifier over what the authors wrote.

Between a claim and what denies it: what tells a fact from its inversion is seldom what the two are about, which similarity sees,
but a word or two in which they differ. Between one claim and the others of a question: which of them a sentence is about.
Lidstone's rule, with a small constant.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from .polarity import negated
from .text import content

SMOOTHING = 0.05
"""Times that each word is taken to have been seen beyond those counted: little, since a word of one side alone tells much."""


@dataclass(frozen=True)
class Leaning:
    """Two sets of wordings, each wording as its words."""

    here: tuple[frozenset[str], ...] = ()
    there: tuple[frozenset[str], ...] = ()

    def odds(self, words: frozenset[str]) -> float:
        """The logarithm of how much likelier the words are from here than from there, divided by the root of their number so that
        long sentences weigh like short ones. 0 where either side has no wordings."""
        if not words or not self.here or not self.there:
            return 0.0
        return math.fsum(self._told.get(word, 0.0) for word in words) / math.sqrt(len(words))

    @cached_property
    def _told(self) -> dict[str, float]:
        """What each word that occurs adds."""
        here, there = (Counter(chain.from_iterable(side)) for side in (self.here, self.there))
        ours, theirs = _shares(len(self.here)), _shares(len(self.there))
        return {word: ours[here[word]] - theirs[there[word]] for word in here | there}


@cache
def _shares(wordings: int) -> tuple[float, ...]:
    """The logarithm of the share of wordings with a word, for a word in none, one, two … of them."""
    return tuple(math.log((times + SMOOTHING) / (wordings + 2 * SMOOTHING)) for times in range(wordings + 1))


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The content stems of a text as a set."""
    return frozenset(content(text))


@lru_cache(maxsize=16384)
def marked(text: str) -> frozenset[str]:
    """The content stems of a text, those under a negation marked: a denied word is another word."""
    denied = negated(text)
    return frozenset(f"not {stem}" if stem in denied else stem for stem in stems(text))
