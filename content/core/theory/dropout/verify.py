"""Checks of the claims about dropout."""

import numpy as np

P = 0.3


def _drop(x, rng, scale=True):
    kept = rng.random(x.shape) >= P
    return x * kept / ((1 - P) if scale else 1)


def units_drop_with_probability_p():
    rng = np.random.default_rng(0)
    a, b = (_drop(np.ones(20000), rng) == 0 for _ in range(2))
    assert abs(a.mean() - P) < 0.02 and (a != b).mean() > 0.3


def test_pass_is_deterministic():
    rng = np.random.default_rng(1)
    w, x = rng.normal(size=(8, 4)), rng.normal(size=8)
    trained = [_drop(x, rng) @ w for _ in range(400)]
    assert np.std(trained, axis=0).min() > 0.1
    assert np.ptp([x @ w for _ in range(5)], axis=0).max() == 0
    assert np.allclose(np.mean(trained, axis=0), x @ w, atol=5 * np.std(trained) / 20)


def expectation_is_kept():
    rng = np.random.default_rng(2)
    x = np.full(200000, 2.0)
    assert abs(_drop(x, rng).mean() - 2.0) < 0.02
    assert abs(_drop(x, rng, scale=False).mean() - 2.0 * (1 - P)) < 0.02


def acts_as_a_penalty():
    """For linear regression the expected loss under dropout is the plain loss plus p/(1-p) sum_j w_j^2 sum_i x_ij^2."""
    rng = np.random.default_rng(3)
    x, w = rng.normal(size=(40, 3)), np.array([1.0, -2.0, 0.5])
    y = x @ w + rng.normal(size=40)
    simulated = np.mean([((y - _drop(x, rng) @ w) ** 2).sum() for _ in range(20000)])
    exact = ((y - x @ w) ** 2).sum() + P / (1 - P) * (w**2 * (x**2).sum(0)).sum()
    assert abs(simulated - exact) < 0.02 * exact


def linear_network_averages_exactly():
    rng = np.random.default_rng(4)
    x, w = rng.normal(size=4), rng.normal(size=4)
    masks = np.array([[(i >> j) & 1 for j in range(4)] for i in range(16)])
    odds = np.prod(np.where(masks == 1, 1 - P, P), axis=1)
    assert np.isclose((odds * ((masks * x / (1 - P)) @ w)).sum(), x @ w)


def several_passes_spread():
    rng = np.random.default_rng(5)
    w = rng.normal(size=16)
    near, far = (np.std([_drop(s * np.ones(16), rng) @ w for _ in range(2000)]) for s in (1.0, 3.0))
    assert far > 2 * near > 0
