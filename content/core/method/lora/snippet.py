import numpy as np


class LoraLinear:
    """A frozen weight (d, k) with a trained change of rank r: B (d, r) zero, A (r, k) random."""

    def __init__(self, weight, r, alpha, rng):
        d, k = weight.shape
        self.weight, self.scale = weight, alpha / r
        self.a, self.b = rng.normal(size=(r, k)) / np.sqrt(k), np.zeros((d, r))

    def __call__(self, x):
        """x (n, k) to (n, d), without forming B A."""
        return x @ self.weight.T + self.scale * (x @ self.a.T) @ self.b.T

    def gradients(self, x, grad):
        """grad (n, d) at the output; returns the gradients of A and B."""
        return self.scale * (grad @ self.b).T @ x, self.scale * grad.T @ (x @ self.a.T)

    def merged(self):
        return self.weight + self.scale * self.b @ self.a


rng = np.random.default_rng(0)
layer = LoraLinear(rng.normal(size=(512, 512)), r=8, alpha=16, rng=rng)
assert (layer.a.size + layer.b.size) / layer.weight.size == 1 / 32
