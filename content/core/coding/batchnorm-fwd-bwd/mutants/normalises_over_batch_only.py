"""Wrong on purpose: see `mutants.normalises-over-batch-only` in item.toml."""

import numpy as np


class BatchNorm:
    def __init__(self, gamma, beta, momentum, eps):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.eps = momentum, eps
        self.running_mean, self.running_var = np.zeros(len(gamma)), np.ones(len(gamma))

    def forward(self, x, training):
        rows = np.moveaxis(x, 1, -1)
        mean, var = self.running_mean, self.running_var
        if training:
            flat = rows.reshape(-1, len(self.gamma))
            mean, var = rows.mean(axis=0), rows.var(axis=0)
            mean, var = (mean, var) if x.ndim == 2 else (mean.mean(axis=0), var.mean(axis=0))
            unbiased = var * len(flat) / max(len(flat) - 1, 1)
            self.running_mean = self.running_mean + self.momentum * (mean - self.running_mean)
            self.running_var = self.running_var + self.momentum * (unbiased - self.running_var)
        self.training = training
        self.inverse = 1 / np.sqrt(var + self.eps)
        self.normal = (rows - mean) * self.inverse
        return np.moveaxis(self.gamma * self.normal + self.beta, -1, 1)

    def backward(self, grad):
        slopes = np.moveaxis(grad, 1, -1)
        others = tuple(range(slopes.ndim - 1))
        back = slopes
        if self.training:
            back = slopes - slopes.mean(axis=others) - self.normal * (slopes * self.normal).mean(axis=others)
        return {
            "x": np.moveaxis(self.gamma * self.inverse * back, -1, 1),
            "gamma": (slopes * self.normal).sum(axis=others),
            "beta": slopes.sum(axis=others),
        }
