import numpy as np


def split(x, h):
    """(n, h * e) to (h, n, e): the last axis is cut first, then the axes are swapped."""
    return x.reshape(len(x), h, -1).swapaxes(0, 1)


def multi_head(x, wq, wk, wv, wo, h, mask=None):
    """x (n, d); wq, wk, wv (d, h * e); wo (h * e, d); mask (n, n) True where one may look. Output and weights."""
    q, k, v = (split(x @ w, h) for w in (wq, wk, wv))
    scores = q @ k.swapaxes(1, 2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    heads = weights @ v
    return heads.swapaxes(0, 1).reshape(len(x), -1) @ wo, weights


rng = np.random.default_rng(0)
x, (wq, wk, wv, wo) = rng.normal(size=(7, 12)), rng.normal(size=(4, 12, 12))
out, weights = multi_head(x, wq, wk, wv, wo, h=3, mask=np.tril(np.ones((7, 7), dtype=bool)))
assert out.shape == (7, 12) and weights.shape == (3, 7, 7)
assert np.allclose(out[0], x[0] @ wv @ wo)  # the first token sees itself alone, in every head
