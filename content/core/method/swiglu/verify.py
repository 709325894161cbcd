"""Checks of the equations."""

import math

import numpy as np
from snippet import swiglu, swiglu_backward, swish


def setting(seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(4, 5)), rng.normal(size=(5, 7)), rng.normal(size=(5, 7)), rng.normal(size=(7, 5))


def one_branch_gates_the_other():
    x, w, v, w2 = setting(1)
    for row, out in zip(x, swiglu(x, w, v, w2)):
        hidden = []
        for j in range(7):
            a, b = (sum(row[i] * m[i, j] for i in range(5)) for m in (w, v))
            hidden.append(a / (1 + math.exp(-a)) * b)
        assert np.allclose(out, [sum(hidden[j] * w2[j, i] for j in range(7)) for i in range(5)])


def two_thirds_keeps_the_weights():
    for d in (3, 96, 4098):
        for ff in (4 * d, 3 * d):
            assert 3 * d * (2 * ff // 3) == 2 * d * ff
        assert 2 * (4 * d) / 3 == 8 * d / 3


def each_branch_gets_the_other():
    arrays = list(setting(2))
    grad = np.random.default_rng(3).normal(size=(4, 5))
    slopes, h = swiglu_backward(grad, *arrays), 1e-6
    for values, slope in zip(arrays, slopes):
        for at in ((0, 0), (2, 3), (3, 4)):
            keep = values[at]
            values[at] = keep + h
            up = (grad * swiglu(*arrays)).sum()
            values[at] = keep - h
            down = (grad * swiglu(*arrays)).sum()
            values[at] = keep
            assert np.isclose((up - down) / (2 * h), slope[at], rtol=1e-5, atol=1e-7)
    z = np.linspace(-6, 6, 41)
    s = 1 / (1 + np.exp(-z))
    assert np.allclose((swish(z + h) - swish(z - h)) / (2 * h), s * (1 + z * (1 - s)), atol=1e-8)


def large_inputs_grow_quadratically():
    x, w, v, w2 = setting(4)
    limit = (np.maximum(x @ w, 0) * (x @ v)) @ w2
    gaps = [np.abs(swiglu(c * x, w, v, w2) / c**2 - limit).max() for c in (1, 10, 1000)]
    assert gaps[0] > gaps[1] > gaps[2] and gaps[2] < 1e-6 * np.abs(limit).max()
