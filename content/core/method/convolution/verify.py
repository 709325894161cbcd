"""Checks of the equations."""

from itertools import product

import numpy as np
from snippet import conv2d


def windows_and_sizes():
    rng = np.random.default_rng(1)
    for n, k, s, p, d in product((7, 10), (1, 2, 3), (1, 2, 3), (0, 1), (1, 2)):
        x, w, b = rng.normal(size=(2, n, n)), rng.normal(size=(3, 2, k, k)), rng.normal(size=3)
        y = conv2d(x, w, b, s, p, d)
        size = (n + 2 * p - d * (k - 1) - 1) // s + 1
        assert y.shape == (3, size, size)
        padded = np.pad(x, ((0, 0), (p, p), (p, p)))
        o, i, j = 1, size - 1, size // 2
        total = b[o]
        for c, u, v in np.ndindex(2, k, k):
            total += w[o, c, u, v] * padded[c, s * i + d * u, s * j + d * v]
        assert np.isclose(y[o, i, j], total)


def shifts_go_through():
    rng = np.random.default_rng(2)
    x, w, b = np.zeros((2, 16, 16)), rng.normal(size=(3, 2, 3, 3)), np.zeros(3)
    x[:, 4:9, 4:9] = rng.normal(size=(2, 5, 5))  # zeros around it, so that nothing meets the border
    for shift in (1, 2, 3):
        moved = np.roll(x, shift, axis=2)
        assert np.allclose(conv2d(moved, w, b), np.roll(conv2d(x, w, b), shift, axis=2))
    strided = conv2d(x, w, b, stride=2)
    assert np.allclose(conv2d(np.roll(x, 2, axis=2), w, b, stride=2), np.roll(strided, 1, axis=2))
    odd = conv2d(np.roll(x, 1, axis=2), w, b, stride=2)
    assert not any(np.allclose(odd, np.roll(strided, t, axis=2)) for t in range(-3, 4))


def counts():
    for c_in, c_out, k in ((3, 64, 7), (64, 128, 3)):
        w, b = np.zeros((c_out, c_in, k, k)), np.zeros(c_out)
        assert w.size + b.size == c_out * (c_in * k**2 + 1)
    multiplied = 0

    class Counted(float):
        def __mul__(self, other):
            nonlocal multiplied
            multiplied += 1
            return float(self) * float(other)

    w = np.array([Counted(v) for v in range(2 * 3 * 4)], dtype=object).reshape(2, 3, 2, 2)
    y = conv2d(np.ones((3, 6, 6)), w, np.zeros(2))
    assert multiplied == y.shape[1] * y.shape[2] * 2 * 3 * 2**2


def is_a_sparse_shared_matrix():
    rng = np.random.default_rng(3)
    w, b, x = rng.normal(size=(2, 2, 3, 3)), np.zeros(2), rng.normal(size=(2, 6, 6))
    basis = np.eye(x.size).reshape(x.size, *x.shape)
    matrix = np.stack([conv2d(e, w, b).ravel() for e in basis], axis=1)
    y = conv2d(x, w, b)
    assert np.allclose(matrix @ x.ravel(), y.ravel())
    for row, channel in zip(matrix, np.repeat([0, 1], 16), strict=True):
        assert np.allclose(np.sort(row[row != 0]), np.sort(w[channel].ravel()))
    assert ((matrix != 0).sum(axis=1) == 2 * 9).all()
    grad = rng.normal(size=y.shape)  # of the output; the input's gradient is the transpose times it
    bumped = x.copy()
    bumped[1, 2, 3] += 1e-6
    slope = ((conv2d(bumped, w, b) - y) * grad).sum() / 1e-6
    assert np.isclose((matrix.T @ grad.ravel()).reshape(x.shape)[1, 2, 3], slope, rtol=1e-5)
