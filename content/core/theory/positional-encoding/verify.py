"""Checks of the claims about positions in attention."""

import numpy as np

RNG = np.random.default_rng(0)
X, WEIGHTS, ORDER = RNG.normal(size=(6, 8)), RNG.normal(size=(3, 8, 8)), RNG.permutation(6)


def _attend(x, bias=0.0):
    q, k, v = (x @ w for w in WEIGHTS)
    s = q @ k.T / np.sqrt(8) + bias
    s = np.exp(s - s.max(1, keepdims=True))
    return s / s.sum(1, keepdims=True) @ v


def _sinusoids(n, d=8):
    angle = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    return np.stack([np.sin(angle), np.cos(angle)], -1).reshape(n, d)


def _rotate(x, position):
    angle = position / 10000 ** (np.arange(0, 8, 2) / 8)
    a, b = x[0::2], x[1::2]
    return np.stack([a * np.cos(angle) - b * np.sin(angle), a * np.sin(angle) + b * np.cos(angle)], -1).ravel()


def attention_is_permutation_equivariant():
    assert np.allclose(_attend(X[ORDER]), _attend(X)[ORDER])


def positions_tell_two_orders_apart():
    p = _sinusoids(6)
    assert not np.allclose(_attend(X[ORDER] + p), _attend(X + p)[ORDER], atol=1e-3)


def a_shift_is_a_rotation():
    p = _sinusoids(50).reshape(50, 4, 2)
    step = 1 / 10000 ** (np.arange(0, 8, 2) / 8) * 7
    turned = np.stack([
        p[:43, :, 0] * np.cos(step) + p[:43, :, 1] * np.sin(step),
        p[:43, :, 1] * np.cos(step) - p[:43, :, 0] * np.sin(step),
    ], -1)
    assert np.allclose(turned, p[7:])


def a_table_ends_at_its_length():
    table = RNG.normal(size=(16, 8))
    try:
        table[16]
    except IndexError:
        assert _sinusoids(1000)[999].shape == (8,)
    else:
        raise AssertionError("a learned table has no seventeenth position")


def relative_bias_ignores_a_common_shift():
    bias = lambda p: -np.abs(p[:, None] - p)
    p = np.arange(6)
    assert np.allclose(_attend(X, bias(p)), _attend(X, bias(p + 100)))


def rotary_scores_are_relative():
    q, k = RNG.normal(size=(2, 8))
    score = lambda m, n: _rotate(q, m) @ _rotate(k, n)
    assert np.isclose(score(3, 10), score(103, 110)) and not np.isclose(score(3, 10), score(3, 12))
