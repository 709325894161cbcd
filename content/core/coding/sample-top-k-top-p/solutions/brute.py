import math

import numpy as np


def _normalised(weights: list[float]) -> list[float]:
    total = math.fsum(weights)
    return [w / total for w in weights]


def _pick(probs: list[float], draw: float) -> int:
    reached = 0.0
    for rank, p in enumerate(probs):
        reached += p
        if draw < reached:
            return rank
    return max(rank for rank, p in enumerate(probs) if p > 0)


def sample_tokens(logits: np.ndarray, temperature: float, top_k: int, top_p: float, u: np.ndarray) -> list[int]:
    ranked = sorted(range(len(logits)), key=lambda token: (-float(logits[token]), token))
    if temperature == 0:
        return [ranked[0] for _ in u]
    if top_k > 0:
        ranked = ranked[:top_k]
    top = float(logits[ranked[0]])
    probs = _normalised([math.exp((float(logits[token]) - top) / temperature) for token in ranked])
    if top_p < 1:
        kept, reached = [], 0.0
        for p in probs:
            kept.append(p)
            reached += p
            if reached >= top_p:
                break
        probs = _normalised(kept)
    return [ranked[_pick(probs, float(draw))] for draw in u]
