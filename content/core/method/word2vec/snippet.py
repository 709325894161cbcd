import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def step(v, u, centre, others, rate):
    """v, u (V, d), changed in place; centre (b,); others (b, 1 + k): the context word first, then k noise words.

    Returns the mean loss before the step.
    """
    label = (np.arange(others.shape[1]) == 0).astype(float)
    scores = np.einsum("bd,bkd->bk", v[centre], u[others])
    error = sigmoid(scores) - label
    dv = np.einsum("bk,bkd->bd", error, u[others])
    np.subtract.at(u, others, rate * error[:, :, None] * v[centre][:, None])  # words may occur more than once
    np.subtract.at(v, centre, rate * dv)
    return np.logaddexp(0, np.where(label == 1, -scores, scores)).sum(axis=1).mean()


def noise_chances(counts):
    weights = np.asarray(counts, dtype=float) ** 0.75
    return weights / weights.sum()


rng = np.random.default_rng(0)
v, u = 0.1 * rng.normal(size=(2, 10, 4))
losses = [step(v, u, np.array([3]), np.array([[7, 1, 5, 5]]), 0.1) for _ in range(200)]
assert losses[-1] < 0.2 * losses[0] and v[3] @ u[7] > 1 > -1 > v[3] @ u[5]
