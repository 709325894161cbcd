"""Checks of the equations."""

import numpy as np
from snippet import from_scores, info_nce


def loss_is_a_classification():
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(9, 4)), rng.normal(size=(9, 4))
    loss, shares = info_nce(a, b, 0.2)
    cosine = a @ b.T / np.linalg.norm(a, axis=1)[:, None] / np.linalg.norm(b, axis=1)
    by_hand = [-np.log(np.exp(cosine[i, i] / 0.2) / np.exp(cosine[i] / 0.2).sum()) for i in range(9)]
    assert np.isclose(loss, np.mean(by_hand)) and np.allclose(shares.sum(axis=1), 1)
    assert np.isclose(info_nce(3 * a, b, 0.2)[0], loss)


def bound(rho, n, d=10, batches=20):
    """log n less the loss under the best scores, for d pairs of correlated normal variables; and their information."""
    rng = np.random.default_rng(2)
    losses = []
    for _ in range(batches):
        x = rng.normal(size=(n, d))
        y = rho * x + np.sqrt(1 - rho**2) * rng.normal(size=(n, d))
        scores = -((y[None] - rho * x[:, None]) ** 2).sum(axis=2) / (2 * (1 - rho**2))
        losses.append(from_scores(scores + (y**2).sum(axis=1) / 2)[0])
    return np.log(n) - np.mean(losses), -d / 2 * np.log(1 - rho**2)


def information_is_at_least():
    for rho in (0.3, 0.6, 0.9):
        values = [bound(rho, n) for n in (4, 16, 64)]
        for n, (low, true) in zip((4, 16, 64), values, strict=True):
            assert low <= min(true + 0.05, np.log(n))
        assert values[0][0] < values[2][0]
    assert bound(0.9, 64)[1] - bound(0.9, 64)[0] > 3  # capped by log n, far below the truth
    assert bound(0.3, 64)[1] - bound(0.3, 64)[0] < 0.1


def gradient_weighs_hard_negatives():
    rng, h = np.random.default_rng(3), 1e-6
    scores = rng.normal(size=(5, 5))
    _, shares = from_scores(scores)
    for i in range(5):
        for j in range(5):
            step = np.zeros((5, 5))
            step[i, j] = h
            slope = (from_scores(scores + step)[0] - from_scores(scores - step)[0]) / (2 * h)
            assert np.isclose(slope, (shares[i, j] - (i == j)) / 5, atol=1e-8)
