"""Checks of the equations."""

import numpy as np
from snippet import distil_loss, log_softmax, soft_loss


def setting(seed=1):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(4, 6)), 3 * rng.normal(size=(4, 6)), rng.integers(6, size=4)


def agreement_costs_nothing():
    z, teacher, labels = setting()
    for temp in (1.0, 4.0):
        shifted = teacher + np.arange(4.0)[:, None]  # a shift of all logits is the same distribution
        assert abs(soft_loss(shifted, teacher, temp)[0]) < 1e-12
        assert soft_loss(z, teacher, temp)[0] > 0.01
    hard = -log_softmax(z)[np.arange(4), labels].mean()
    assert np.isclose(distil_loss(z, labels, teacher, w=0.0), hard)
    assert np.isclose(distil_loss(z, labels, teacher, 2.0, 0.3), 0.7 * hard + 0.3 * soft_loss(z, teacher, 2.0)[0])


def gradient_of_the_soft_term():
    z, teacher, _ = setting(2)
    for temp in (1.0, 3.0, 20.0):
        grad, h = soft_loss(z, teacher, temp)[1], 1e-5
        for i, j in np.ndindex(z.shape):
            up, down = z.copy(), z.copy()
            up[i, j] += h
            down[i, j] -= h
            slope = (soft_loss(up, teacher, temp)[0] - soft_loss(down, teacher, temp)[0]) / (2 * h)
            assert np.isclose(grad[i, j], slope, atol=1e-6)
    raw = [np.abs(soft_loss(z, teacher, t)[1]).max() / t**2 for t in (50.0, 100.0)]  # without the factor
    assert np.isclose(raw[0] / raw[1], 4, rtol=0.05)


def hot_limit_matches_logits():
    z, teacher, _ = setting(3)
    centred = (z - z.mean(axis=1, keepdims=True)) - (teacher - teacher.mean(axis=1, keepdims=True))
    assert np.allclose(soft_loss(z, teacher, 1e4)[1] * len(z), centred / 6, atol=1e-3)


def entropy_rises_with_temperature():
    _, teacher, _ = setting(4)
    temps = np.logspace(-4, 4, 80)
    logs = [log_softmax(teacher / t) for t in temps]
    entropies = np.array([-(np.exp(q) * q).sum(axis=1) for q in logs])
    assert (np.diff(entropies, axis=0) > -1e-12).all()
    assert np.allclose(entropies[0], 0, atol=1e-3)
    assert np.allclose(entropies[-1], np.log(6), atol=1e-3)
