"""Checks of the claims about drift."""

import numpy as np


def _psi(old, new, bins=10):
    edges = np.quantile(old, np.linspace(0, 1, bins + 1))[1:-1]
    a, b = (np.bincount(np.searchsorted(edges, v), minlength=bins) / len(v) for v in (old, new))
    a, b = np.maximum(a, 1e-6), np.maximum(b, 1e-6)
    return ((b - a) * np.log(b / a)).sum()


def _ks(old, new):
    grid = np.sort(np.r_[old, new])
    return np.abs(
        np.searchsorted(np.sort(old), grid, "right") / len(old)
        - np.searchsorted(np.sort(new), grid, "right") / len(new)
    ).max()


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _world(rng, n, mean=0.0, slope=2.0):
    x = mean + rng.normal(size=n)
    return x, (rng.random(n) < _sigmoid(slope * x)).astype(int)


def three_kinds_differ():
    """One joint table of two inputs and two labels; each kind changes its own part and keeps another as it was."""
    px, rule = np.array([0.6, 0.4]), np.array([0.2, 0.7])  # P(x) and P(y = 1 | x)
    moved = np.array([0.3, 0.7])
    assert not np.isclose(moved @ rule, px @ rule), "covariate drift: the rule is kept, P(y) may follow"
    joint = np.array([px * (1 - rule), px * rule])
    new_y = np.array([0.3, 0.7])
    label = joint / joint.sum(1, keepdims=True) * new_y[:, None]
    assert np.allclose(label / label.sum(1, keepdims=True), joint / joint.sum(1, keepdims=True))
    assert not np.allclose(label.sum(0), px), "label drift: P(x | y) is kept, P(y) changed"
    assert not np.allclose(px * np.array([0.7, 0.2]), px * rule), "concept drift: P(x) is kept, P(y | x) changed"


def concept_drift_hides_from_inputs():
    rng = np.random.default_rng(0)
    x, y = _world(rng, 20000)
    later, truth = _world(rng, 20000, slope=-2.0)
    assert _psi(x, later) < 0.01 and _ks(x, later) < 0.02
    assert ((x > 0) == y).mean() > 0.75 and ((later > 0) == truth).mean() < 0.25


def psi_and_ks_rise_with_a_shift():
    rng = np.random.default_rng(1)
    base = rng.normal(size=20000)
    shifted = [rng.normal(size=20000) + s for s in (0.0, 0.3, 1.0)]
    psi, ks = [_psi(base, s) for s in shifted], [_ks(base, s) for s in shifted]
    assert psi[0] < 0.01 < psi[1] < psi[2] and psi[2] > 0.5 and ks[0] < 0.02 < ks[1] < ks[2]


def tiny_shifts_and_many_tests():
    """A shift of a hundredth of a standard deviation: significant in a million rows, and its PSI is nil."""
    rng = np.random.default_rng(2)
    n = 1_000_000
    a, b = rng.normal(size=n), rng.normal(size=n) + 0.01
    z = (b.mean() - a.mean()) / np.sqrt(2 / n)
    assert z > 4 and _psi(a[:50000], b[:50000]) < 0.01
    quiet = np.abs(rng.normal(size=(2000, 200))) > 1.96  # z scores of 200 features that do not drift, on 2000 days
    assert abs(quiet.sum(1).mean() - 10) < 1
    corrected = np.abs(rng.normal(size=(2000, 200))) > 3.662  # two-sided 5 % over 200 tests
    assert corrected.any(1).mean() < 0.1


def score_share_warns_early():
    """The share of predicted positives moves with the inputs and needs no label; so do missing values."""
    rng = np.random.default_rng(3)
    x, _ = _world(rng, 20000)
    later, _ = _world(rng, 20000, mean=0.5)
    assert (later > 0).mean() - (x > 0).mean() > 0.15
    broken = np.where(rng.random(20000) < 0.3, np.nan, x)
    assert np.isnan(broken).mean() > 0.25 > np.isnan(x).mean()


def remedy_depends_on_the_cause():
    """A unit error is undone at its source; changed class shares by a new intercept; a changed rule only by new data."""
    rng = np.random.default_rng(4)
    x, y = _world(rng, 20000)
    broken, old = 100 * x, x > 0.5
    assert ((broken > 0.5) == old).mean() < 0.9 and ((broken / 100 > 0.5) == old).all()
    keep = (y == 1) | (rng.random(20000) < 0.1)
    shift_x, shift_y = x[keep], y[keep]  # one negative in ten is left
    before = abs(_sigmoid(2 * shift_x).mean() - shift_y.mean())
    after = abs(_sigmoid(2 * shift_x + np.log(10)).mean() - shift_y.mean())
    assert after < 0.02 < 0.1 < before
    later, truth = _world(rng, 20000, slope=-2.0)
    threshold_moves = max(((later > t) == truth).mean() for t in np.linspace(-3, 3, 61))
    assert threshold_moves < 0.55 and ((later < 0) == truth).mean() > 0.75


def unused_feature_is_harmless():
    rng = np.random.default_rng(5)
    x, y = _world(rng, 20000)
    other, moved = rng.normal(size=20000), rng.normal(size=20000) + 2
    error = [((2 * x + 0.0 * o > 0) != y).mean() for o in (other, moved)]
    assert _psi(other, moved) > 1 and error[0] == error[1]
