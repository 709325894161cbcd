"""Checks of the claims about backpropagation through time: h_t = tanh(W h_{t-1} + U x_t), loss = half the squared last state."""

import numpy as np


def _net(seed, steps, d=4):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(d, d)) / d**0.5, rng.normal(size=(d, d)) / d**0.5, rng.normal(size=(steps, d))


def _forward(copies, u, x, h=None):
    """The states; copies[t] is the recurrent matrix of step t."""
    states = [np.zeros(len(u)) if h is None else h]
    for w, row in zip(copies, x, strict=True):
        states.append(np.tanh(w @ states[-1] + u @ row))
    return states


def _backward(copies, states, back):
    """The gradient of each step's copy and of each state's input, going back at most `back` steps."""
    steps = len(copies)
    grads = [np.zeros_like(copies[0]) for _ in copies]
    g, sizes = states[-1].copy(), []
    for t in range(steps - 1, max(steps - 1 - back, -1), -1):
        inner = g * (1 - states[t + 1] ** 2)
        grads[t] = np.outer(inner, states[t])
        g = copies[t].T @ inner
        sizes.append(np.linalg.norm(g))
    return grads, sizes


def _loss(copies, u, x):
    return 0.5 * (_forward(copies, u, x)[-1] ** 2).sum()


def unrolled_gradient_is_the_derivative():
    w, u, x = _net(0, 6)
    grad = sum(_backward([w] * 6, _forward([w] * 6, u, x), 6)[0])
    for i, j in np.ndindex(w.shape):
        step = np.zeros_like(w)
        step[i, j] = 1e-6
        slope = (_loss([w + step] * 6, u, x) - _loss([w - step] * 6, u, x)) / 2e-6
        assert abs(slope - grad[i, j]) < 1e-7


def copies_add_up():
    """Nudging the matrix of one step alone gives that step's share; the shares add up to the shared matrix's gradient."""
    w, u, x = _net(1, 5)
    shares = []
    for t in range(5):
        up, down = [w.copy() for _ in range(5)], [w.copy() for _ in range(5)]
        up[t][0, 1] += 1e-6
        down[t][0, 1] -= 1e-6
        shares.append((_loss(up, u, x) - _loss(down, u, x)) / 2e-6)
    grad = sum(_backward([w] * 5, _forward([w] * 5, u, x), 5)[0])
    assert abs(sum(shares) - grad[0, 1]) < 1e-7 and np.count_nonzero(np.abs(shares) > 1e-6) >= 3


def product_vanishes_or_explodes():
    rng = np.random.default_rng(2)
    rotation = np.linalg.qr(rng.normal(size=(6, 6)))[0]
    g = rng.normal(size=6)
    for scale in (0.8, 1.2):
        back = np.linalg.norm(np.linalg.matrix_power((scale * rotation).T, 60) @ g) / np.linalg.norm(g)
        assert np.isclose(back, scale**60)
    w, u, x = _net(2, 80)
    w *= 0.9 / np.linalg.norm(w, 2)
    sizes = _backward([w] * 80, _forward([w] * 80, u, x), 80)[1]
    assert sizes[60] < 1e-3 * sizes[0] and sizes[79] < 0.9**79 * 2


def truncation_keeps_the_state():
    w, u, x = _net(3, 12)
    whole = _forward([w] * 12, u, x)
    second = _forward([w] * 4, u, x[8:], whole[8])
    assert np.allclose(second[-1], whole[-1]), "the state that goes on gives the same forward pass"
    assert not np.allclose(_forward([w] * 4, u, x[8:])[-1], whole[-1]), "a state of zeros does not"
    cut = _backward([w] * 12, whole, 4)[0]
    assert all(not cut[t].any() for t in range(8)) and all(cut[t].any() for t in range(8, 12))


def truncation_is_biased():
    """h_t = w h_{t-1} + u x_t with unit white noise x and the loss half h_T squared, in exact expectation; u = 1."""
    w, steps, back = 0.9, 12, 2
    spread = [sum(w ** (2 * j) for j in range(t)) for t in range(steps + 1)]  # the variance of h_t
    true = sum(2 * j * w ** (2 * j - 1) for j in range(steps)) / 2
    full, cut = (sum(w ** (2 * i + 1) * spread[steps - 1 - i] for i in range(k)) for k in (steps, back))
    assert np.isclose(full, true) and cut < 0.5 * true
    x = np.zeros(steps)
    x[0] = 1.0
    slope = [w ** (steps - 1 - t) * x[t] for t in range(steps)]  # d h_T / d u, one term a step
    assert sum(slope) > 0.3 and sum(slope[-back:]) == 0, "the only input that matters lies before the cut"


def memory_is_linear():
    w, u, x = _net(5, 40)
    kept = [sum(h.size for h in _forward([w] * n, u, x[:n])[1:]) for n in (20, 40)]
    assert kept[1] == 2 * kept[0]


def clipping_does_not_restore():
    def clip(g, most=1.0):
        return g * min(1.0, most / np.linalg.norm(g))

    assert np.isclose(np.linalg.norm(clip(np.array([30.0, 40.0]))), 1)
    small = np.array([3e-6, 4e-6])
    assert np.array_equal(clip(small), small)
    rotation = np.linalg.qr(np.random.default_rng(6).normal(size=(5, 5)))[0]
    assert np.isclose(np.linalg.norm(np.linalg.matrix_power(rotation, 200) @ np.ones(5)), 5**0.5)
