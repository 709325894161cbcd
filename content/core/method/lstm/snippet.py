import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def init(d_x, d_h, forget_bias, rng, scale=1.0):
    """Weights of the four blocks input, forget, output, candidate: (4 d_h, d_x), (4 d_h, d_h), (4 d_h,)."""
    b = np.zeros(4 * d_h)
    b[d_h : 2 * d_h] = forget_bias
    return scale * rng.normal(size=(4 * d_h, d_x)) / np.sqrt(d_x), scale * rng.normal(size=(4 * d_h, d_h)) / np.sqrt(d_h), b


def step(params, x, h, c):
    """x (d_x,), h and c (d_h,); returns the new h and c, and the forget gate."""
    w, u, b = params
    z_i, z_f, z_o, z_g = np.split(w @ x + u @ h + b, 4)
    c = sigmoid(z_f) * c + sigmoid(z_i) * np.tanh(z_g)
    return sigmoid(z_o) * np.tanh(c), c, sigmoid(z_f)


rng = np.random.default_rng(0)
params, h, c = init(3, 5, 1.0, rng), np.zeros(5), np.zeros(5)
for x in rng.normal(size=(20, 3)):
    h, c, f = step(params, x, h, c)
assert (np.abs(h) < 1).all() and f.mean() > 0.5
