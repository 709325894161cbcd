"""Checks of the claims about the assumptions of least squares."""

import numpy as np


def _ols(x, y):
    return np.linalg.lstsq(x, y, rcond=None)[0]


def _slopes(noise, seed, runs=400, n=60):
    """Fitted and believed standard deviation of the slope, and its mean, over repeated samples of y = 2x + noise."""
    rng = np.random.default_rng(seed)
    x = np.c_[np.ones(n), np.linspace(-1, 1, n)]
    inverse, slopes, believed = np.linalg.inv(x.T @ x), [], []
    for _ in range(runs):
        y = 2 * x[:, 1] + noise(rng, x[:, 1])
        b = inverse @ x.T @ y
        slopes.append(b[1])
        believed.append(np.sqrt(((y - x @ b) ** 2).sum() / (n - 2) * inverse[1, 1]))
    return np.mean(slopes), np.std(slopes), np.mean(believed)


def omitted_curve_shows_in_residuals():
    rng = np.random.default_rng(0)
    x = rng.uniform(0, 2, 500)
    y = x + x**2 + 0.1 * rng.normal(size=500)
    straight = np.c_[np.ones(500), x]
    b = _ols(straight, y)
    assert b[1] > 2 and np.corrcoef(y - straight @ b, (x - 1) ** 2)[0, 1] > 0.8
    assert abs(_ols(np.c_[straight, x**2], y)[1] - 1) < 0.2


def unequal_variance_breaks_standard_errors():
    mean, true, believed = _slopes(lambda r, x: np.abs(x) ** 2 * r.normal(size=len(x)), 1)
    assert abs(mean - 2) < 0.05 and believed < 0.8 * true


def repeated_rows_fake_certainty():
    mean, true, believed = _slopes(lambda r, x: np.repeat(r.normal(size=6), 10), 2)
    assert abs(mean - 2) < 0.15 and believed < 0.6 * true


def non_normal_errors_still_unbiased():
    mean, true, believed = _slopes(lambda r, x: r.exponential(size=len(x)) - 1, 3)
    assert abs(mean - 2) < 0.05 and abs(believed / true - 1) < 0.1


def collinearity_inflates_variance():
    rng, slopes, fits = np.random.default_rng(4), [], []
    x = rng.normal(size=100)
    z = np.c_[x, x + 0.01 * rng.normal(size=100)]
    for _ in range(100):
        b = _ols(z, z.sum(1) + rng.normal(size=100))
        slopes.append(b[0])
        fits.append(z[0] @ b)
    assert np.std(slopes) > 5 and np.std(fits) < 0.7


def influence_is_leverage_times_residual():
    rng = np.random.default_rng(5)
    x = np.c_[np.ones(30), np.r_[rng.normal(size=29), 8.0]]
    y = np.r_[rng.normal(size=29), -8.0]
    hat, b = x @ np.linalg.inv(x.T @ x) @ x.T, _ols(x, y)
    r, h = y - x @ b, np.diag(hat)
    cook = r**2 / (2 * (r**2).sum() / 28) * h / (1 - h) ** 2
    without = _ols(x[:-1], y[:-1])
    direct = ((x @ (b - without)) ** 2).sum() / (2 * (r**2).sum() / 28)
    assert cook.argmax() == 29 and np.isclose(cook[29], direct)
