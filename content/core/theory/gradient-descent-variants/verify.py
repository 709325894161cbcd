"""Checks of the claims about gradient descent, on least squares."""

import numpy as np


def _problem(seed=0, n=512, d=3, noise=0.5):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    y = x @ np.arange(1.0, d + 1) + noise * rng.normal(size=n)
    return rng, x, y, np.linalg.lstsq(x, y, rcond=None)[0]


def _slope(w, x, y):
    return x.T @ (x @ w - y) / len(y)


def _sgd(rng, x, y, rates, batch):
    w = np.zeros(x.shape[1])
    for rate in rates:
        rows = rng.integers(0, len(y), batch)
        w = w - rate * _slope(w, x[rows], y[rows])
    return w


def steps_go_downhill():
    rng, x, y, _ = _problem()
    w = np.zeros(3)
    g = _slope(w, x, y)
    other = rng.normal(size=(3, 500))
    other /= np.linalg.norm(other, axis=0)
    assert (g @ other).min() >= -np.linalg.norm(g)
    assert ((x @ (w - 0.1 * g) - y) ** 2).mean() < ((x @ w - y) ** 2).mean()


def batch_gradient_is_unbiased():
    rng, x, y, _ = _problem(1)
    w, spread = np.zeros(3), {}
    for batch in (8, 32):
        rows = rng.integers(0, len(y), (4000, batch))
        g = (x[rows] * (x[rows] @ w - y[rows])[..., None]).mean(1)
        assert np.allclose(g.mean(0), _slope(w, x, y), atol=0.1)
        spread[batch] = g.var(0).sum()
    assert abs(spread[8] / spread[32] - 4) < 0.5


def small_batches_win_a_pass():
    rng, x, y, best = _problem(2)
    full = -0.1 * _slope(np.zeros(3), x, y)
    mini = _sgd(rng, x, y, [0.1] * 32, 16)
    assert np.linalg.norm(mini - best) < np.linalg.norm(full - best) / 4


def step_limit_is_two_over_curvature():
    for rate, fate in ((1.9 / 4, True), (2.1 / 4, False)):
        w = 1.0
        for _ in range(200):
            w -= rate * 4 * w
        assert (abs(w) < 1) == fate


def constant_rate_hovers():
    rng, x, y, best = _problem(3, noise=2.0)
    steady = np.mean([np.linalg.norm(_sgd(rng, x, y, [0.2] * 600, 4) - best) for _ in range(8)])
    fading = [0.2 / (1 + 0.05 * k) for k in range(600)]
    decayed = np.mean([np.linalg.norm(_sgd(rng, x, y, fading, 4) - best) for _ in range(8)])
    assert decayed < steady / 2


def momentum_is_faster_in_a_ravine():
    curve, plain, heavy, speed = np.array([1.0, 100.0]), np.ones(2), np.ones(2), np.zeros(2)
    for _ in range(100):
        plain = plain - 0.018 * curve * plain
        speed = 0.8 * speed - 0.018 * curve * heavy
        heavy = heavy + speed
    assert abs(heavy).max() < abs(plain).max() / 5
