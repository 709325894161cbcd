"""Checks of the equations."""

import numpy as np
from snippet import rope


def matrix(m, d, base=10_000.0):
    """R_m written out, without the snippet."""
    out = np.zeros((d, d))
    for j in range(d // 2):
        phi = m * base ** (-2 * j / d)
        out[2 * j : 2 * j + 2, 2 * j : 2 * j + 2] = [[np.cos(phi), -np.sin(phi)], [np.sin(phi), np.cos(phi)]]
    return out


def turns_pairs_and_keeps_length():
    x, places = np.random.default_rng(1).normal(size=(5, 8)), np.array([0, 1, 2, 9, 400])
    turned = rope(x, places)
    assert np.allclose(turned, [matrix(m, 8) @ row for m, row in zip(places, x)])
    assert np.allclose(np.linalg.norm(turned, axis=1), np.linalg.norm(x, axis=1))


def scores_depend_on_the_offset():
    rng = np.random.default_rng(2)
    q, k = rng.normal(size=(2, 1, 12))
    for m, n in ((0, 0), (3, 8), (50, 55), (900, 17)):
        score = (rope(q, [m]) @ rope(k, [n]).T).item()
        assert np.isclose(score, (q @ matrix(n - m, 12) @ k.T).item())
    same = [(rope(q, [m]) @ rope(k, [m + 5]).T).item() for m in range(20)]
    assert np.allclose(same, same[0])


def wavelength_of_a_pair():
    d = 10
    for base in (100.0, 10_000.0):
        for j in range(d // 2):
            x = np.zeros((1, d))
            x[0, 2 * j : 2 * j + 2] = 0.6, -0.8
            length = 2 * np.pi * base ** (2 * j / d)
            assert np.allclose(rope(x, [length], base), x) and np.allclose(rope(x, [length / 2], base), -x)
