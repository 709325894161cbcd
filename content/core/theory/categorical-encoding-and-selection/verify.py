"""Checks of the claims about encoding and selection."""

import numpy as np


def _error(x, y):
    """The mean squared error of a least-squares fit with an intercept."""
    x = np.c_[np.ones(len(y)), x]
    return ((x @ np.linalg.lstsq(x, y, rcond=None)[0] - y) ** 2).mean()


def _levels(seed=0):
    rng = np.random.default_rng(seed)
    effect = np.array([0.0, 3.0, -2.0, 1.0])
    code = rng.integers(0, 4, 400)
    return code, effect[code] + 0.1 * rng.normal(size=400)


def one_hot_fits_any_level():
    code, y = _levels()
    one_hot = np.eye(4)[code]
    assert _error(one_hot[:, 1:], y) < 0.02 and (one_hot.sum(1) == 1).all()
    gaps = np.linalg.norm(np.eye(4)[:, None] - np.eye(4)[None], axis=2)[~np.eye(4, dtype=bool)]
    assert np.ptp(gaps) == 0, "all levels are equally far apart"


def integer_codes_mislead():
    code, y = _levels()
    assert _error(code[:, None], y) > 0.8 * y.var(), "one slope cannot follow the levels"
    assert abs(0 - 3) > abs(0 - 1), "the codes say that level 3 is further from 0 than level 1"
    splits = np.stack([code > t for t in (0.5, 1.5, 2.5)], 1).astype(float)
    assert _error(splits, y) < 0.02, "threshold splits, as a tree makes them, can"


def own_label_leaks():
    """Pure noise with one or two rows a level: the naive mean predicts training labels, the out-of-fold mean does not."""
    rng = np.random.default_rng(1)
    code, y = rng.integers(0, 300, 400), rng.normal(size=400)

    def means(rows):
        total, count = np.bincount(code[rows], y[rows], 300), np.bincount(code[rows], minlength=300)
        return (total + 5 * y[rows].mean()) / (count + 5), total / np.maximum(count, 1)

    smooth, naive = means(np.arange(400))
    fold = rng.integers(0, 5, 400)
    outside = np.zeros(400)
    for k in range(5):
        outside[fold == k] = means(np.flatnonzero(fold != k))[0][code[fold == k]]

    def corr(a):
        return np.corrcoef(a, y)[0, 1]

    assert corr(naive[code]) > 0.7 and abs(corr(outside)) < 0.15
    assert np.ptp(smooth) < 0.5 * np.ptp(naive), "smoothing draws rare levels to the global mean"


def hashing_bounds_the_width():
    ids = np.arange(50_000)
    bucket = (ids * 2654435761 % 2**32) >> 22
    assert bucket.max() < 1024 and len(np.unique(bucket)) > 1000 and np.bincount(bucket).max() > 1
    assert 50_000 * 16 > 10 * (1024 * 16), "an embedding or a weight for each bucket, not for each id"


def unseen_levels_have_a_rule():
    known = {"red": 0, "blue": 1}
    unknown = len(known)
    coded = [known.get(v, unknown) for v in ("blue", "mauve", "red")]
    assert coded == [1, 2, 0] and np.eye(3)[coded].sum() == 3


def three_ways_of_selecting():
    """Of twelve features the first two matter: a filter, a greedy wrapper and an L1 path all find them."""
    rng = np.random.default_rng(2)
    x = rng.normal(size=(200, 12))
    y = 2 * x[:, 0] - x[:, 1] + 0.3 * rng.normal(size=200)
    by_filter = np.argsort(-np.abs([np.corrcoef(c, y)[0, 1] for c in x.T]))[:2]
    chosen = []
    for _ in range(2):
        rest = [j for j in range(12) if j not in chosen]
        chosen.append(min(rest, key=lambda j: _error(x[:, [*chosen, j]], y)))
    w = np.zeros(12)
    for _ in range(200):
        w -= 0.2 * x.T @ (x @ w - y) / 200
        w = np.sign(w) * np.maximum(np.abs(w) - 0.2 * 0.3, 0)
    assert set(by_filter) == set(chosen) == set(np.flatnonzero(w)) == {0, 1}


def filters_miss_interactions():
    rng = np.random.default_rng(3)
    a, b = rng.integers(0, 2, 4000), rng.integers(0, 2, 4000)
    y = a ^ b
    assert all(abs(np.corrcoef(v, y)[0, 1]) < 0.05 for v in (a, b))
    assert (((a + b) == 1) == y).all()
    c = y + rng.normal(size=4000)
    copy = c + 0.01 * rng.normal(size=4000)
    scores = [abs(np.corrcoef(v, y)[0, 1]) for v in (c, copy)]
    assert min(scores) > 0.4 and _error(np.c_[c, copy], y) > 0.99 * _error(c[:, None], y), "the copy adds nothing"
