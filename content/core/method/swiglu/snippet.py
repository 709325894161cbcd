import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def swish(z):
    return z * sigmoid(z)


def swiglu(x, w, v, w2):
    """x (n, d); w, v (d, f); w2 (f, d); returns (n, d)."""
    return (swish(x @ w) * (x @ v)) @ w2


def swiglu_backward(grad, x, w, v, w2):
    """grad (n, d) at the output; returns the gradients of x, w, v and w2."""
    a, b, g = x @ w, x @ v, grad @ w2.T
    s = sigmoid(a)
    da, db = g * b * s * (1 + a * (1 - s)), g * a * s
    return da @ w.T + db @ v.T, x.T @ da, x.T @ db, (a * s * b).T @ grad


rng, d = np.random.default_rng(0), 96
f = 8 * d // 3
w, v, w2 = rng.normal(size=(d, f)), rng.normal(size=(d, f)), rng.normal(size=(f, d))
assert w.size + v.size + w2.size == 2 * d * 4 * d  # as many weights as the plain layer of width 4 d
assert not swiglu(np.zeros((1, d)), w, v, w2).any() and swish(-1.0) < 0
