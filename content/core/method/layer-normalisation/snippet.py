import numpy as np


def layer_norm(x, gamma=1.0, beta=0.0, eps=1e-5):
    """x (..., d), gamma and beta (d,) or scalars; returns (..., d). The same in training and at inference."""
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


def rms_norm(x, gamma=1.0, eps=1e-5):
    """The cheaper relative: no mean, no shift."""
    return gamma * x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + eps)


tokens = np.random.default_rng(0).normal(3, 10, size=(2, 5, 16))
out = layer_norm(tokens)
assert np.allclose(out.mean(axis=-1), 0) and np.allclose(out.std(axis=-1), 1, atol=1e-4)
centred = tokens - tokens.mean(axis=-1, keepdims=True)
assert np.allclose(rms_norm(centred), out)  # on centred vectors the two agree
