import numpy as np


def dropout(x, p, rng, training=True):
    """x of any shape, p the probability of dropping an entry, 0 <= p < 1; returns the output and the mask."""
    if not training or p == 0:
        return x, np.ones_like(x)
    mask = (rng.random(x.shape) >= p) / (1 - p)
    return x * mask, mask


def dropout_backward(grad, mask):
    """The gradient passes where the activation did, with the same factor."""
    return grad * mask


rng = np.random.default_rng(0)
x = np.ones((100, 1000))
out, mask = dropout(x, 0.3, rng)
assert set(np.unique(out)) == {0.0, 1 / 0.7} and abs(out.mean() - 1) < 0.02
assert dropout(x, 0.3, rng, training=False)[0] is x
assert (dropout_backward(x, mask) == mask).all()
