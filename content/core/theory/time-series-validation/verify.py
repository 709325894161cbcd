"""Checks of the claims about validating forecasts."""

import numpy as np


def _walk(n, seed):
    return np.cumsum(np.random.default_rng(seed).normal(size=n))


def _nearest(times, values, new):
    """The value of the known point that is nearest in time."""
    return values[np.abs(new[:, None] - times).argmin(1)]


def shuffled_folds_flatter():
    """A random walk: with neighbours on both sides the error is about one step; a month ahead it is several."""
    t, ratio = np.arange(600.0), []
    for seed in range(10):
        y = _walk(600, seed)
        test = np.zeros(600, bool)
        test[np.random.default_rng(seed + 50).permutation(600)[:120]] = True
        shuffled = np.abs(_nearest(t[~test], y[~test], t[test]) - y[test]).mean()
        ahead = np.mean([np.abs(y[c : c + 30] - y[c - 1]).mean() for c in range(300, 570, 30)])
        ratio.append(shuffled / ahead)
    assert np.mean(ratio) < 0.5


def rolling_origin_is_honest():
    """The mean over twenty cut-offs foretells the live error of the same method better than one cut-off does."""
    one, many = [], []
    for seed in range(30):
        y = _walk(1400, seed + 100)
        errors = [np.abs(y[c : c + 30] - y[c - 1]).mean() for c in range(100, 700, 30)]
        live = np.mean([np.abs(y[c : c + 30] - y[c - 1]).mean() for c in range(800, 1400, 30)])
        one.append(abs(errors[-1] - live))
        many.append(abs(np.mean(errors) - live))
    assert len(errors) == 20 and np.mean(many) < 0.6 * np.mean(one)


def overlapping_labels_leak():
    """Pure noise; the label is the sum of the next ten values. The last label before the test tells much of the first one
    inside it; ten steps earlier it tells nothing."""
    y = np.random.default_rng(1).normal(size=20000)
    label = np.convolve(y, np.ones(10), "valid")[1:]  # label[t] = y[t+1] + ... + y[t+10]
    assert np.isclose(label[5], y[6:16].sum())
    assert np.corrcoef(label[:-1], label[1:])[0, 1] > 0.85
    assert abs(np.corrcoef(label[:-10], label[10:])[0, 1]) < 0.05


def centred_average_sees_the_future():
    y = np.random.default_rng(2).normal(size=5000)  # nothing can be forecast
    centred = np.convolve(y, np.ones(5) / 5, "same")
    trailing = np.array([y[max(t - 4, 0) : t + 1].mean() for t in range(5000)])
    assert np.corrcoef(centred[:-1], y[1:])[0, 1] > 0.4 > 0.05 > abs(np.corrcoef(trailing[:-1], y[1:])[0, 1])


def mase_of_the_naive_is_one():
    t = np.arange(400)
    y = 10 * np.sin(2 * np.pi * t / 7) + 0.5 * np.random.default_rng(3).normal(size=400)
    scale = np.abs(y[7:] - y[:-7]).mean()
    assert np.isclose(np.abs(y[7:] - y[:-7]).mean() / scale, 1)
    model = 10 * np.sin(2 * np.pi * t / 7)
    assert np.abs(y[7:] - model[7:]).mean() / scale < 0.85
    assert np.abs(y[7:] - y[6:-1]).mean() / scale > 5, "the plain naive forecast loses to the seasonal one"


def sliding_wins_after_a_break():
    rng = np.random.default_rng(4)
    y = np.r_[rng.normal(size=300), 5 + rng.normal(size=100)]
    sliding, expanding = ([abs(y[c - w : c].mean() - y[c]) for c in range(360, 400)] for w in (50, 360))
    assert np.mean(sliding) < 0.5 * np.mean(expanding)
    calm = rng.normal(size=4000)
    few, all_ = ([(calm[max(c - w, 0) : c].mean() - calm[c]) ** 2 for c in range(1000, 4000)] for w in (5, 4000))
    assert np.mean(all_) < np.mean(few), "in a stable process more history is better"


def error_grows_with_the_horizon():
    ahead = {h: [] for h in (1, 7, 28)}
    for seed in range(20):
        y = _walk(500, seed + 200)
        for h, errors in ahead.items():
            errors.append(np.abs(y[h:] - y[:-h]).mean())
    one, week, month = (np.mean(v) for v in ahead.values())
    assert 2 * one < week and 1.5 * week < month
