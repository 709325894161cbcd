"""Checks of the claims about the perceptron."""

import numpy as np


def _data(seed=0, n=200, gap=0.2):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (3 * n, 2))
    best = np.array([0.6, 0.8])
    x = x[abs(x @ best) > gap][:n]
    return x, np.sign(x @ best), best


def _train(x, y, epochs=200):
    w, mistakes = np.zeros(x.shape[1]), 0
    for _ in range(epochs):
        before = mistakes
        for row, label in zip(x, y, strict=False):
            if label * (w @ row) <= 0:
                w, mistakes = w + label * row, mistakes + 1
        if mistakes == before:
            return w, mistakes, True
    return w, mistakes, False


def boundary_is_a_hyperplane():
    w, rng = np.array([1.0, -2.0, 0.5]), np.random.default_rng(0)
    a, b = rng.normal(size=(2, 200, 3))
    same = np.sign(a @ w) == np.sign(b @ w)
    assert (np.sign((a + b) @ w / 2) == np.sign(a @ w))[same].all()


def update_raises_the_score():
    w, x, y = np.array([1.0, 0.0]), np.array([1.0, 2.0]), -1
    assert np.isclose(y * (w + y * x) @ x - y * w @ x, x @ x)


def mistakes_are_bounded():
    x, y, best = _data()
    w, mistakes, done = _train(x, y)
    assert done
    assert (np.sign(x @ w) == y).all()
    assert mistakes <= ((x**2).sum(1).max() ** 0.5 / (y * (x @ best)).min()) ** 2
    y[:20] *= -1
    assert not _train(x, y, 20)[2]


def xor_needs_a_hidden_layer():
    x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    rng = np.random.default_rng(2)
    assert not any(((x @ w[:2] + w[2] > 0) == y).all() for w in rng.normal(size=(2000, 3)))
    hidden = x @ np.ones((2, 2)) > [0.5, 1.5]
    assert ((hidden @ [1, -1] > 0.5) == y).all()


def order_changes_the_result():
    x, y, best = _data(3)
    a, b = (w / np.linalg.norm(w) for w in (_train(x, y)[0], _train(x[::-1], y[::-1])[0]))
    assert a @ b < 0.9999
    assert (y * (x @ a)).min() < (y * (x @ best)).min()
