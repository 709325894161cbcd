"""Checks of the claims about supervised fine-tuning and RLHF."""

import numpy as np


def _softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def sft_matches_the_demonstrations():
    """Gradient descent on the cross-entropy drives the policy to the demonstrations' frequencies."""
    shown, z = np.array([0.7, 0.2, 0.1, 0.0]), np.zeros(4)
    for _ in range(3000):
        z -= 0.5 * (_softmax(z) - shown)
    assert np.allclose(_softmax(z), shown, atol=0.01)


def reward_model_learns_the_order():
    rng = np.random.default_rng(0)
    true, r = np.array([2.0, 1.0, 0.0, -1.0]), np.zeros(4)
    i, j = rng.integers(4, size=(2, 4000))
    wins = rng.random(4000) < 1 / (1 + np.exp(true[j] - true[i]))
    w, l = np.where(wins, i, j), np.where(wins, j, i)
    for _ in range(400):
        g = 1 / (1 + np.exp(r[w] - r[l])) / 4000
        r += 4 * (np.bincount(w, g, 4) - np.bincount(l, g, 4))
    assert list(np.argsort(-r)) == [0, 1, 2, 3] and np.allclose(r - r.mean(), true - true.mean(), atol=0.35)


def feedback_on_samples_finds_the_better_mode():
    """Demonstrations are split evenly between a good and a bad answer; the rewarded policy leaves the bad one."""
    shown, reward, beta = np.array([0.5, 0.5]), np.array([1.0, 0.0]), 0.2
    tuned = shown * np.exp(reward / beta)
    tuned /= tuned.sum()
    assert tuned[0] > 0.99 > shown[0]
