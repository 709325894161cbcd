import numpy as np


def sample_tokens(logits: np.ndarray, temperature: float, top_k: int, top_p: float, u: np.ndarray) -> list[int]:
    if temperature == 0:
        return [int(np.argmax(logits))] * len(u)
    order = np.argsort(logits, kind="stable")[::-1][: top_k or None]
    scores = logits[order] / temperature
    mass = np.cumsum(np.exp(scores - scores[0]))
    mass = mass[: np.searchsorted(mass, top_p * mass[-1]) + 1]
    return order[np.searchsorted(mass, np.asarray(u) * mass[-1], side="right")].tolist()
