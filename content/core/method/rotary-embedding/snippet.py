import numpy as np


def frequencies(d, base=10_000.0):
    """One a pair, from 1 radian a position downwards: (d / 2,)."""
    return base ** (-np.arange(0, d, 2) / d)


def rope(x, positions, base=10_000.0):
    """x (n, d) with d even, positions (n,); turns the pair (2j, 2j + 1) of row m by positions[m] * theta_j."""
    angles = np.asarray(positions)[:, None] * frequencies(x.shape[-1], base)
    cos, sin = np.cos(angles), np.sin(angles)
    out = np.empty(x.shape)
    out[:, 0::2] = x[:, 0::2] * cos - x[:, 1::2] * sin
    out[:, 1::2] = x[:, 0::2] * sin + x[:, 1::2] * cos
    return out


rng = np.random.default_rng(0)
q, k = rng.normal(size=(2, 6, 16))
near = rope(q, np.arange(6)) @ rope(k, np.arange(6)).T
far = rope(q, 700 + np.arange(6)) @ rope(k, 700 + np.arange(6)).T
assert np.allclose(near, far)  # moving everything along changes no score
assert not np.allclose(near, q @ k.T)
