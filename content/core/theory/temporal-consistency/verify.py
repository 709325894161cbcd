"""Checks of the claims about temporal consistency, on a moving one-dimensional scene."""

import numpy as np

N, T, SPEED = 64, 12, 2


def _video():
    scene = np.cumsum(np.random.default_rng(0).normal(size=N))
    return np.array([np.roll(scene, SPEED * t) for t in range(T)])


def _plain(v):
    return np.abs(v[1:] - v[:-1]).mean()


def _warped(v):
    return np.mean([np.abs(v[t] - np.roll(v[t - 1], SPEED)).mean() for t in range(1, T)])


def independent_frames_flicker():
    noisy = _video() + 0.3 * np.random.default_rng(1).normal(size=(T, N))
    assert _warped(noisy) > 0.2 and _warped(_video()) < 1e-12


def warping_error_ignores_true_motion():
    assert _plain(_video()) > 0.5 and _warped(_video()) < 1e-12


def forward_backward_check_finds_occlusion():
    """A block of width 6 moves right by 2 over a still background: two pixels of background vanish under it."""
    forward, backward = np.zeros(30, int), np.zeros(30, int)
    forward[10:16], backward[12:18] = 2, -2
    bad = [i for i in range(28) if forward[i] + backward[i + forward[i]] != 0]
    assert bad == [16, 17]


def using_neighbours_lowers_the_noise():
    clean = _video()
    noisy = clean + 0.3 * np.random.default_rng(2).normal(size=(T, N))
    fused = noisy[0].copy()
    for t in range(1, T):
        fused = 0.7 * np.roll(fused, SPEED) + 0.3 * noisy[t]
    assert np.std(fused - clean[-1]) < 0.7 * np.std(noisy[-1] - clean[-1])


def a_frozen_video_scores_perfectly():
    flat = np.full((T, N), _video().mean())
    assert _warped(flat) == 0 and np.abs(flat - _video()).mean() > 0.5
