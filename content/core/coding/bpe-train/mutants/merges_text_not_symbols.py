"""Wrong on purpose: see `mutants.merges-text-not-symbols` in item.toml."""

from collections import Counter


def train_bpe(words: dict[str, int], n_merges: int, min_count: int) -> list[tuple[str, str]]:
    corpus = [(list(word), count) for word, count in words.items()]
    merges: list[tuple[str, str]] = []
    for _ in range(n_merges):
        counts: Counter[tuple[str, str]] = Counter()
        for symbols, count in corpus:
            for pair in zip(symbols, symbols[1:], strict=False):
                counts[pair] += count
        ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        if not ranked or ranked[0][1] < min_count:
            break
        first, second = ranked[0][0]
        merges.append((first, second))
        for symbols, _ in corpus:
            symbols[:] = " ".join(symbols).replace(first + " " + second, first + second).split()
    return merges
