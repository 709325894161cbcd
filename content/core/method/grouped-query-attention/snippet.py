import numpy as np


def grouped_attention(q, k, v):
    """q (h, n, e); k, v (g, m, e) with g a divisor of h; returns (h, n, e). Keys and values are never copied."""
    (h, n, e), g = q.shape, len(k)
    q = q.reshape(g, h // g, n, e)  # neighbouring query heads form a group
    scores = q @ k[:, None].swapaxes(-1, -2) / np.sqrt(e)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ v[:, None]).reshape(h, n, e)


def cache_bytes(layers, tokens, key_heads, width, number=2):
    return 2 * layers * tokens * key_heads * width * number


def convert(weights, g):
    """Key or value weights of h heads (h, d, e) to g heads: the mean of each group."""
    h, d, e = weights.shape
    return weights.reshape(g, h // g, d, e).mean(axis=1)


rng = np.random.default_rng(0)
q, k, v = rng.normal(size=(8, 5, 4)), rng.normal(size=(2, 5, 4)), rng.normal(size=(2, 5, 4))
assert grouped_attention(q, k, v).shape == (8, 5, 4)
assert cache_bytes(32, 8192, 32, 128) == 4 * 2**30 == 4 * cache_bytes(32, 8192, 8, 128)
