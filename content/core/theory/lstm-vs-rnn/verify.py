"""Checks of the claims about plain and gated recurrence."""

import numpy as np


def _sigmoid(x):
    return 1 / (1 + np.exp(-x))


def _matrix(radius, n=16, seed=0):
    m = np.random.default_rng(seed).normal(size=(n, n))
    return radius * m / np.abs(np.linalg.eigvals(m)).max()


def plain_gradient_shrinks():
    small, large = (np.linalg.norm(np.linalg.matrix_power(_matrix(r), 200)) for r in (0.9, 1.1))
    assert small < 1e-4 and large > 1e4


def cell_gradient_survives():
    rng = np.random.default_rng(1)
    cell, writes = 0.0, _sigmoid(rng.normal(size=200)) * np.tanh(rng.normal(size=200))
    run = lambda start: sum(writes, start)
    assert np.isclose((run(cell + 1e-3) - run(cell)) / 1e-3, 1.0)


def gates_select():
    keep, wipe = _sigmoid(12.0), _sigmoid(-12.0)
    assert keep * 5.0 > 4.99 and wipe * 5.0 < 0.01 and 0 < wipe < keep < 1


def forget_gate_sets_the_decay():
    assert 0.999**200 > 0.8 and 0.5**200 < 1e-50


def lstm_recalls_after_two_hundred_steps():
    """One hand-set cell: the input gate opens for the first symbol only, the forget gate stays open."""
    rng = np.random.default_rng(2)
    for bit in (-1.0, 1.0):
        cell = hidden = 0.0
        w = _matrix(0.9, 1)[0, 0]
        for t in range(200):
            x = bit if t == 0 else rng.normal(0, 0.3)
            i = _sigmoid(10.0 if t == 0 else -10.0)
            cell = _sigmoid(8.0) * cell + i * np.tanh(2 * x)
            hidden = np.tanh(w * hidden + (x if t == 0 else 0.0))
        assert np.sign(cell) == bit and abs(cell) > 0.5 and abs(hidden) < 1e-3


def four_times_the_parameters():
    n, h = 64, 128
    blocks = lambda names: sum(np.ones(shape).size for _ in names for shape in ((h, n), (h, h), (h,)))
    assert blocks(["input", "forget", "output", "candidate"]) == 4 * blocks(["hidden"]) == 98816
