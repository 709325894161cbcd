"""Checks of the claims about transformers on images."""

import numpy as np


def _attend(x, q, k, v):
    s = (x @ q) @ (x @ k).T / np.sqrt(q.shape[1])
    s = np.exp(s - s.max(1, keepdims=True))
    return s / s.sum(1, keepdims=True) @ (x @ v)


def pairs_grow_with_the_fourth_power_of_the_side():
    pairs = lambda side: (side * side) ** 2
    assert 224 * 224 == 50176 and pairs(448) == 16 * pairs(224) and (224 // 16) ** 2 == 196


def patch_embedding_is_a_strided_convolution():
    rng = np.random.default_rng(0)
    image, w, p = rng.normal(size=(8, 8, 3)), rng.normal(size=(4 * 4 * 3, 5)), 4
    patches = image.reshape(2, p, 2, p, 3).transpose(0, 2, 1, 3, 4).reshape(4, -1)
    kernel = w.reshape(p, p, 3, 5)
    strided = [np.tensordot(image[i : i + p, j : j + p], kernel, 3) for i in (0, 4) for j in (0, 4)]
    assert np.allclose(patches @ w, strided)


def attention_does_not_know_neighbours():
    """Scrambling all the other patches changes nothing for one of them; a convolution notices."""
    rng = np.random.default_rng(1)
    x, weights = rng.normal(size=(9, 4)), rng.normal(size=(3, 4, 4))
    order = np.r_[0, 1 + rng.permutation(8)]
    assert np.allclose(_attend(x, *weights)[0], _attend(x[order], *weights)[0])
    assert not np.allclose(x[0] + x[1], x[order][0] + x[order][1])


def windows_cost_linearly():
    """Pairs that may attend to each other when the tokens are cut into windows of 16."""
    def pairs(n):
        window = np.arange(n) // 16
        return int((window[:, None] == window).sum())
    assert pairs(512) == 2 * pairs(256) == 512 * 16


def patches_are_a_set_without_positions():
    rng = np.random.default_rng(2)
    x, weights, order = rng.normal(size=(6, 4)), rng.normal(size=(3, 4, 4)), rng.permutation(6)
    place = rng.normal(size=(6, 4))
    assert np.allclose(_attend(x, *weights).mean(0), _attend(x[order], *weights).mean(0))
    assert not np.allclose(_attend(x + place, *weights).mean(0), _attend(x[order] + place, *weights).mean(0))
