import numpy as np


def frequencies(d, base=10_000.0):
    return base ** (-np.arange(0, d, 2) / d)


def encoding(positions, d, base=10_000.0):
    """positions (n,), d even; returns (n, d): sine and cosine of each frequency in turn."""
    angles = np.asarray(positions)[:, None] * frequencies(d, base)
    out = np.empty((len(angles), d))
    out[:, 0::2], out[:, 1::2] = np.sin(angles), np.cos(angles)
    return out


def shift(k, d, base=10_000.0):
    """The matrix (d, d) that leads from the code of any position to that of k positions later."""
    out = np.zeros((d, d))
    for j, angle in enumerate(k * frequencies(d, base)):
        c, s = np.cos(angle), np.sin(angle)
        out[2 * j : 2 * j + 2, 2 * j : 2 * j + 2] = [[c, s], [-s, c]]
    return out


codes = encoding(np.arange(100), 32)
assert np.allclose(codes[:-3] @ shift(3, 32).T, codes[3:])
gaps = np.linalg.norm(codes[:, None] - codes[None], axis=-1) + 9 * np.eye(100)
assert gaps.min() > 0.5  # no two of a hundred positions look alike
