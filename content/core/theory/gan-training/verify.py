"""Checks of the claims about training GANs."""

import numpy as np


def gradient_steps_spiral_outwards():
    """min over x, max over y of x*y: simultaneous steps leave the equilibrium."""
    x, y, far = 1.0, 0.0, []
    for _ in range(200):
        x, y = x - 0.1 * y, y + 0.1 * x
        far.append(np.hypot(x, y))
    assert np.all(np.diff(far) > 0)


def saturating_gradient_vanishes():
    """Gradients to the fake's logit t: -sigmoid(t) for log(1 - D), sigmoid(t) - 1 for -log D."""
    t, h = -12.0, 1e-4
    d = lambda s: 1 / (1 + np.exp(-s))
    slope = lambda f: (f(t + h) - f(t - h)) / (2 * h)
    assert abs(slope(lambda s: np.log(1 - d(s)))) < 1e-4 < 0.99 < abs(slope(lambda s: -np.log(d(s))))


def collapsed_generator_can_still_fool():
    """The objective of G for a fixed D is linear in the generated distribution, so one point attains its optimum."""
    rng = np.random.default_rng(0)
    score = rng.random(8)
    spread = rng.dirichlet(np.ones(8), 1000)
    alone = np.eye(8)[score.argmax()]
    assert alone @ score >= (spread @ score).max()


def _js(p, q):
    m = (p + q) / 2
    kl = lambda a, b: (a[a > 0] * np.log(a[a > 0] / b[a > 0])).sum()
    return (kl(p, m) + kl(q, m)) / 2


def wasserstein_sees_distance_where_js_is_flat():
    js, w = [], []
    for shift in (5, 10, 20):
        p, q = np.zeros(30), np.zeros(30)
        p[0], q[shift] = 1, 1
        js.append(_js(p, q))
        w.append(np.abs(np.cumsum(p - q)).sum())
    assert np.allclose(js, np.log(2)) and w == [5, 10, 20]


def spectral_normalisation_bounds_the_slope():
    rng = np.random.default_rng(1)
    layers = [rng.normal(size=(16, 16)) for _ in range(3)]
    unit = [w / np.linalg.svd(w, compute_uv=False)[0] for w in layers]
    a, b = rng.normal(size=(2, 500, 16))
    def run(x, ws):
        for w in ws:
            x = np.maximum(x @ w, 0)
        return x
    stretch = lambda ws: (np.linalg.norm(run(a, ws) - run(b, ws), axis=1) / np.linalg.norm(a - b, axis=1)).max()
    assert stretch(unit) <= 1 < stretch(layers)
