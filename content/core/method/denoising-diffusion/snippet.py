import numpy as np

BETA = np.linspace(1e-4, 0.06, 200)
ALPHA_BAR = np.cumprod(1 - BETA)  # how much of the signal's power is left after each step


def noised(x0, t, eps):
    """x after step t, in one go."""
    return np.sqrt(ALPHA_BAR[t]) * x0 + np.sqrt(1 - ALPHA_BAR[t]) * eps


def best_noise(x, t):
    """What a perfect network predicts when the data are -1 and +1 with equal chance: the mean noise given x."""
    a = ALPHA_BAR[t]
    x0 = np.tanh(np.sqrt(a) * x / (1 - a))
    return (x - np.sqrt(a) * x0) / np.sqrt(1 - a)


def backward(x, t, rng, model=best_noise):
    """One step of sampling; no noise is added in the last."""
    mean = (x - BETA[t] / np.sqrt(1 - ALPHA_BAR[t]) * model(x, t)) / np.sqrt(1 - BETA[t])
    return mean + (np.sqrt(BETA[t]) * rng.normal(size=x.shape) if t else 0)


rng = np.random.default_rng(0)
x = rng.normal(size=2000)
for t in reversed(range(len(BETA))):
    x = backward(x, t, rng)
assert np.abs(np.abs(x) - 1).mean() < 0.02 and abs((x > 0).mean() - 0.5) < 0.05
