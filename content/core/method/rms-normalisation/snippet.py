import numpy as np


def rms_norm(x, gamma=1.0, eps=1e-6):
    """x (..., d), gamma (d,) or a scalar; returns (..., d)."""
    return gamma * x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + eps)


def rms_norm_backward(grad, x, gamma=1.0, eps=1e-6):
    """grad (..., d) at the output; returns the gradients of x and of gamma (d,)."""
    r = np.sqrt((x**2).mean(axis=-1, keepdims=True) + eps)
    unit, g = x / r, grad * gamma
    dx = (g - unit * (g * unit).mean(axis=-1, keepdims=True)) / r
    return dx, (grad * unit).reshape(-1, x.shape[-1]).sum(axis=0)


def layer_norm(x, eps=1e-6):
    return rms_norm(x - x.mean(axis=-1, keepdims=True), eps=eps)


tokens = np.random.default_rng(0).normal(3, 10, size=(2, 5, 16))
out = rms_norm(tokens)
assert np.allclose((out**2).mean(axis=-1), 1)
assert abs(out.mean()) > 0.1 > abs(layer_norm(tokens).mean())  # the mean stays
assert np.allclose(rms_norm(1000 * tokens), out)
