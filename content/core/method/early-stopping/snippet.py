import numpy as np


def train(step, score, theta, patience, most):
    """step(theta) -> theta and score(theta) -> validation error; returns best weights, their step and all scores."""
    best, best_at, scores = theta, 0, [score(theta)]
    for t in range(1, most + 1):
        theta = step(theta)
        scores.append(score(theta))
        if scores[t] < scores[best_at]:
            best, best_at = theta, t
        elif t - best_at >= patience:
            break
    return best, best_at, np.array(scores)


def problem(seed=5, n=40, d=30, noise=1.0):
    """A regression whose features differ in scale, so that some directions are flat; training and validation sets."""
    rng = np.random.default_rng(seed)
    scale = 1 / np.arange(1, d + 1)
    truth = 3 * scale * rng.normal(size=d)
    x, xv = rng.normal(size=(n, d)) * scale, rng.normal(size=(400, d)) * scale
    return x, x @ truth + noise * rng.normal(size=n), xv, xv @ truth + noise * rng.normal(size=400)


x, y, xv, yv = problem()
best, at, scores = train(lambda w: w - 0.3 * x.T @ (x @ w - y) / 40, lambda w: ((xv @ w - yv) ** 2).mean(), np.zeros(30), 20, 5000)
assert 0 < at < 5000 and scores[at] < scores[0] and scores[at] < scores[-1]
