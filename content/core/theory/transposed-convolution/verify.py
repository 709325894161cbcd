"""Checks of the claims about transposed convolutions, in one dimension."""

import numpy as np


def _stamp(x, k, s, p=0):
    y = np.zeros((len(x) - 1) * s + len(k))
    for i, v in enumerate(x):
        y[i * s : i * s + len(k)] += v * k
    return y[p : len(y) - p]


def _matrix(n, k, s, p=0):
    """The matrix of the ordinary convolution from length n."""
    m = (n + 2 * p - len(k)) // s + 1
    a = np.zeros((m, n + 2 * p))
    for i in range(m):
        a[i, i * s : i * s + len(k)] = k
    return a[:, p : p + n]


def stamping_equals_the_transpose():
    rng = np.random.default_rng(0)
    k, x = rng.normal(size=4), rng.normal(size=5)
    assert np.allclose(_stamp(x, k, 2, 1), _matrix(10, k, 2, 1).T @ x)
    assert np.allclose(_stamp(np.array([3, 5]), np.array([1, 2, 1]), 2), [3, 6, 8, 10, 5])


def it_is_the_adjoint_and_not_the_inverse():
    rng = np.random.default_rng(1)
    a, x, g = _matrix(10, rng.normal(size=4), 2, 1), rng.normal(size=10), rng.normal(size=5)
    assert np.isclose((a @ x) @ g, x @ (a.T @ g))
    assert not np.allclose(a.T @ (a @ x), x)


def output_size_formula():
    for n in (2, 5, 8):
        for k, s, p in ((3, 1, 1), (4, 2, 1), (5, 3, 2)):
            assert len(_stamp(np.ones(n), np.ones(k), s, p)) == (n - 1) * s - 2 * p + k
    assert len(_stamp(np.ones(8), np.ones(4), 2, 1)) == 16


def uneven_overlap_leaves_a_checkerboard():
    inner = lambda k: _stamp(np.ones(20), np.ones(k), 2)[6:-6]
    assert len(set(inner(4))) == 1 and len(set(inner(3))) == 2


def stride_two_layers_grow_a_seed():
    x = np.ones(4)
    for _ in range(4):
        x = _stamp(x, np.ones(4), 2, 1)
    assert len(x) == 64
