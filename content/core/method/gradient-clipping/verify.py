"""Checks of the equations."""

import numpy as np
from snippet import clip_by_global_norm


def clip(g, c):
    return clip_by_global_norm([g], c)[0][0]


def norm_is_bounded_and_direction_kept():
    rng = np.random.default_rng(1)
    for size in (0.01, 0.5, 3.0, 1e6):
        grads = [size * rng.normal(size=(4, 3)), size * rng.normal(size=5)]
        clipped, norm = clip_by_global_norm(grads, 2.0)
        before = np.concatenate([g.ravel() for g in grads])
        after = np.concatenate([g.ravel() for g in clipped])
        assert np.isclose(norm, np.linalg.norm(before))
        assert np.isclose(np.linalg.norm(after), min(norm, 2.0))
        assert np.isclose(before @ after, norm * np.linalg.norm(after))


def is_the_projection_onto_the_ball():
    rng = np.random.default_rng(2)
    for g in (np.array([3.0, -4.0, 1.0]), np.array([0.2, 0.1, -0.3])):
        ball = rng.normal(size=(20_000, 3))
        ball *= 1.5 * rng.random((20_000, 1)) ** (1 / 3) / np.linalg.norm(ball, axis=1, keepdims=True)
        assert (np.linalg.norm(ball - g, axis=1) >= np.linalg.norm(clip(g, 1.5) - g) - 1e-12).all()


def gradients_explode_with_the_spectral_radius():
    rng = np.random.default_rng(3)
    for scale in (0.7, 1.1, 1.5):
        w = scale * rng.normal(size=(20, 20)) / np.sqrt(20)
        rho = np.abs(np.linalg.eigvals(w)).max()
        for steps in (1, 10, 60):
            assert np.linalg.norm(np.linalg.matrix_power(w, steps), 2) >= rho**steps * (1 - 1e-9)
    h, eps = rng.normal(size=20), 1e-6 * rng.normal(size=20)
    after = [h, h + eps]
    for _ in range(10):
        after = [w @ a for a in after]
    assert np.allclose(after[1] - after[0], np.linalg.matrix_power(w, 10) @ eps)


def clipping_is_biased():
    grads = np.array([-1.0, -1.0, -1.0, 9.0])  # the mean says +1.5
    clipped = np.array([clip(np.array([g]), 1.0)[0] for g in grads])
    assert grads.mean() == 1.5
    assert clipped.mean() == -0.5
