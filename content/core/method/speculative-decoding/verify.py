"""Checks of the equations."""

import numpy as np
from snippet import accept, speculate


def distributions(rng, size=5):
    return rng.dirichlet(np.ones(size)), rng.dirichlet(np.ones(size))


def output_follows_the_target():
    rng = np.random.default_rng(1)
    for _ in range(50):
        p, q = distributions(rng)
        passed = q * np.minimum(1, p / q)
        rest = np.maximum(p - q, 0)
        assert np.allclose(passed + (1 - passed.sum()) * rest / rest.sum(), p)
    p, q = np.array([0.6, 0.3, 0.1]), np.array([0.2, 0.2, 0.6])
    drawn = [accept(np.stack([p, p]), q[None], [rng.choice(3, p=q)], rng)[0] for _ in range(5000)]
    assert np.allclose(np.bincount(drawn) / 5000, p, atol=0.025)


def overlap_is_the_acceptance():
    rng = np.random.default_rng(2)
    for _ in range(50):
        p, q = distributions(rng, 9)
        by_token = sum(q[x] * min(1, p[x] / q[x]) for x in range(9))
        assert np.isclose(by_token, np.minimum(p, q).sum())
        assert np.isclose(by_token, 1 - np.abs(p - q).sum() / 2)


def setting():
    """Models that ignore the last token, so that every acceptance has the same chance."""
    p, q = np.array([0.5, 0.3, 0.2]), np.array([0.25, 0.55, 0.2])
    return np.tile(p, (3, 1)), np.tile(q, (3, 1)), np.minimum(p, q).sum()


def tokens_a_run():
    for alpha in (0.3, 0.75, 0.9):
        for gamma in (1, 4, 7):  # j drafted tokens stand, then one more: j + 1 in all
            chances = [alpha**j * (1 - alpha) for j in range(gamma)] + [alpha**gamma]
            assert np.isclose(sum(chances), 1)
            mean = sum((j + 1) * chance for j, chance in enumerate(chances))
            assert np.isclose(mean, (1 - alpha ** (gamma + 1)) / (1 - alpha))
    target, draft, alpha = setting()
    n, runs = 4000, speculate(target, draft, 0, 4000, 3, np.random.default_rng(3))[1]
    assert np.isclose(n / runs, (1 - alpha**4) / (1 - alpha), rtol=0.04)


def time_counts_both_models():
    target, draft, alpha = setting()
    cost, gamma, n = 0.1, 3, 4000
    runs = speculate(target, draft, 0, n, gamma, np.random.default_rng(4))[1]
    clock = runs * (gamma * cost + 1)
    assert np.isclose(n / clock, (1 - alpha ** (gamma + 1)) / ((1 - alpha) * (gamma * cost + 1)), rtol=0.04)
    best = [(1 - 0.3 ** (g + 1)) / (0.7 * (0.5 * g + 1)) for g in range(1, 9)]
    assert max(best) < 1  # a poor and dear draft is a loss at any length
