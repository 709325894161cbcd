"""Checks of the claims about scaled dot-product attention."""

import numpy as np

RNG = np.random.default_rng(0)


def _softmax(s):
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def _weights(q, k, mask=None):
    s = q @ k.T / np.sqrt(q.shape[-1])
    return _softmax(s if mask is None else np.where(mask, s, -np.inf))


def projections_are_linear():
    w, a, b = RNG.normal(size=(4, 3)), RNG.normal(size=4), RNG.normal(size=4)
    assert np.allclose((2 * a + b) @ w, 2 * (a @ w) + b @ w)


def weights_sum_to_one():
    w = _weights(RNG.normal(size=(5, 8)), RNG.normal(size=(7, 8)))
    assert w.shape == (5, 7) and np.allclose(w.sum(1), 1) and (w > 0).all()


def output_is_in_the_hull_of_the_values():
    v = RNG.normal(size=(7, 2))
    out = _weights(RNG.normal(size=(5, 8)), RNG.normal(size=(7, 8))) @ v
    assert (out >= v.min(0)).all() and (out <= v.max(0)).all()


def scaling_keeps_unit_variance():
    def slope(s):
        w = _softmax(s)
        return (w * (1 - w)).mean()

    for d in (16, 1024):
        q, k = RNG.normal(size=(2000, d)), RNG.normal(size=(2000, d))
        raw = (q * k).sum(1)
        assert abs(raw.var() / d - 1) < 0.15
    q, k = RNG.normal(size=(200, 1024)), RNG.normal(size=(16, 1024))
    assert slope(q @ k.T) < 0.3 * slope(q @ k.T / 32)


def masked_positions_have_no_influence():
    q, k, v = (RNG.normal(size=(6, 4)) for _ in range(3))
    mask = np.tril(np.ones((6, 6), bool))
    before = _weights(q, k, mask) @ v
    k[4:], v[4:] = 99.0, -99.0
    after = _weights(q, k, mask) @ v
    assert np.allclose(before[:4], after[:4]) and np.allclose(_weights(q, k, mask).sum(1), 1)


def heads_give_different_patterns():
    x = RNG.normal(size=(5, 8))
    maps = [_weights(x @ RNG.normal(size=(8, 4)), x @ RNG.normal(size=(8, 4))) for _ in range(2)]
    assert not np.allclose(*maps, atol=0.05)
    assert np.concatenate([m @ (x @ RNG.normal(size=(8, 4))) for m in maps], axis=1).shape == (5, 8)


def score_matrix_is_quadratic():
    sizes = [(np.ones((n, 4)) @ np.ones((n, 4)).T).size for n in (8, 16, 32)]
    assert sizes == [64, 256, 1024]
