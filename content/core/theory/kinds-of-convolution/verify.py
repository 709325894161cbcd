"""Checks of the claims about kinds of convolution."""

import numpy as np


def _conv(x, k, dilation=1):
    """Circular cross-correlation of (channels, n) with (out, channels, taps)."""
    return sum(k[:, :, i] @ np.roll(x, -i * dilation, 1) for i in range(k.shape[2]))


def pointwise_is_a_dense_layer_per_pixel():
    rng = np.random.default_rng(0)
    x, k = rng.normal(size=(3, 10)), rng.normal(size=(5, 3, 1))
    assert np.allclose(_conv(x, k)[:, 4], k[:, :, 0] @ x[:, 4])


def dilation_widens_the_view_for_free():
    x = np.zeros((1, 40))
    x[0, 20] = 1
    for rate in (1, 2, 4):
        hit = np.flatnonzero(_conv(x, np.ones((1, 1, 3)), rate)[0])
        assert len(hit) == 3 and hit[-1] - hit[0] + 1 == rate * 2 + 1


def separable_cost_ratio():
    k, c_in, c_out = 3, 64, 128
    plain, split = k * k * c_in * c_out, k * k * c_in + c_in * c_out
    assert np.isclose(split / plain, 1 / c_out + 1 / k**2) and 8 < plain / split < 9
    rng = np.random.default_rng(1)
    x, deep, point = rng.normal(size=(4, 12)), rng.normal(size=(4, 3)), rng.normal(size=(6, 4))
    whole = point[:, :, None] * deep
    each = np.stack([_conv(x[c : c + 1], deep[None, c : c + 1])[0] for c in range(4)])
    assert np.allclose(point @ each, _conv(x, whole))


def groups_divide_the_weights():
    weights = lambda c_in, c_out, k, g: g * (c_in // g) * (c_out // g) * k * k
    assert weights(64, 128, 3, 4) * 4 == weights(64, 128, 3, 1) and weights(64, 64, 3, 64) == 64 * 9


def three_d_kernel_sees_motion():
    """A difference over time answers to a moving dot; one frame alone does not tell the direction."""
    still, moving = np.zeros((2, 8)), np.zeros((2, 8))
    still[:, 3], moving[0, 2], moving[1, 3] = 1, 1, 1
    time = lambda v: np.abs(v[1] - v[0]).sum()
    assert time(still) == 0 < time(moving) and np.array_equal(still[1], moving[1])
