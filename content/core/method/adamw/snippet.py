import numpy as np


class AdamW:
    """coupled=True is Adam with an L2 penalty: decay times theta goes into the gradient instead."""

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.01, coupled=False):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.decay, self.coupled, self.m, self.v, self.t = decay, coupled, 0.0, 0.0, 0

    def step(self, theta, grad):
        """theta and grad of one shape; returns the new theta."""
        self.t += 1
        if self.coupled:
            grad = grad + self.decay * theta
        else:
            theta = theta * (1 - self.lr * self.decay)
        self.m = self.beta1 * self.m + (1 - self.beta1) * grad
        self.v = self.beta2 * self.v + (1 - self.beta2) * grad**2
        m_hat, v_hat = self.m / (1 - self.beta1**self.t), self.v / (1 - self.beta2**self.t)
        return theta - self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


theta, grads = np.ones(2), np.array([1.0, 100.0])  # two weights, one with gradients a hundred times larger
kept = {coupled: AdamW(0.1, decay=0.5, coupled=coupled).step(theta, grads) for coupled in (False, True)}
assert np.allclose(kept[False], 1 - 0.1 * 0.5 - 0.1)  # decay, then one step of the sign
assert np.allclose(kept[True], 1 - 0.1)  # on the first step the penalty vanishes in the division
