import numpy as np


def multi_head_attention(x: np.ndarray, weights: tuple[np.ndarray, ...], n_heads: int, causal: bool) -> np.ndarray:
    wq, wk, wv, wo = weights
    size = x.shape[2] // n_heads
    out = np.zeros(x.shape)
    for i, sequence in enumerate(x):
        merged = np.zeros(sequence.shape)
        for head in range(n_heads):
            own = slice(head * size, (head + 1) * size)
            q, k, v = sequence @ wq[:, own], sequence @ wk[:, own], sequence @ wv[:, own]
            for t in range(len(sequence)):
                seen = t + 1 if causal else len(sequence)
                scores = k[:seen] @ q[t] / size**0.5
                weight = np.exp(scores - scores.max())
                merged[t, own] = weight @ v[:seen] / weight.sum()
        out[i] = merged @ wo
    return out
