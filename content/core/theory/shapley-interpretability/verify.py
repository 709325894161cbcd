"""Checks of the claims about Shapley values."""

from itertools import combinations, permutations
from math import factorial

import numpy as np


def _game(f, x, background):
    """The worth of a set of features: they come from x, the others from the background rows."""

    def worth(members):
        rows = background.copy()
        rows[:, list(members)] = x[list(members)]
        return f(rows).mean()

    return worth


def _by_subsets(worth, n):
    out = np.zeros(n)
    for j in range(n):
        rest = [i for i in range(n) if i != j]
        for size in range(n):
            weight = factorial(size) * factorial(n - size - 1) / factorial(n)
            out[j] += weight * sum(worth({*s, j}) - worth(set(s)) for s in combinations(rest, size))
    return out


def _one_order(worth, order):
    out, joined = np.zeros(len(order)), set()
    for j in order:
        out[j] = worth(joined | {j}) - worth(joined)
        joined.add(j)
    return out


def _curved(rows):
    return rows[:, 0] * rows[:, 1] + np.maximum(rows[:, 2], 0) - rows[:, 3] ** 2


def _case(seed=0):
    rng = np.random.default_rng(seed)
    background = rng.normal(size=(50, 4))
    return _game(_curved, np.array([1.0, 2.0, -0.5, 1.5]), background), background


def orders_and_subsets_agree():
    worth, _ = _case()
    by_orders = np.mean([_one_order(worth, o) for o in permutations(range(4))], axis=0)
    assert np.allclose(by_orders, _by_subsets(worth, 4))
    last = worth({0, 1, 2, 3}) - worth({1, 2, 3})
    assert abs(last - by_orders[0]) > 0.1, "leaving a feature out of the full set is another number"


def values_add_up():
    worth, background = _case()
    x = np.array([[1.0, 2.0, -0.5, 1.5]])
    values = _by_subsets(worth, 4)
    assert np.isclose(values.sum(), _curved(x)[0] - _curved(background).mean()) and values.min() < 0


def proxy_gets_the_credit():
    """The hidden cause moves both the proxy and the outcome: the model uses the proxy, and setting the proxy does nothing."""
    rng = np.random.default_rng(1)
    cause = rng.normal(size=5000)
    proxy, outcome = cause + 0.1 * rng.normal(size=5000), 2 * cause
    slope = (proxy @ outcome) / (proxy @ proxy)
    value = slope * (proxy - proxy.mean())
    assert np.abs(value).mean() > 1
    acted = 2 * cause  # the outcome when the proxy is set to another number
    assert np.array_equal(acted, outcome)


def background_choice_matters():
    """f uses x0 only; x1 is x0 with a little noise. Filled independently x1 gets nothing, conditionally about half."""
    x = np.array([2.0, 2.0])
    given = {(): 0.0, (0,): 2.0, (1,): 2.0, (0, 1): 2.0}  # E[x0 | the known ones] when the two are equal
    conditional = _by_subsets(lambda s: given[tuple(sorted(s))], 2)
    rng = np.random.default_rng(2)
    background = np.repeat(rng.normal(size=(400, 1)), 2, axis=1)
    background -= background.mean(0)
    marginal = _by_subsets(_game(lambda r: r[:, 0], x, background), 2)
    assert np.allclose(marginal, [2, 0]) and np.allclose(conditional, [1, 1])
    moved = _by_subsets(_game(lambda r: r[:, 0], x, background + 1), 2)
    assert np.allclose(moved, [1, 0]), "another background, another value"


def sampling_is_unbiased():
    worth, _ = _case(3)
    exact, rng = _by_subsets(worth, 4), np.random.default_rng(3)
    sampled = np.array([_one_order(worth, rng.permutation(4)) for _ in range(400)])
    error = sampled.std(0) / 20
    assert (np.abs(sampled.mean(0) - exact) < 4 * error + 1e-9).all()
    subsets = sum(1 for size in range(5) for _ in combinations(range(4), size))
    assert subsets == 2**4 and 2**30 > 10**9


def linear_case():
    rng = np.random.default_rng(4)
    background, w, x = rng.normal(size=(100, 4)) + 1, np.array([3.0, -1.0, 0.5, 8.0]), np.array([0.0, 2.0, 1.0, 1.0])
    values = _by_subsets(_game(lambda r: r @ w + 7, x, background), 4)
    assert np.allclose(values, w * (x - background.mean(0)))
    assert abs(values[3]) < abs(values[0]), "the largest weight need not have the largest value"


def influence_is_not_usefulness():
    """Twenty noise features fitted to forty rows: they move the output, and shuffling them does not raise the test error."""
    rng = np.random.default_rng(5)
    x, new = rng.normal(size=(40, 21)), rng.normal(size=(2000, 21))
    y, truth = x[:, 0] + rng.normal(size=40), new[:, 0] + rng.normal(size=2000)
    w = np.linalg.lstsq(x, y, rcond=None)[0]
    influence = np.abs(w * (new - x.mean(0))).mean(0)

    def error(rows):
        return ((rows @ w - truth) ** 2).mean()

    growth = []
    for j in range(21):
        shuffled = new.copy()
        shuffled[:, j] = rng.permutation(shuffled[:, j])
        growth.append(error(shuffled) - error(new))
    noise = slice(1, None)
    assert influence[noise].max() > 0.2 and growth[0] > 1
    assert abs(np.mean(growth[noise])) < 0.05 * growth[0]
