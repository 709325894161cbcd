"""AdamW over a dictionary of arrays."""

import numpy as np


class AdamW:
    """Bias-corrected moments and decoupled decay; parameters with fewer than two axes are not decayed.

    p <- p - rate * (m_hat / (sqrt(v_hat) + eps) + decay * p), with the decay taken from p before the step.
    """

    def __init__(self, rate, betas=(0.9, 0.999), eps=1e-8, decay=0.0):
        self.rate, self.betas, self.eps, self.decay = rate, betas, eps, decay
        self.state = {}

    def step(self, params, grads):
        """Updates the arrays in `params` in place. A parameter without a gradient (None) is left alone, state and all."""
        for name, value in params.items():
            grad = grads[name]
            if grad is None:
                continue
            first, second, count = self.state.get(name, (np.zeros_like(value), np.zeros_like(value), 0))
            count += 1
            decay = self.decay if value.ndim > 1 else 0.0
            value *= 1 - self.rate * decay
            first = self.betas[0] * first + (1 - self.betas[0]) * grad
            second = self.betas[1] * second + (1 - self.betas[1]) * grad**2
            self.state[name] = (first, second, count)
            m_hat = first / (1 - self.betas[0] ** count)
            v_hat = second / (1 - self.betas[1] ** count)
            value -= self.rate * m_hat / (np.sqrt(v_hat) + self.eps)
