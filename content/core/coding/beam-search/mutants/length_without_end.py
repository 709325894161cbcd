"""Wrong on purpose: see `mutants.length-without-end` in item.toml."""

import math


def beam_search(
    scores: list[list[float]], start: int, end: int, width: int, max_len: int, alpha: float
) -> list[tuple[list[int], float]]:
    live, done = [[start]], []

    def total(path):
        return sum(scores[a][b] for a, b in zip(path, path[1:], strict=False))

    def final(path):
        length = max(len(path) - 1 - (path[-1] == end), min(len(path) - 1, 1))
        return total(path) / length**alpha if length else 0.0

    for _ in range(max_len):
        grown = [[*path, token] for path in live for token in range(len(scores))]
        grown = [path for path in grown if total(path) != -math.inf]
        grown.sort(key=lambda path: (-total(path), path))
        kept = grown[:width]
        done += [path for path in kept if path[-1] == end]
        live = [path for path in kept if path[-1] != end]
    everything = sorted(done + live, key=lambda path: (-final(path), path))
    return [(path[1:], final(path)) for path in everything[:width]]
