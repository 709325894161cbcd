"""Checks of the equations."""

import math

import numpy as np
from snippet import encoding, shift


def every_code_has_the_same_length():
    for d in (2, 8, 64):
        codes = encoding([0, 1, 7, 5000], d)
        by_hand = [
            [(math.sin, math.cos)[i % 2](m * 10_000 ** (-(i - i % 2) / d)) for i in range(d)] for m in (0, 1, 7, 5000)
        ]
        assert np.allclose(codes, by_hand)
        assert np.allclose((codes**2).sum(axis=1), d / 2)


def a_shift_is_one_linear_map():
    for k in (1, 13, 200):
        matrix = shift(k, 16)
        assert np.allclose(matrix @ matrix.T, np.eye(16))  # a rotation
        for m in (0, 4, 999):
            assert np.allclose(matrix @ encoding([m], 16)[0], encoding([m + k], 16)[0])


def dot_products_know_the_distance_only():
    d, places = 20, np.arange(40)
    codes = encoding(places, d)
    theta = 10_000.0 ** (-np.arange(0, d, 2) / d)
    wanted = np.cos((places[:, None] - places[None])[..., None] * theta).sum(axis=-1)
    assert np.allclose(codes @ codes.T, wanted)


def a_score_has_four_parts():
    rng = np.random.default_rng(1)
    x, y, a = rng.normal(size=8), rng.normal(size=8), rng.normal(size=(8, 8))
    p, r = encoding([2, 11], 8)
    assert np.isclose((x + p) @ a @ (y + r), x @ a @ y + x @ a @ r + p @ a @ y + p @ a @ r)
    assert not np.isclose(p @ a @ r, r @ a @ p)  # which one comes first now matters
    a = shift(-1, 8)  # this map scores the position before highest, and the one after lower
    codes = encoding(np.arange(30), 8)
    assert (np.argmax(codes @ a.T @ codes.T, axis=1)[1:] == np.arange(29)).all()
