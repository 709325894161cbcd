import numpy as np


def sigmoid(s):
    return np.exp(-np.logaddexp(0, -s))


def features(x):
    """The logit of the ideal discriminator between two Gaussians is a quadratic."""
    return np.stack([np.ones_like(x), x, x**2], axis=1)


def round_of_both(d, g, real, rng, rate_d, rate_g, inner=3):
    """d: weights (3,) of the discriminator's logit; g: shift and log-scale of the generator; real (n,)."""
    for _ in range(inner):
        fake = g[0] + np.exp(g[1]) * rng.normal(size=len(real))
        up, down = features(real), features(fake)
        d = d + rate_d * ((1 - sigmoid(up @ d)) @ up - sigmoid(down @ d) @ down) / len(real)
    z = rng.normal(size=len(real))
    fake = g[0] + np.exp(g[1]) * z
    pull = (1 - sigmoid(features(fake) @ d)) * (d[1] + 2 * d[2] * fake)  # of the loss -log D, towards higher D
    return d, g + rate_g * np.array([pull.mean(), (pull * np.exp(g[1]) * z).mean()])


rng = np.random.default_rng(0)
d, g = np.zeros(3), np.array([-1.0, 0.0])
for _ in range(600):
    d, g = round_of_both(d, g, 1.0 + 0.5 * rng.normal(size=256), rng, 0.2, 0.05)
assert abs(g[0] - 1.0) < 0.15 and abs(np.exp(g[1]) - 0.5) < 0.15
