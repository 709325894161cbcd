"""Checks of the claims about the KV cache."""

import numpy as np


def _weights(rng, d=6):
    return [rng.normal(size=(d, d)) / d**0.5 for _ in range(3)]


def _attend(x, wq, wk, wv):
    q, k, v = x @ wq, x @ wk, x @ wv
    s = np.where(np.tri(len(x), dtype=bool), q @ k.T / x.shape[1] ** 0.5, -np.inf)
    p = np.exp(s - s.max(1, keepdims=True))
    return (p / p.sum(1, keepdims=True)) @ v


def _one(q, keys, values):
    s = keys @ q / len(q) ** 0.5
    p = np.exp(s - s.max())
    return p / p.sum() @ values


def cached_equals_recomputed():
    rng = np.random.default_rng(0)
    w, x = _weights(rng), rng.normal(size=(7, 6))
    keys, values = np.empty((0, 6)), np.empty((0, 6))
    for t, token in enumerate(x):
        keys, values = np.vstack([keys, token @ w[1]]), np.vstack([values, token @ w[2]])
        assert np.allclose(_one(token @ w[0], keys, values), _attend(x[: t + 1], *w)[-1])


def past_keys_ignore_the_future():
    """What a second layer would make of the first positions is the same whatever follows; without the mask it is not."""
    rng = np.random.default_rng(1)
    w, x = _weights(rng), rng.normal(size=(5, 6))
    longer = np.vstack([x, rng.normal(size=6)])
    assert np.allclose(_attend(longer, *w)[:5], _attend(x, *w))
    q, k, v = (longer @ m for m in w)
    p = np.exp(q @ k.T)
    assert not np.allclose((p / p.sum(1, keepdims=True) @ v)[:5], _attend(x, *w))


def only_the_last_query_is_needed():
    rng = np.random.default_rng(2)
    w, x = _weights(rng), rng.normal(size=(5, 6))
    assert np.allclose(_one(x[-1] @ w[0], x @ w[1], x @ w[2]), _attend(x, *w)[-1])


def size_formula():
    def size(tokens, batch=1):
        return 2 * 32 * 8 * 128 * tokens * batch * 2

    assert size(1) == 128 * 1024 and size(8192) == 2**30
    assert size(2048, 4) == 4 * size(2048) == size(8192)


def decoding_work_per_step():
    """Multiplications at step t: projections of one token or of all t; attention reads t keys either way."""
    d = 64
    cached = [3 * d * d + 2 * t * d for t in (100, 200)]
    fresh = [t * 3 * d * d + 2 * t * d for t in (100, 200)]
    assert cached[1] - cached[0] == 2 * 100 * d and fresh[1] == 2 * fresh[0]
    assert fresh[1] / cached[1] > 50
