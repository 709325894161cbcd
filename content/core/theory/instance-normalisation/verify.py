"""Checks of the claims about instance normalisation."""

import numpy as np

EPS = 1e-8


def _norm(x, axes):
    return (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + EPS)


def _instance(x):
    return _norm(x, (2, 3))


def _group(x, groups):
    n, c, h, w = x.shape
    return _norm(x.reshape(n, groups, c // groups, h, w), (2, 3, 4)).reshape(x.shape)


X = np.random.default_rng(0).normal(2.0, 3.0, (4, 6, 5, 5))


def standardises_each_channel_of_each_example():
    y = _instance(X)
    assert np.allclose(y.mean((2, 3)), 0) and np.allclose(y.var((2, 3)), 1)


def neighbours_in_the_batch_do_not_matter():
    assert np.allclose(_instance(X)[:1], _instance(X[:1]))
    assert not np.allclose(_norm(X, (0, 2, 3))[:1], _norm(X[:1], (0, 2, 3)))


def contrast_and_brightness_vanish():
    assert np.allclose(_instance(4 * X + 7), _instance(X), atol=1e-6)


def adain_adopts_the_statistics():
    style = np.random.default_rng(1).normal(-1.0, 0.5, X.shape)
    y = _instance(X) * style.std((2, 3), keepdims=True) + style.mean((2, 3), keepdims=True)
    assert np.allclose(y.mean((2, 3)), style.mean((2, 3))) and np.allclose(y.std((2, 3)), style.std((2, 3)))


def group_norm_joins_the_two():
    assert np.allclose(_group(X, 6), _instance(X)) and np.allclose(_group(X, 1), _norm(X, (1, 2, 3)))


def magnitude_is_lost():
    weak, strong = X[:1], 10 * X[:1]
    assert np.allclose(_instance(weak), _instance(strong), atol=1e-6)
    assert np.allclose(_instance(X[:, :, :1, :1]), 0)
