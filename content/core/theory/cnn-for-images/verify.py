"""Checks of the claims about convolutions on images."""

import numpy as np


def _convolve(x, k):
    """Circular cross-correlation of an image with a kernel."""
    return sum(k[i, j] * np.roll(x, (-i, -j), (0, 1)) for i in range(k.shape[0]) for j in range(k.shape[1]))


def neighbouring_pixels_are_alike():
    """A scene of random discs: correlation falls with distance."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:96, :96]
    scene = np.zeros((96, 96))
    for cy, cx, r, v in zip(*rng.integers(0, 96, (2, 60)), rng.integers(5, 20, 60), rng.normal(size=60)):
        scene[(y - cy) ** 2 + (x - cx) ** 2 < r * r] = v
    near, far = (np.corrcoef(scene[:, :-d].ravel(), scene[:, d:].ravel())[0, 1] for d in (1, 40))
    assert near > 0.8 > 0.3 > abs(far)


def parameters_do_not_grow_with_the_image():
    weights = lambda k, c_in, c_out: k * k * c_in * c_out + c_out
    assert weights(3, 3, 8) == 224 and 224 < (32 * 32 * 3) * (32 * 32 * 8) / 10000


def convolution_commutes_with_shifts():
    rng = np.random.default_rng(1)
    x, k = rng.normal(size=(12, 12)), rng.normal(size=(3, 3))
    shift = lambda z: np.roll(z, (2, 5), (0, 1))
    assert np.allclose(_convolve(shift(x), k), shift(_convolve(x, k)))
    assert not np.allclose(_convolve(np.rot90(x), k), np.rot90(_convolve(x, k)))


def receptive_field_grows_with_depth():
    seen = []
    for depth in (1, 2, 3):
        x = np.zeros((31, 31))
        x[15, 15] = 1
        for _ in range(depth):
            x = _convolve(x, np.ones((3, 3)))
        seen.append(int((x > 0).any(0).sum()))
    assert seen == [3, 5, 7]


def pooling_tolerates_small_shifts():
    rng = np.random.default_rng(2)
    x = _convolve(rng.normal(size=(32, 32)), np.ones((3, 3)))
    pool = lambda z: z.reshape(8, 4, 8, 4).max((1, 3))
    change = lambda f: np.linalg.norm(f(np.roll(x, 1, 1)) - f(x)) / np.linalg.norm(f(x))
    assert change(pool) < 0.9 * change(lambda z: z)
