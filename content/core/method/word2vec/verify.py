"""Checks of the equations."""

import numpy as np
from snippet import noise_chances, sigmoid, step


def gradients_of_one_pair():
    rng = np.random.default_rng(1)
    v, u = rng.normal(size=(2, 6, 3))
    centre, others, h = 2, np.array([4, 0, 5, 5]), 1e-6

    def loss():
        first, *noise = (u[o] @ v[centre] for o in others)
        return -np.log(sigmoid(first)) - sum(np.log(sigmoid(-s)) for s in noise)

    wanted = {}
    for name, table in (("v", v), ("u", u)):
        for at in np.ndindex(table.shape):
            keep, ends = table[at], []
            for move in (h, -h):
                table[at] = keep + move
                ends.append(loss())
            table[at] = keep
            wanted[name, at] = (ends[0] - ends[1]) / (2 * h)
    before, old = loss(), (v.copy(), u.copy())
    assert np.isclose(step(v, u, np.array([centre]), others[None], 0.01), before)
    for (name, at), slope in wanted.items():
        table, was = (v, old[0]) if name == "v" else (u, old[1])
        assert np.isclose((was[at] - table[at]) / 0.01, slope, atol=1e-6)


def scores_settle_at_shifted_pmi():
    """With vectors as long as the vocabulary each score is free; descend on the expected loss and read them off."""
    rng, k = np.random.default_rng(2), 5
    pairs = rng.integers(1, 30, size=(6, 6)).astype(float)
    rows, chances = pairs.sum(axis=1, keepdims=True), pairs.sum(axis=0) / pairs.sum()
    v, u = 0.1 * rng.normal(size=(2, 6, 6))
    for _ in range(6000):
        s = sigmoid(v @ u.T)
        error = (-pairs * (1 - s) + k * rows * chances * s) / rows
        v, u = v - 0.3 * error @ u, u - 0.3 * error.T @ v
    pmi = np.log(pairs * pairs.sum() / (rows * pairs.sum(axis=0)))
    assert np.allclose(v @ u.T, pmi - np.log(k), atol=1e-3)


def noise_lifts_rare_words():
    counts = np.array([10_000, 400, 25])
    chances, share = noise_chances(counts), counts / counts.sum()
    assert np.isclose(chances.sum(), 1)
    assert np.isclose(chances[2] / chances[0], (25 / 10_000) ** 0.75)
    assert chances[0] < share[0] and chances[2] > 3 * share[2]
