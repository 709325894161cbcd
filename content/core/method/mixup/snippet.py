import numpy as np


def mixup(x, y, alpha, rng):
    """x (n, …) and one-hot or soft y (n, k); each example is mixed with another of the batch by its own weight."""
    weight = rng.beta(alpha, alpha, size=len(x))
    partner = rng.permutation(len(x))
    wx = weight.reshape(-1, *[1] * (x.ndim - 1))
    wy = weight[:, None]
    return wx * x + (1 - wx) * x[partner], wy * y + (1 - wy) * y[partner]


def cross_entropy(y, log_p):
    """The mean over the batch for soft targets."""
    return -(y * log_p).sum(axis=1).mean()


rng = np.random.default_rng(0)
x, y = rng.normal(size=(8, 3, 3)), np.eye(4)[rng.integers(4, size=8)]
mixed, soft = mixup(x, y, 0.4, rng)
assert mixed.shape == x.shape and np.allclose(soft.sum(axis=1), 1)
log_p = np.log(np.full((8, 4), 0.25))
assert np.isclose(cross_entropy(soft, log_p), np.log(4))
