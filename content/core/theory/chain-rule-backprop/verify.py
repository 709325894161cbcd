"""Checks of the claims about backpropagation, on a small tanh network."""

import numpy as np


def _network(seed=0, d=4, depth=3):
    rng = np.random.default_rng(seed)
    return [rng.normal(size=(d, d)) / 2 for _ in range(depth)], rng.normal(size=d)


def _forward(weights, x):
    kept = [x]
    for w in weights:
        kept.append(np.tanh(w @ kept[-1]))
    return kept


def _backward(weights, kept, g):
    grads = []
    for w, x, y in zip(weights[::-1], kept[-2::-1], kept[:0:-1], strict=False):
        g = g * (1 - y**2)
        grads.append(g[:, None] * x)
        g = w.T @ g
    return grads[::-1], g


def _loss(weights, x):
    return (_forward(weights, x)[-1] ** 2).sum() / 2


def jacobians_multiply():
    weights, x = _network()
    kept = _forward(weights, x)
    total = np.eye(4)
    for w, y in zip(weights, kept[1:], strict=False):
        total = (1 - y**2)[:, None] * w @ total
    step = 1e-6
    numeric = [
        (_forward(weights, x + step * e)[-1] - _forward(weights, x - step * e)[-1]) / (2 * step) for e in np.eye(4)
    ]
    assert np.allclose(total, np.transpose(numeric), atol=1e-7)


def vector_products_give_the_gradient():
    weights, x = _network(1)
    kept = _forward(weights, x)
    grads, at_input = _backward(weights, kept, kept[-1])
    step, bump = 1e-6, np.zeros((4, 4))
    bump[1, 2] = step
    for k in range(3):
        up, down = ([w + s * bump * (n == k) for n, w in enumerate(weights)] for s in (1, -1))
        assert np.isclose(grads[k][1, 2], (_loss(up, x) - _loss(down, x)) / (2 * step), atol=1e-7)
    e = np.eye(4)[0] * step
    assert np.isclose(at_input[0], (_loss(weights, x + e) - _loss(weights, x - e)) / (2 * step), atol=1e-7)


class _Counted(np.ndarray):
    """An array that counts the multiplications of its products."""

    count = 0

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        plain = [np.asarray(v) for v in inputs]
        out = getattr(ufunc, method)(*plain, **kwargs)
        if ufunc is np.matmul:
            _Counted.count += plain[0].size
        elif ufunc is np.multiply:
            _Counted.count += out.size
        return out.view(_Counted)


def one_pass_gives_all_derivatives():
    weights, x = _network(2, d=8, depth=5)
    weights, x = [w.view(_Counted) for w in weights], x.view(_Counted)
    _Counted.count = 0
    kept = _forward(weights, x)
    forward, _Counted.count = _Counted.count, 0
    grads, _ = _backward(weights, kept, kept[-1])
    assert sum(g.size for g in grads) == 320
    assert forward == 5 * 8 * 8
    assert 2 * forward <= _Counted.count < 3 * forward


def backward_needs_activations():
    weights, x = _network(3)
    kept = _forward(weights, x)
    right, _ = _backward(weights, kept, kept[-1])
    wrong, _ = _backward(weights, [np.zeros(4)] * 4, kept[-1])
    assert abs(right[0] - wrong[0]).max() > 0.01


def gradients_add_over_paths():
    w, x, step = 0.7, 1.3, 1e-6

    def f(a, b):
        return np.tanh(a * np.tanh(b * x))

    first = (f(w + step, w) - f(w - step, w)) / (2 * step)
    second = (f(w, w + step) - f(w, w - step)) / (2 * step)
    assert np.isclose(first + second, (f(w + step, w + step) - f(w - step, w - step)) / (2 * step))


def products_vanish_or_explode():
    q, _ = np.linalg.qr(np.random.default_rng(4).normal(size=(6, 6)))
    assert np.linalg.norm(np.linalg.matrix_power(0.9 * q, 100)) < 1e-3
    assert np.linalg.norm(np.linalg.matrix_power(1.1 * q, 100)) > 1e3
