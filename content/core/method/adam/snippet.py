import numpy as np


class Adam:
    """Decay above zero makes it AdamW: weights shrink apart from the adaptive step."""

    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.0):
        self.lr, self.beta1, self.beta2, self.eps, self.decay = lr, beta1, beta2, eps, decay
        self.m, self.v, self.t = 0.0, 0.0, 0

    def step(self, theta, grad):
        """theta and grad of one shape; returns the new theta."""
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * grad
        self.v = self.beta2 * self.v + (1 - self.beta2) * grad**2
        m_hat = self.m / (1 - self.beta1**self.t)
        v_hat = self.v / (1 - self.beta2**self.t)
        return theta - self.lr * (m_hat / (np.sqrt(v_hat) + self.eps) + self.decay * theta)


curvature, theta, adam = np.array([1.0, 1000.0]), np.array([1.0, 1.0]), Adam(lr=0.05)
for _ in range(400):
    theta = adam.step(theta, curvature * theta)
assert np.abs(theta).max() < 1e-2
