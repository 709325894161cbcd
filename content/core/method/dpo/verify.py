"""Checks of the equations."""

import numpy as np
from snippet import dpo, sigmoid, train


def log_softmax(z):
    return z - np.log(np.exp(z).sum())


def a_wrong_order_weighs_more():
    rng, h, beta = np.random.default_rng(1), 1e-6, 0.4
    parts = list(rng.normal(-5, 2, size=(4, 6)))
    loss, slope = dpo(*parts, beta)
    margin = beta * (parts[0] - parts[2] - parts[1] + parts[3])
    assert np.isclose(loss, np.mean([-np.log(1 / (1 + np.exp(-m))) for m in margin]))
    for which, sign in ((0, 1), (1, -1)):
        for k in range(6):
            parts[which][k] += h
            up = dpo(*parts, beta)[0]
            parts[which][k] -= h
            assert np.isclose((up - loss) / h, sign * slope[k], rtol=1e-4)
    order = np.argsort(margin)
    assert (np.diff(np.abs(slope[order])) < 0).all()  # the lower the margin, the larger the push


def closed_form_is_the_optimum():
    rng, beta = np.random.default_rng(2), 0.3
    reference, reward = rng.dirichlet(np.ones(6)), rng.normal(size=6)

    def value(policy):
        return policy @ reward - beta * (policy * np.log(policy / reference)).sum()

    best = reference * np.exp(reward / beta)
    partition = best.sum()
    best /= partition
    assert np.isclose(value(best), beta * np.log(partition))
    for _ in range(300):
        other = rng.dirichlet(rng.uniform(0.2, 5) * np.ones(6)) + 1e-12
        assert value(other / other.sum()) < value(best)
        near = best * np.exp(0.05 * rng.normal(size=6))
        assert value(near / near.sum()) < value(best)


def the_constant_cancels_in_a_pair():
    rng = np.random.default_rng(3)
    for beta in (0.3, 1.0, 2.0):
        reference, reward = rng.normal(size=5), rng.normal(size=5)
        ratio = log_softmax(train(reference, reward, beta, steps=6000)) - log_softmax(reference)
        implied = beta * ratio
        assert np.allclose(implied[:, None] - implied, reward[:, None] - reward, atol=1e-6)
        partition = (np.exp(log_softmax(reference)) * np.exp(reward / beta)).sum()
        assert np.allclose(implied + beta * np.log(partition), reward, atol=1e-6)


def only_the_difference_counts():
    rng = np.random.default_rng(4)
    a, b, c, d = rng.normal(-9, 2, size=(4, 8))
    for fall in (0.5, 20):
        assert np.isclose(dpo(a - fall, b - fall, c, d, 0.2)[0], dpo(a, b, c, d, 0.2)[0])
    assert dpo(a - 1, b - 3, c, d, 0.2)[0] < dpo(a, b, c, d, 0.2)[0]  # both fell, and the loss is lower
    assert np.isclose(sigmoid(0.0), 0.5)
