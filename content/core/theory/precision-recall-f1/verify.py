"""Checks of the claims about precision, recall and F1."""

import numpy as np


def _counts(y, hit):
    return (hit & (y == 1)).sum(), (hit & (y == 0)).sum(), (~hit & (y == 1)).sum()


def _f(precision, recall, beta=1.0):
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)


def _sample(seed=0, n=4000, share=0.2):
    rng = np.random.default_rng(seed)
    y = (rng.random(n) < share).astype(int)
    return y, rng.normal(size=n) + 1.5 * y


def precision_over_flagged():
    y, s = _sample()
    tp, fp, _ = _counts(y, s > 1)
    assert np.isclose(y[s > 1].mean(), tp / (tp + fp))


def recall_over_actual():
    y, s = _sample()
    tp, _, fn = _counts(y, s > 1)
    assert np.isclose((s > 1)[y == 1].mean(), tp / (tp + fn))


def harmonic_mean_punishes_imbalance():
    for p, r in [(1.0, 0.01), (0.3, 0.9), (0.5, 0.5)]:
        assert np.isclose(_f(p, r), 2 / (1 / p + 1 / r)) and _f(p, r) <= min(2 * min(p, r), (p + r) / 2) + 1e-12


def threshold_trades_them():
    y, s = _sample(1)
    curve = []
    for t in np.linspace(-1, 3, 9):
        tp, fp, fn = _counts(y, s > t)
        curve.append((tp / (tp + fp), tp / (tp + fn)))
    precision, recall = np.array(curve).T
    assert np.all(np.diff(recall) <= 0) and np.corrcoef(precision, np.arange(9))[0, 1] > 0.9


def accuracy_hides_rare_class():
    y, _ = _sample(2, share=0.01)
    never = np.zeros(len(y), dtype=bool)
    assert (never == (y == 1)).mean() > 0.98 and _counts(y, never)[0] == 0


def beta_weights_recall():
    careful, eager = (0.9, 0.5), (0.5, 0.9)
    assert _f(*eager, beta=2) > _f(*careful, beta=2) and _f(*eager, beta=0.5) < _f(*careful, beta=0.5)


def f1_ignores_true_negatives():
    y, s = _sample(3)
    more = np.r_[y, np.zeros(10000, int)], np.r_[s, np.full(10000, -9.0)]
    assert _counts(y, s > 1) == _counts(more[0], more[1] > 1)
    assert _counts(y, s > 1)[0] != _counts(1 - y, s <= 1)[0]
