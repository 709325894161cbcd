"""Checks of the claims about contrastive predictive coding."""

import numpy as np


def _series(seed, n=4000):
    """A slow state that returns to itself with factor 0.95, and fresh noise at every step."""
    rng = np.random.default_rng(seed)
    slow, noise = np.zeros(n), rng.normal(size=n)
    kicks = rng.normal(size=n) * np.sqrt(1 - 0.95**2)
    for t in range(1, n):
        slow[t] = 0.95 * slow[t - 1] + kicks[t]
    return slow, noise


def latent_prediction_finds_the_slow_part():
    """Of all directions of a mixed signal, the one whose future its past predicts best is the slow state."""
    slow, noise = _series(0)
    mixed = np.c_[slow + noise, slow - 2 * noise]
    def predictable(a):
        z = mixed @ np.array([np.cos(a), np.sin(a)])
        return abs(np.corrcoef(z[:-5], z[5:])[0, 1])
    angles = np.linspace(0, np.pi, 181)
    best = max(angles, key=predictable)
    z = mixed @ np.array([np.cos(best), np.sin(best)])
    assert abs(np.corrcoef(z, slow)[0, 1]) > 0.98


def noise_does_not_help_to_predict():
    slow, noise = _series(1)
    assert np.corrcoef(slow[:-5], slow[5:])[0, 1] > 0.6 > 0.1 > abs(np.corrcoef(noise[:-5], noise[5:])[0, 1])


def _infonce(scores):
    """Scores of N candidates, the true one first."""
    top = scores.max(1, keepdims=True)
    return (np.log(np.exp(scores - top).sum(1)) + top[:, 0] - scores[:, 0]).mean()


def loss_is_a_classification():
    assert np.isclose(_infonce(np.zeros((5, 8))), np.log(8))
    sure = np.zeros((5, 8))
    sure[:, 0] = 50
    assert _infonce(sure) < 1e-9


def _bound(correlation, n, draws=2000, seed=2):
    """log N minus the loss with the best critic, the log density ratio, for correlated Gaussians."""
    rng = np.random.default_rng(seed)
    c, z = rng.normal(size=draws), rng.normal(size=(draws, n))
    z[:, 0] = correlation * c + np.sqrt(1 - correlation**2) * z[:, 0]
    r = correlation
    ratio = -0.5 * (z - r * c[:, None]) ** 2 / (1 - r * r) + 0.5 * z**2
    return np.log(n) - _infonce(ratio)


def infonce_bounds_mutual_information():
    for r in (0.5, 0.9, 0.9999):
        true = -0.5 * np.log(1 - r * r)
        for n in (4, 64):
            assert _bound(r, n) <= min(true + 0.1, np.log(n))
    assert _bound(0.9999, 64) > _bound(0.9999, 4) + 1


def hard_negatives_raise_the_loss():
    rng = np.random.default_rng(3)
    anchor = rng.normal(size=(500, 16))
    positive = anchor + 0.5 * rng.normal(size=anchor.shape)
    easy = rng.normal(size=(500, 7, 16))
    hard = 0.5 * anchor[:, None] + easy
    score = lambda others: np.einsum("nd,nkd->nk", anchor, np.concatenate([positive[:, None], others], 1)) / 4
    assert _infonce(score(hard)) > 1.5 * _infonce(score(easy))
