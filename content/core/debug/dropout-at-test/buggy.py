"""A small network with dropout, and the loop that evaluates it in the middle of training."""

import numpy as np


class Dropout:
    def __init__(self, rate, seed):
        self.rate = rate
        self.training = True
        self.draw = np.random.default_rng(seed)

    def forward(self, x):
        """Inverted dropout: kept values are scaled up in training, so that evaluation is the identity."""
        if not self.training:
            self.mask = np.ones_like(x)
        else:
            self.mask = (self.draw.random(x.shape) >= self.rate) * 1.0
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


class Network:
    """x @ w, then dropout."""

    def __init__(self, w, rate, seed):
        self.w = w
        self.dropout = Dropout(rate, seed)

    def train(self, flag=True):
        self.dropout.training = flag
        return self

    def forward(self, x):
        self.x = x
        return self.dropout.forward(x @ self.w)

    def gradient(self, grad):
        """The gradient of the loss with respect to w, from the gradient at the output of the latest forward."""
        return self.x.T @ self.dropout.backward(grad)


def evaluate(network, batches):
    """Mean squared error over all rows of all batches, without dropout; the network's mode is left as it was."""
    before = network.dropout.training
    network.train()
    total = rows = 0
    for x, y in batches:
        total += ((network.forward(x) - y) ** 2).sum(axis=1).sum()
        rows += len(batches[0][0])
    network.train(True)
    return float(total / rows)
