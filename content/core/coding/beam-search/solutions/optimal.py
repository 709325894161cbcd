"""Choose the best extensions with a bounded heap; candidates carry their tokens as tuples, which also break ties."""

from heapq import nsmallest
from math import inf


def beam_search(
    scores: list[list[float]], start: int, end: int, width: int, max_len: int, alpha: float
) -> list[tuple[list[int], float]]:
    live, done = [(0.0, ())], []
    for _ in range(max_len):
        grown = (
            (cost - score, (*tokens, token))
            for cost, tokens in live
            for token, score in enumerate(scores[tokens[-1] if tokens else start])
            if score > -inf
        )
        kept = nsmallest(width, grown)
        done += [entry for entry in kept if entry[1][-1] == end]
        live = [entry for entry in kept if entry[1][-1] != end]
    ranked = nsmallest(width, ((cost / max(len(tokens), 1) ** alpha, tokens) for cost, tokens in done + live))
    return [(list(tokens), -cost) for cost, tokens in ranked]
