"""Checks of the claims about support vector machines, by projected dual ascent without a bias."""

import numpy as np


def _data(seed=0, n=30, gap=2.5):
    rng = np.random.default_rng(seed)
    y = np.repeat([-1.0, 1.0], n // 2)
    return rng.normal(size=(n, 2)) + gap * y[:, None], y


def _dual(x, y, c=100.0, gram=None, rounds=400):
    """Coordinate ascent on sum(a) - |sum(a y x)|²/2 with 0 <= a <= c."""
    q = np.outer(y, y) * (x @ x.T if gram is None else gram)
    a = np.zeros(len(y))
    for _ in range(rounds):
        for k in range(len(y)):
            a[k] = min(c, max(0.0, a[k] + (1 - q[k] @ a) / q[k, k]))
    return a


def _margin(w, x, y):
    return (y * (x @ w)).min() / np.linalg.norm(w)


def widest_margin():
    x, y = _data()
    w = (_dual(x, y) * y) @ x
    angles = np.linspace(0, 2 * np.pi, 3601)
    best = max(_margin(np.array([np.cos(t), np.sin(t)]), x, y) for t in angles)
    assert abs(_margin(w, x, y) - best) < 1e-2


def smaller_norm_is_wider_margin():
    x, y = _data(1)
    w = (_dual(x, y) * y) @ x
    assert abs((y * (x @ w)).min() - 1) < 1e-3
    assert np.isclose(_margin(w, x, y), 1 / np.linalg.norm(w), rtol=1e-3)


def only_support_vectors_matter():
    x, y = _data(2)
    a = _dual(x, y)
    keep = a > 1e-6
    assert keep.sum() < 8
    assert np.allclose((a * y) @ x, (_dual(x[keep], y[keep]) * y[keep]) @ x[keep], atol=1e-3)


def c_trades_width_for_errors():
    x, y = _data(3, gap=0.8)
    norms, hinges = [], []
    for c in (0.01, 0.1, 1.0):
        w = (_dual(x, y, c) * y) @ x
        norms.append(np.linalg.norm(w))
        hinges.append(np.maximum(0, 1 - y * (x @ w)).sum())
    assert norms[0] < norms[1] < norms[2]
    assert hinges[0] > hinges[1] > hinges[2]


def dual_uses_inner_products():
    x, y = _data(4, n=20)
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    assert np.allclose(_dual(x, y), _dual(x @ turn, y), atol=1e-6)
    ring = np.array([[np.cos(t), np.sin(t)] for t in np.arange(10)]) * np.repeat([1, 3], 5)[:, None]
    label = np.repeat([-1.0, 1.0], 5)
    gram = (ring @ ring.T + 1) ** 2
    assert (np.sign(gram @ (_dual(ring, label, 1e3, gram) * label)) == label).all()


def scale_moves_the_margin():
    x, y = _data(5)
    plain, scaled = ((_dual(v, y) * y) @ v for v in (x, x * [100, 1]))
    back = scaled * [100, 1]
    assert plain @ back / np.linalg.norm(plain) / np.linalg.norm(back) < 0.999
