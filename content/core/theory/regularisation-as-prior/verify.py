"""Checks of the claims about regularisation as a prior."""

import numpy as np


def _data(seed=0, n=40, d=4):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    return rng, x, x @ np.array([1.0, -0.5, 0.0, 0.0])[:d] + 0.5 * rng.normal(size=n)


def _ridge(x, y, strength):
    return np.linalg.solve(x.T @ x + strength * np.eye(x.shape[1]), x.T @ y)


def _soft(value, bound):
    return np.sign(value) * max(abs(value) - bound, 0)


def penalty_is_log_prior():
    """Log posterior and minus (loss + penalty) differ by the same constant for all weights."""
    rng, x, y = _data()
    s, t, gaps = 0.5, 0.8, []
    for w in rng.normal(size=(20, 4)):
        log_likelihood = (-(((y - x @ w) / s) ** 2) / 2 - np.log(s * (2 * np.pi) ** 0.5)).sum()
        log_prior = (-((w / t) ** 2) / 2 - np.log(t * (2 * np.pi) ** 0.5)).sum()
        gaps.append(log_likelihood + log_prior + (((y - x @ w) ** 2).sum() + s**2 / t**2 * w @ w) / (2 * s**2))
    assert np.ptp(gaps) < 1e-9


def ridge_strength_is_a_variance_ratio():
    """Over draws from the prior the right ratio predicts best."""
    rng, risk = np.random.default_rng(1), dict.fromkeys((0.05, 1.0, 20.0), 0.0)
    s, t = 1.0, 0.5
    for _ in range(300):
        x, w = rng.normal(size=(12, 6)), t * rng.normal(size=6)
        y = x @ w + s * rng.normal(size=12)
        for factor in risk:
            risk[factor] += ((_ridge(x, y, factor * s**2 / t**2) - w) ** 2).sum()
    assert risk[1.0] < min(risk[0.05], risk[20.0])


def laplace_mode_is_sparse():
    grid = np.linspace(-2, 2, 4001)
    for y in (0.3, 1.2):
        mode = grid[((y - grid) ** 2 / 2 + 0.5 * abs(grid)).argmin()]
        assert np.isclose(mode, _soft(y, 0.5), atol=1e-3)
    assert grid[((0.3 - grid) ** 2 / 2 + 0.25 * grid**2).argmin()] > 0.1


def posterior_mean_is_not_sparse():
    grid = np.linspace(-8, 8, 16_001)
    weight = np.exp(-((0.3 - grid) ** 2) / 2 - 0.5 * abs(grid))
    assert _soft(0.3, 0.5) == 0
    assert weight @ grid / weight.sum() > 0.1


def more_data_need_less():
    shrunk = []
    for n in (20, 2000):
        _, x, y = _data(2, n)
        shrunk.append(np.linalg.norm(_ridge(x, y, 5.0)) / np.linalg.norm(_ridge(x, y, 0.0)))
    assert shrunk[0] < 0.95
    assert shrunk[1] > 0.99


def scale_changes_the_shrinkage():
    _, x, y = _data(3)
    a, b = _ridge(x, y, 10.0), _ridge(x * [0.01, 1, 1, 1], y, 10.0)
    assert abs(b[0] * 0.01) < 0.1 * abs(a[0])
