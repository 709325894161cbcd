"""Checks of the equations."""

import numpy as np
from snippet import log_softmax, loss_and_grad, smooth


def setting():
    rng = np.random.default_rng(1)
    return rng.normal(size=(6, 7)) * 2, rng.integers(7, size=6)


def loss_splits_in_two():
    z, labels = setting()
    hard = loss_and_grad(z, labels, 0.0)[0]
    uniform = -log_softmax(z).mean(axis=1).mean()
    for eps in (0.0, 0.1, 0.4, 1.0):
        assert np.allclose(smooth(labels, 7, eps).sum(axis=1), 1)
        assert np.isclose(loss_and_grad(z, labels, eps)[0], (1 - eps) * hard + eps * uniform)


def gradient_is_prediction_minus_target():
    z, labels = setting()
    grad, h = loss_and_grad(z, labels, 0.2)[1], 1e-6
    for i in range(6):
        for j in range(7):
            up, down = z.copy(), z.copy()
            up[i, j] += h
            down[i, j] -= h
            slope = (loss_and_grad(up, labels, 0.2)[0] - loss_and_grad(down, labels, 0.2)[0]) / (2 * h)
            assert np.isclose(grad[i, j], slope, atol=1e-8)


def best_gap_is_finite():
    for k, eps in ((2, 0.1), (10, 0.1), (1000, 0.2)):
        gap = np.log(1 + k * (1 - eps) / eps)
        z = np.zeros((1, k))
        z[0, 0] = gap
        assert np.allclose(loss_and_grad(z, np.array([0]), eps)[1], 0, atol=1e-12)
    assert abs(np.log(1 + 10 * 0.9 / 0.1) - 4.5) < 0.05
    z = np.zeros((1, 10))
    losses = []
    for gap in range(0, 40, 4):
        z[0, 0] = gap
        losses.append(loss_and_grad(z, np.array([0]), 0.0)[0])
    assert (np.diff(losses) < 0).all()  # the hard target always wants more


def loss_has_a_floor():
    z, labels = setting()
    for eps in (0.1, 0.3):
        q = smooth(labels, 7, eps)
        floor = -(q * np.log(q)).sum(axis=1).mean()
        assert floor > 0.1
        assert np.isclose(loss_and_grad(np.log(q), labels, eps)[0], floor)
        assert loss_and_grad(z, labels, eps)[0] > floor
