"""A two-layer classifier with mini-batches, warm-up and a reused gradient buffer."""

from collections.abc import Iterator

import numpy as np

Arrays = dict[str, np.ndarray]


def init(d: int, h: int, c: int, seed: int) -> Arrays:
    """Starting parameters for d inputs, h hidden units and c classes."""
    rng = np.random.default_rng(seed)
    W1 = np.zeros((d, h))
    W2 = rng.normal(0, np.sqrt(1 / h), (h, c))
    return {"W1": W1, "b1": np.zeros(h), "W2": W2, "b2": np.zeros(c)}


def rate(step: int, base: float, warmup: int) -> float:
    """The learning rate of a step, counted from 0: a line up to base at step warmup, then base."""
    return base * min(1.0, step // warmup)


def batches(X: np.ndarray, y: np.ndarray, size: int, rng: np.random.Generator) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """All examples once, in random order, at most `size` at a time."""
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        rows = order[start : start + size]
        yield X[rows], y[start : start + size]


def backward(params: Arrays, X: np.ndarray, y: np.ndarray, buffer: Arrays) -> float:
    """Write the gradients of the mean cross-entropy of this batch into buffer; return the loss."""
    a = X @ params["W1"] + params["b1"]
    hidden = np.maximum(a, 0)
    z = hidden @ params["W2"] + params["b2"]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    dz = (np.exp(log_p) - np.eye(z.shape[1])[y]) / len(y)
    da = (dz @ params["W2"].T) * (a > 0)
    fresh = {"W1": X.T @ da, "b1": da.sum(axis=0), "W2": hidden.T @ dz, "b2": dz.sum(axis=0)}
    for name, value in fresh.items():
        buffer[name] += value
    return float(-log_p[np.arange(len(y)), y].mean())


def train(X: np.ndarray, y: np.ndarray, h: int, epochs: int, base: float = 0.3, warmup: int = 20, seed: int = 0) -> Arrays:
    """Parameters after `epochs` passes over the data."""
    params = init(X.shape[1], h, int(y.max()) + 1, seed)
    buffer = {name: np.zeros_like(value) for name, value in params.items()}
    rng, step = np.random.default_rng(seed), 0
    for _ in range(epochs):
        for xb, yb in batches(X, y, 32, rng):
            backward(params, xb, yb, buffer)
            for name in params:
                params[name] = params[name] - rate(step, base, warmup) * buffer[name]
            step += 1
    return params
