import numpy as np


def distances(x, centres):
    """Squared distances of x (n, d) to the centres (k, d); returns (n, k)."""
    return ((x[:, None] - centres[None]) ** 2).sum(axis=-1)


def seed(x, k, rng):
    """k-means++: each new centre is a point drawn with chance proportional to its squared distance."""
    centres = x[rng.integers(len(x))][None]
    while len(centres) < k:
        nearest = distances(x, centres).min(axis=1)
        centres = np.vstack([centres, x[rng.choice(len(x), p=nearest / nearest.sum())]])
    return centres


def lloyd(x, centres, rounds=100):
    """Assign, then average; an empty cluster keeps its centre. Returns centres, labels and the objective."""
    for _ in range(rounds):
        labels = distances(x, centres).argmin(axis=1)
        means = [x[labels == j].mean(axis=0) if (labels == j).any() else c for j, c in enumerate(centres)]
        centres = np.array(means)
    near = distances(x, centres)
    return centres, near.argmin(axis=1), near.min(axis=1).sum()


rng = np.random.default_rng(0)
x = np.vstack([rng.normal(m, 0.3, size=(50, 2)) for m in (0.0, 3.0, 6.0)])
assert min(lloyd(x, seed(x, 3, rng))[2] for _ in range(10)) < 0.25 * len(x)
