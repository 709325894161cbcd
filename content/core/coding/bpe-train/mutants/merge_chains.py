"""Wrong on purpose: see `mutants.merge-chains` in item.toml."""

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
            i = 0
            while i + 1 < len(symbols):
                if symbols[i] == first and symbols[i + 1] == second:
                    symbols[i : i + 2] = [first + second]
                    break
                i += 1
    return merges
