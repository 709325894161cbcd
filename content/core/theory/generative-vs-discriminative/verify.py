"""Checks of the claims about generative and discriminative classifiers."""

import numpy as np

MEANS, W = np.array([[0.0, 0.0], [1.5, 0.5]]), np.array([1.5, 0.5])


def _density(x, m):
    return np.exp(-((x - m) ** 2).sum(-1) / 2) / (2 * np.pi)


def _sample(rng, n):
    y = np.arange(n) % 2
    return MEANS[y] + rng.normal(size=(n, 2)), y


def _sigmoid(t):
    return 1 / (1 + np.exp(-np.clip(t, -30, 30)))


def _logistic(x, y):
    z, w = np.c_[np.ones(len(x)), x], np.zeros(3)
    for _ in range(15):
        p = _sigmoid(z @ w)
        w = w + np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + 1e-6 * np.eye(3), z.T @ (y - p))
    return w


def bayes_rule_recovers_posterior():
    x, y = _sample(np.random.default_rng(0), 100000)
    joint = np.array([0.5 * _density(x, m) for m in MEANS])
    p = joint[1] / joint.sum(0)
    near = np.abs(p - 0.8) < 0.05
    assert abs(y[near].mean() - 0.8) < 0.03


def direct_conditional_fit():
    w = _logistic(*_sample(np.random.default_rng(1), 20000))
    assert np.allclose(w[1:], W, atol=0.1) and abs(w[0] + W @ W / 2) < 0.1


def gaussians_imply_logistic():
    x = np.random.default_rng(2).normal(size=(50, 2))
    joint = np.array([_density(x, m) for m in MEANS])
    assert np.allclose(joint[1] / joint.sum(0), _sigmoid(x @ W - W @ W / 2))


def few_favour_generative_many_discriminative():
    rng, wins = np.random.default_rng(3), []
    test_x, test_y = _sample(rng, 2000)
    for _ in range(60):
        x, y = _sample(rng, 8)
        a, b = x[y == 0].mean(0), x[y == 1].mean(0)
        generative = (test_x - (a + b) / 2) @ (b - a) > 0
        w = _logistic(x, y)
        wins.append((generative == test_y).mean() - ((w[0] + test_x @ w[1:] > 0) == test_y).mean())
    assert np.mean(wins) > 0.01
    # Much data, and a density that is not the assumed one: a tenth of class 1 lies far off and drags its mean.
    x, y = _sample(rng, 20000)
    x[(y == 1) & (rng.random(20000) < 0.1), 0] += 15
    middle, way = (x[y == 0].mean(0) + x[y == 1].mean(0)) / 2, x[y == 1].mean(0) - x[y == 0].mean(0)
    w = _logistic(x, y)
    assert ((w[0] + x @ w[1:] > 0) == y).mean() > (((x - middle) @ way > 0) == y).mean() + 0.03


def density_handles_missing_inputs():
    """Integrating out the second input leaves the density of the first."""
    grid = np.linspace(-8, 8, 1601)
    points = np.c_[np.full(1601, 0.7), grid]
    left = _density(points, MEANS[1]).sum() * 0.01
    assert np.isclose(left, np.exp(-((0.7 - 1.5) ** 2) / 2) / np.sqrt(2 * np.pi), atol=1e-6)
