"""Checks of the claims about the cross-entropy loss."""

import numpy as np


def _softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


Z, Y = np.array([1.0, -0.5, 2.0]), np.array([0.0, 1.0, 0.0])


def picks_the_log_of_the_true_class():
    assert np.isclose(-(Y * np.log(_softmax(Z))).sum(), -np.log(_softmax(Z)[1])) and np.isclose(-np.log(0.25), 1.386, atol=1e-3)


def cross_entropy_is_entropy_plus_kl():
    p, q = np.array([0.2, 0.5, 0.3]), np.array([0.4, 0.4, 0.2])
    entropy, kl = -(p * np.log(p)).sum(), (p * np.log(p / q)).sum()
    assert np.isclose(-(p * np.log(q)).sum(), entropy + kl) and kl > 0


def gradient_is_p_minus_y():
    h = 1e-6
    numeric = [(np.log(_softmax(Z - h * d)) @ Y - np.log(_softmax(Z + h * d)) @ Y) / (2 * h) for d in np.eye(3)]
    assert np.allclose(numeric, _softmax(Z) - Y, atol=1e-6)


def squared_error_stalls_when_wrong():
    p = 1 / (1 + np.exp(10.0))
    squared, logarithmic = 2 * (p - 1) * p * (1 - p), p - 1
    assert abs(squared) < 1e-4 and abs(logarithmic) > 0.999


def log_sum_exp_is_stable():
    z = np.array([1000.0, 0.0])
    assert np.isclose(z.max() + np.log(np.exp(z - z.max()).sum()) - z[1], 1000)
    with np.errstate(over="ignore", invalid="ignore"):
        assert not np.isfinite(np.exp(z) / np.exp(z).sum()).all()


def smoothing_bounds_logits():
    gap, eps = np.linspace(0, 30, 30001), 0.1
    p = 1 / (1 + np.exp(-gap))
    loss = -(1 - eps) * np.log(p) - eps * (-gap + np.log(p))
    assert np.isclose(gap[loss.argmin()], np.log((1 - eps) / eps), atol=1e-2)
