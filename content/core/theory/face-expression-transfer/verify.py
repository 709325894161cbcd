"""Checks of the claims about transferring expressions, on a linear face model."""

import numpy as np

RNG = np.random.default_rng(0)
MEAN, SHAPE, EXPRESSION = RNG.normal(size=60), RNG.normal(size=(60, 5)), RNG.normal(size=(60, 4))


def _face(identity, expression):
    return MEAN + SHAPE @ identity + EXPRESSION @ expression


def _fit(face):
    found = np.linalg.lstsq(np.c_[SHAPE, EXPRESSION], face - MEAN, rcond=None)[0]
    return found[:5], found[5:]


def expression_coefficients_transfer():
    rng = np.random.default_rng(1)
    (a, b), (smile, rest) = rng.normal(size=(2, 5)), rng.normal(size=(2, 4))
    source, target = _face(a, smile), _face(b, rest)
    moved = _face(_fit(target)[0], _fit(source)[1])
    assert np.allclose(moved, _face(b, smile))


def swapping_one_factor_keeps_the_other():
    rng = np.random.default_rng(2)
    target = _face(rng.normal(size=5), rng.normal(size=4))
    changed = _face(_fit(target)[0], rng.normal(size=4))
    assert np.allclose(_fit(changed)[0], _fit(target)[0]) and not np.allclose(_fit(changed)[1], _fit(target)[1])


def relative_motion_keeps_the_face_shape():
    rng = np.random.default_rng(3)
    (a, b), smile = rng.normal(size=(2, 5)), rng.normal(size=4)
    neutral = np.zeros(4)
    relative = _face(b, neutral) + (_face(a, smile) - _face(a, neutral))
    assert np.allclose(_fit(relative)[0], b) and np.allclose(_fit(_face(a, smile))[0], a)


def smoothing_removes_flicker():
    rng = np.random.default_rng(4)
    clean = np.sin(np.linspace(0, 6, 200))
    noisy = clean + 0.2 * rng.normal(size=200)
    smooth = np.convolve(noisy, np.ones(7) / 7, "same")
    flicker = lambda z: np.abs(np.diff(z, 2)).mean()
    assert flicker(smooth) < 0.3 * flicker(noisy)
    assert np.abs(smooth - clean)[5:-5].mean() < np.abs(noisy - clean)[5:-5].mean()
