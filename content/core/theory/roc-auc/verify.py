"""Checks of the claims about ROC and AUC."""

import numpy as np


def _rates(y, s, t):
    hit = s >= t
    return hit[y == 1].mean(), hit[y == 0].mean()


def _area(y, s):
    points = [(0.0, 0.0)] + [_rates(y, s, t)[::-1] for t in sorted(set(s), reverse=True)]
    return sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in zip(points, points[1:]))


def _pairs(y, s):
    d = s[y == 1][:, None] - s[y == 0][None]
    return ((d > 0) + 0.5 * (d == 0)).mean()


def _sample(seed, n=300, shift=1.0, share=0.4):
    rng = np.random.default_rng(seed)
    y = (rng.random(n) < share).astype(int)
    return y, np.round(rng.normal(size=n) + shift * y, 2)


def curve_is_tpr_against_fpr():
    y, s = _sample(0)
    rates = [_rates(y, s, t) for t in (-9.0, 0.0, 0.5, 9.0)]
    assert rates[0] == (1, 1) and rates[-1] == (0, 0) and rates[1] > rates[2]


def auc_is_a_pair_probability():
    y, s = _sample(1)
    assert np.isclose(_area(y, s), _pairs(y, s))


def random_scores_give_one_half():
    y, s = _sample(2, n=4000, shift=0.0)
    assert abs(_pairs(y, s) - 0.5) < 0.03 and _pairs(y, y.astype(float)) == 1


def monotone_maps_change_nothing():
    y, s = _sample(3)
    assert _pairs(y, s) == _pairs(y, np.exp(s / 3)) and abs(np.exp(s / 3) - s).max() > 0.5


def rare_positives_hide_poor_precision():
    y, s = _sample(4, n=200000, shift=2.5, share=0.001)
    tpr, fpr = _rates(y, s, 1.6)
    precision = y[s >= 1.6].mean()
    assert tpr > 0.7 and fpr < 0.1 and precision < 0.05
    order = np.argsort(s)
    ranks = np.empty(len(s))
    ranks[order] = np.arange(1, len(s) + 1)
    n = y.sum()
    assert (ranks[y == 1].sum() - n * (n + 1) / 2) / (n * (len(y) - n)) > 0.93


def curves_cross():
    y = np.array([1, 1, 1, 1, 0, 0, 0, 0])
    a = np.array([8, 7, 1, 0.5, 6, 5, 4, 3])
    b = np.array([7, 6, 5, 4, 9, 8, 1, 0])
    assert _rates(y, a, 6.5)[0] > 0 and _rates(y, a, 6.5)[1] == 0
    assert _rates(y, b, 8)[0] == 0 and _rates(y, b, 4) == (1, 0.5) and _rates(y, a, 3)[0] < 1
