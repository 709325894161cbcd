"""Checks of the claims about naive Bayes."""

import numpy as np


def _posterior(prior, given, x):
    """`given[c, j]` is P(x_j = 1 | c)."""
    joint = prior * np.prod(np.where(x, given, 1 - given), axis=1)
    return joint / joint.sum()


def posterior_is_prior_times_likelihoods():
    """Against counting in a simulated world with independent features."""
    rng = np.random.default_rng(0)
    prior, given = np.array([0.3, 0.7]), np.array([[0.8, 0.4], [0.2, 0.5]])
    y = (rng.random(200000) < 0.7).astype(int)
    x = rng.random((200000, 2)) < given[y]
    same = (x == [True, False]).all(1)
    assert abs((y[same] == 1).mean() - _posterior(prior, given, np.array([True, False]))[1]) < 0.01


def product_needs_conditional_independence():
    rng = np.random.default_rng(1)
    y = rng.integers(0, 2, 100000)
    a, b = (rng.random((2, 100000)) < np.where(y, 0.8, 0.2))
    for c in (0, 1):
        assert abs((a & b)[y == c].mean() - a[y == c].mean() * b[y == c].mean()) < 0.01
    assert (a & b).mean() > a.mean() * b.mean() + 0.05


def one_zero_kills_the_product():
    counts, size = np.array([0, 50, 50]), 100
    assert np.prod(counts / size) == 0 and np.prod((counts + 1) / (size + 3)) > 0


def logs_avoid_underflow():
    p = np.full(1000, 1e-3)
    assert np.prod(p) == 0 and np.isclose(np.log(p).sum(), 1000 * np.log(1e-3))


def copies_make_it_overconfident():
    prior = np.array([0.5, 0.5])
    one = _posterior(prior, np.array([[0.7], [0.4]]), np.array([True]))
    ten = _posterior(prior, np.tile([[0.7], [0.4]], 10), np.ones(10, bool))
    assert one.argmax() == ten.argmax() and one[0] < 0.65 and ten[0] > 0.99


def counting_in_one_pass():
    rng = np.random.default_rng(2)
    x, y = rng.integers(0, 2, (100, 500)), rng.integers(0, 2, 100)
    whole = np.array([x[y == c].sum(0) for c in (0, 1)])
    stream = np.zeros((2, 500), int)
    for row, c in zip(x, y):
        stream[c] += row
    assert np.array_equal(whole, stream)
    given = rng.uniform(0.2, 0.8, (2, 500))
    labels, fresh = np.arange(40) % 2, rng.integers(0, 2, 500)
    few, new = (rng.random((len(c), 500)) < given[c] for c in (labels, fresh))
    p = np.array([(few[labels == c].sum(0) + 1) / 22 for c in (0, 1)])
    score = new @ np.log(p).T + ~new @ np.log(1 - p).T
    assert (score.argmax(1) == fresh).mean() > 0.95, "forty examples suffice for five hundred features"
