"""One channel at a time; the backward pass multiplies by the full Jacobian of the normalisation."""

import numpy as np


class BatchNorm:
    def __init__(self, gamma, beta, momentum, eps):
        self.gamma, self.beta, self.momentum, self.eps = gamma, beta, momentum, eps
        self.running_mean, self.running_var = np.zeros(len(gamma)), np.ones(len(gamma))

    def forward(self, x, training):
        self.x, self.training = x, training
        self.stats = []
        out = np.empty_like(x)
        old = 1 - self.momentum
        means, variances = self.running_mean.copy(), self.running_var.copy()
        for c in range(x.shape[1]):
            values = x[:, c].ravel()
            mean, var = means[c], variances[c]
            if training:
                mean = values.mean()
                squares = ((values - mean) ** 2).sum()
                var = squares / values.size
                means[c] = old * means[c] + self.momentum * mean
                variances[c] = old * variances[c] + self.momentum * squares / max(values.size - 1, 1)
            self.stats.append((mean, var))
            out[:, c] = self.gamma[c] * (x[:, c] - mean) / (var + self.eps) ** 0.5 + self.beta[c]
        self.running_mean, self.running_var = means, variances
        return out

    def backward(self, grad):
        back, d_gamma, d_beta = np.empty_like(grad), [], []
        for c, (mean, var) in enumerate(self.stats):
            values, slopes = self.x[:, c].ravel() - mean, grad[:, c].ravel()
            deviation = (var + self.eps) ** 0.5
            n = values.size
            slope = np.zeros(n)
            for i in range(n):
                column = np.zeros(n)
                column[i] = 1 / deviation
                if self.training:
                    column -= 1 / (n * deviation) + values * values[i] / (n * deviation**3)
                slope[i] = self.gamma[c] * (column @ slopes)
            back[:, c] = slope.reshape(back[:, c].shape)
            d_gamma.append(slopes @ values / deviation)
            d_beta.append(slopes.sum())
        return {"x": back, "gamma": np.array(d_gamma), "beta": np.array(d_beta)}
