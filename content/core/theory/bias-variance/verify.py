"""Checks of the claims about bias and variance, on polynomials fitted to a sine."""

import numpy as np

GRID = np.linspace(-1, 1, 41)
SIGMA = 0.6


def _truth(x):
    return np.sin(3 * x)


def _fits(degree, n=25, draws=600, seed=0, ridge=0.0):
    rng = np.random.default_rng(seed)
    rows = []
    for _ in range(draws):
        x = rng.uniform(-1, 1, n)
        y = _truth(x) + rng.normal(0, SIGMA, n)
        a = np.polynomial.legendre.legvander(x, degree)
        w = np.linalg.solve(a.T @ a + (ridge + 1e-9) * np.eye(degree + 1), a.T @ y)
        rows.append(np.polynomial.legendre.legvander(GRID, degree) @ w)
    return np.array(rows)


def _bias2(p):
    return float(((p.mean(0) - _truth(GRID)) ** 2).mean())


def _variance(p):
    return float(p.var(0).mean())


def error_decomposes():
    p = _fits(3)
    noise = np.random.default_rng(9).normal(0, SIGMA, p.shape)
    error = ((_truth(GRID) + noise - p) ** 2).mean()
    assert abs(error - (_bias2(p) + _variance(p) + SIGMA**2)) < 0.03


def simple_model_is_biased():
    assert _bias2(_fits(0)) > 10 * _bias2(_fits(5))


def flexible_model_varies():
    assert _variance(_fits(7)) > 2 * _variance(_fits(1))


def complexity_trades_bias_for_variance():
    fits = {d: _fits(d) for d in (0, 1, 3, 9)}
    total = {d: _bias2(p) + _variance(p) for d, p in fits.items()}
    assert _bias2(fits[0]) > _bias2(fits[3]) and _variance(fits[0]) < _variance(fits[3]) < _variance(fits[9])
    assert min(total, key=total.get) == 3


def averaging_cuts_variance():
    p = _fits(5, n=40)
    assert _variance(p.reshape(60, 10, -1).mean(1)) < 0.2 * _variance(p)
    assert _variance(_fits(5, ridge=3.0)) < _variance(_fits(5))
    assert _variance(_fits(5, n=200)) < _variance(_fits(5))
    assert _bias2(_fits(5)) < _bias2(_fits(1))


def minimum_norm_fit_descends_twice():
    rng = np.random.default_rng(11)
    n, errors = 40, {}
    for width in (10, 40, 400):
        runs = []
        for _ in range(15):
            v = rng.normal(size=(10, width)) / np.sqrt(10)
            x, t = rng.normal(size=(n, 10)), rng.normal(size=(500, 10))
            beta = rng.normal(size=10) / np.sqrt(10)
            w = np.linalg.pinv(np.maximum(x @ v, 0)) @ (x @ beta + rng.normal(0, 0.3, n))
            runs.append(((np.maximum(t @ v, 0) @ w - t @ beta) ** 2).mean())
        errors[width] = float(np.median(runs))
    assert errors[40] > errors[10] and errors[40] > errors[400]
