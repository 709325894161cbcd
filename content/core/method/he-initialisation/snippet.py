import numpy as np


def he(fan_in, fan_out, rng, slope=0.0, shape="normal"):
    """A (fan_out, fan_in) matrix of variance 2 / ((1 + slope^2) fan_in); slope is that of a leaky ReLU on its left."""
    std = np.sqrt(2 / ((1 + slope**2) * fan_in))
    if shape == "uniform":
        return rng.uniform(-std * np.sqrt(3), std * np.sqrt(3), size=(fan_out, fan_in))
    return std * rng.normal(size=(fan_out, fan_in))


def depth(layers, width, gain, rng, examples=64, slope=0.0):
    """Mean square of the pre-activations of each layer; gain multiplies He's standard deviation."""
    z, squares = rng.normal(size=(examples, width)), []
    for _ in range(layers):
        z = np.where(z > 0, z, slope * z) @ (gain * he(width, width, rng, slope)).T
        squares.append((z**2).mean())
    return np.array(squares)


rng = np.random.default_rng(0)
assert 0.2 < depth(30, 256, 1.0, rng)[-1] < 5  # He
assert depth(30, 256, np.sqrt(0.5), rng)[-1] < 1e-7  # Xavier, for square matrices: variance 1 / n
