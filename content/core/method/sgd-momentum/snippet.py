import numpy as np


class Momentum:
    """beta = 0 is plain gradient descent; nesterov looks ahead along the velocity."""

    def __init__(self, lr, beta=0.9, nesterov=False):
        self.lr, self.beta, self.nesterov, self.v = lr, beta, nesterov, 0.0

    def step(self, theta, grad):
        """theta and grad of one shape; returns the new theta."""
        self.v = self.beta * self.v + grad
        direction = grad + self.beta * self.v if self.nesterov else self.v
        return theta - self.lr * direction


def descend(optimiser, curvature, start, steps):
    """The path on the quadratic sum(curvature * theta**2) / 2, start included."""
    path = [np.asarray(start, float)]
    for _ in range(steps):
        path.append(optimiser.step(path[-1], curvature * path[-1]))
    return np.array(path)


curvature, start = np.array([1.0, 100.0]), [1.0, 1.0]
plain = np.abs(descend(Momentum(0.01, 0.0), curvature, start, 150)[-1]).max()
for nesterov in (False, True):
    assert np.abs(descend(Momentum(0.01, 0.8, nesterov), curvature, start, 150)[-1]).max() < plain / 100
