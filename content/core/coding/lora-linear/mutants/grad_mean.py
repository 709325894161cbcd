"""Wrong on purpose: see `mutants.grad-mean` in item.toml."""

import numpy as np


class LoRALinear:
    def __init__(self, weight, bias, a, b, alpha):
        self.frozen = self.weight = weight
        self.bias = np.zeros(len(weight)) if bias is None else bias
        self.a, self.b = a, b
        self.scale = alpha / len(a)
        self.trainable = a.size + b.size

    def merge(self):
        self.weight = self.frozen + self.scale * self.b @ self.a

    def unmerge(self):
        self.weight = self.frozen

    def forward(self, x):
        return x @ self.frozen.T + self.bias + self.scale * (x @ self.a.T) @ self.b.T

    def backward(self, x, grad):
        rows, slopes = x.reshape(-1, x.shape[-1]), grad.reshape(-1, grad.shape[-1])
        narrow = self.scale * slopes @ self.b
        return {
            "a": narrow.T @ rows / max(len(rows), 1),
            "b": self.scale * slopes.T @ (rows @ self.a.T),
            "x": (slopes @ self.frozen + narrow @ self.a).reshape(x.shape),
        }
