import numpy as np


def sigmoid(s):
    return np.exp(-np.logaddexp(0, -s))


def loss(w, x, y, ridge=0.0):
    """Mean cross-entropy of labels 0 and 1 from scores, without ever taking the logarithm of a rounded 0."""
    s = x @ w
    return (np.logaddexp(0, s) - y * s).mean() + ridge * (w[1:] @ w[1:]) / 2


def newton(x, y, ridge=0.0, rounds=12):
    """x (n, d) with a first column of ones, which the ridge spares. Returns w (d,)."""
    w = np.zeros(x.shape[1])
    penalty = ridge * np.diag(np.r_[0.0, np.ones(len(w) - 1)])
    for _ in range(rounds):
        p = sigmoid(x @ w)
        gradient = x.T @ (p - y) / len(y) + penalty @ w
        hessian = (x.T * (p * (1 - p))) @ x / len(y) + penalty
        w = w - np.linalg.solve(hessian, gradient)
    return w


rng = np.random.default_rng(0)
x = np.c_[np.ones(5000), rng.normal(size=(5000, 2))]
y = (rng.random(5000) < sigmoid(x @ [-1.0, 2.0, 0.5])).astype(float)
w = newton(x, y)
assert np.abs(w - [-1.0, 2.0, 0.5]).max() < 0.15 and np.isclose(sigmoid(x @ w).mean(), y.mean())
