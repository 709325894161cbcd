"""Checks of the claims about maximum likelihood and maximum a posteriori."""

import numpy as np

GRID = np.linspace(0.001, 0.999, 999)


def _log_likelihood(heads, n, p=GRID):
    return heads * np.log(p) + (n - heads) * np.log1p(-p)


def _map(heads, n, a=3, b=3):
    return GRID[np.argmax(_log_likelihood(heads, n) + (a - 1) * np.log(GRID) + (b - 1) * np.log1p(-GRID))]


def mle_maximises_likelihood():
    assert np.isclose(GRID[np.argmax(_log_likelihood(7, 10))], 0.7)


def map_adds_log_prior():
    assert np.isclose(_map(7, 10), (7 + 3 - 1) / (10 + 3 + 3 - 2), atol=1e-3)


def gaussian_prior_is_ridge():
    rng = np.random.default_rng(0)
    x, s, t = rng.normal(size=(30, 3)), 0.5, 0.8
    y = x @ [1.0, -2.0, 0.5] + s * rng.normal(size=30)
    w = np.linalg.solve(x.T @ x + s**2 / t**2 * np.eye(3), x.T @ y)
    assert np.allclose(x.T @ (y - x @ w) / s**2 - w / t**2, 0)

    def laplace_log_prior(v, scale=0.5):
        return -np.abs(v) / scale - np.log(2 * scale)

    assert np.isclose(laplace_log_prior(3.0) - laplace_log_prior(1.0), -2 / 0.5)


def prior_fades():
    assert _map(7, 10, 1, 1) == GRID[np.argmax(_log_likelihood(7, 10))]
    assert abs(_map(7000, 10000) - 0.7) < 0.002 < abs(_map(7, 10) - 0.7)


def three_heads():
    assert GRID[np.argmax(_log_likelihood(3, 3))] == GRID[-1]
    assert np.isclose(_map(3, 3), 5 / 7, atol=1e-3)


def mode_depends_on_parametrisation():
    """The density of the log odds is that of the bias times p(1 - p), so its mode lies elsewhere."""
    log_density = (7 - 1) * np.log(GRID) + (3 - 1) * np.log1p(-GRID)
    other = log_density + np.log(GRID * (1 - GRID))
    assert abs(GRID[np.argmax(log_density)] - GRID[np.argmax(other)]) > 0.03
