"""British spelling, and no phrase that could stand in any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greenroom.content.spelling import american

_STOCK = re.compile(
    r"it(?:'s| is) (?:important|worth|crucial|essential) (?:to note|noting|to remember)|worth noting that|\bdelv(?:e|es|ing)\b"
    r"|in conclusion|plays? an? (?:crucial|vital|key|pivotal) role|testament to|in today's|tapestry|when it comes to"
    r"|needless to say|let's dive|dive into|deep dive|game[- ]chang|cutting[- ]edge|seamless|rest assured|in the realm of"
    r"|ever[- ]evolving|in a nutshell|at the end of the day|unlock the (?:power|potential)|harness the power|navigat\w+ the complex"
    r"|not just .{3,40}, but|as an AI\b|look no further|stands out as|rich landscape",
    re.IGNORECASE,
)
_STOCK_ZH = re.compile(
    r"值得注意的是|值得一提的是|众所周知|总而言之|综上所述|至关重要|不可或缺|让我们(?:一起)?(?:深入|来看看)|随着.{0,14}的(?:快速|不断|飞速)发展"
    r"|在当今|扮演着.{0,6}角色|毋庸置疑|不言而喻|赋能|深入探讨"
)
_SOURCE = re.compile(
    r"\b(?:LeetCode|HackerRank|Glassdoor|FAANG|MAANG)\b|\b(?:asked|seen) (?:at|by|in) (?:Google|Meta|Amazon|Apple|Microsoft|OpenAI)"
)
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]")


def spelling(text: str) -> Iterator[str]:
    """American spellings with the British ones."""
    for theirs, ours in american(text):
        yield f"British spelling: {ours!r}, not {theirs!r}"


def phrases(text: str) -> Iterator[str]:
    """Phrases that say nothing, and claims about who asks a question."""
    for pattern in (_STOCK, _STOCK_ZH):
        for found in pattern.finditer(text):
            yield f"a stock phrase: {found[0]!r}; say what is meant, or nothing"
    for found in _SOURCE.finditer(text):
        yield f"{found[0]!r}: no company or site as the source of a question"


def punctuation(zh: str) -> Iterator[str]:
    """Half-width punctuation between Chinese characters."""
    for found in _HALF_WIDTH.finditer(zh):
        yield f"Chinese punctuation is full-width: {found[0]!r}"
