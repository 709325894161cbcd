import numpy as np


def rate(step, total, warmup, peak, floor=0.0):
    """The learning rate at a 0-based step (number or array); the floor is reached at total and kept."""
    step = np.asarray(step, float)
    done = np.clip((step - warmup) / (total - warmup), 0, 1)
    cosine = floor + (peak - floor) * (1 + np.cos(np.pi * done)) / 2
    return np.where(step < warmup, peak * (step + 1) / max(warmup, 1), cosine)


def noisy_quadratic(rates, curvature=1.0, noise=1.0, start=25.0):
    """Exact E[theta^2] after every step of theta -= rate * (curvature * theta + noise * N(0, 1))."""
    square, out = start, []
    for eta in rates:
        square = (1 - eta * curvature) ** 2 * square + (eta * noise) ** 2
        out.append(square)
    return np.array(out)


steps = np.arange(1000)
cosine = noisy_quadratic(rate(steps, 1000, 50, peak=0.3))
constant = noisy_quadratic(np.full(1000, 0.3))
assert cosine[20] > constant[20]  # warm-up is slower at first
assert cosine[-1] < constant[-1] / 20  # the decay gets below the noise floor
