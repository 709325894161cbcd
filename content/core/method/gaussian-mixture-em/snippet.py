import numpy as np


def log_joint(x, weights, means, covs):
    """log of weight times density of each component; x (n, d) to (n, k)."""
    columns = []
    for w, m, c in zip(weights, means, covs, strict=True):
        square = ((x - m) * np.linalg.solve(c, (x - m).T).T).sum(axis=1)
        columns.append(np.log(w) - (square + np.linalg.slogdet(2 * np.pi * c)[1]) / 2)
    return np.stack(columns, axis=1)


def em(x, weights, means, covs, rounds, floor=1e-6):
    """Returns the parameters, the responsibilities and the log-likelihood before each round."""
    trace = []
    for _ in range(rounds):
        joint = log_joint(x, weights, means, covs)
        total = np.logaddexp.reduce(joint, axis=1, keepdims=True)
        trace.append(total.sum())
        share = np.exp(joint - total)  # E step
        size = share.sum(axis=0)  # M step from here on
        weights, means = size / len(x), share.T @ x / size[:, None]
        covs = [(x - m).T * r @ (x - m) / r.sum() + floor * np.eye(x.shape[1]) for r, m in zip(share.T, means)]
    return weights, means, covs, share, trace


x = np.random.default_rng(0).normal(size=(400, 2)) * [0.3, 1.0] + np.repeat([[0, 0], [4, 0]], [300, 100], axis=0)
weights, means, *_ = em(x, [0.5, 0.5], np.array([[1.0, 1], [2, -1]]), [np.eye(2)] * 2, 60)
assert np.abs(weights - [0.75, 0.25]).max() < 0.02 and np.abs(means - [[0, 0], [4, 0]]).max() < 0.3
