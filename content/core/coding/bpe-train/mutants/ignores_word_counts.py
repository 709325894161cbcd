"""Wrong on purpose: see `mutants.ignores-word-counts` in item.toml."""

from collections import Counter, defaultdict
from itertools import pairwise


def merged(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    out: list[str] = []
    i = 0
    while i < len(symbols):
        width = 2 if (*symbols[i : i + 2],) == pair else 1
        out.append("".join(symbols[i : i + width]))
        i += width
    return out


def train_bpe(words: dict[str, int], n_merges: int, min_count: int) -> list[tuple[str, str]]:
    split = {word: list(word) for word in words}
    counts: Counter[tuple[str, str]] = Counter()
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)

    def tally(word: str, sign: int) -> None:
        for pair in pairwise(split[word]):
            counts[pair] += sign
            holders[pair].add(word)

    for word in words:
        tally(word, 1)
    merges: list[tuple[str, str]] = []
    while len(merges) < n_merges and counts:
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        if counts[best] < min_count:
            break
        merges.append(best)
        for word in holders.pop(best):
            tally(word, -1)
            split[word] = merged(split[word], best)
            tally(word, 1)
    return merges
