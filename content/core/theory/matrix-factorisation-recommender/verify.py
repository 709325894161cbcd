"""Checks of the claims about matrix factorisation."""

import numpy as np


def _half_step(fixed, ratings, seen, ridge):
    """The best vector of each row of `ratings` for the fixed vectors of the columns."""
    out = np.zeros((len(ratings), fixed.shape[1]))
    for row, (r, m) in enumerate(zip(ratings, seen, strict=True)):
        q = fixed[m]
        out[row] = np.linalg.solve(q.T @ q + ridge * np.eye(q.shape[1]), q.T @ r[m])
    return out


def _als(ratings, seen, k=2, ridge=0.1, sweeps=30, seed=0):
    users, items = None, np.random.default_rng(seed).normal(size=(ratings.shape[1], k))
    losses = []
    for _ in range(sweeps):
        users = _half_step(items, ratings, seen, ridge)
        losses.append(_loss(users, items, ratings, seen, ridge))
        items = _half_step(users, ratings.T, seen.T, ridge)
        losses.append(_loss(users, items, ratings, seen, ridge))
    return users, items, losses


def _loss(users, items, ratings, seen, ridge):
    return (((users @ items.T - ratings) ** 2) * seen).sum() + ridge * ((users**2).sum() + (items**2).sum())


def _world(seed, n=60, m=40, k=2):
    rng = np.random.default_rng(seed)
    truth = rng.normal(size=(n, k)) @ rng.normal(size=(k, m)) + 3
    return truth, rng.random((n, m)) < 0.4


def recovers_low_rank():
    """From two entries in five the rest are predicted well: the matrix plus a constant has rank three."""
    truth, seen = _world(0)
    users, items, _ = _als(truth * seen, seen, k=3, ridge=0.5)
    assert np.linalg.matrix_rank(users @ items.T) == 3
    assert ((users @ items.T - truth)[~seen] ** 2).mean() < 0.05 * truth[~seen].var()


def missing_is_not_zero():
    truth, seen = _world(1)
    users, items, _ = _als(truth * seen, seen, k=3, ridge=0.5)
    fitted = ((users @ items.T - truth)[~seen] ** 2).mean()
    u, s, v = np.linalg.svd(truth * seen, full_matrices=False)
    filled = (u[:, :3] * s[:3]) @ v[:3]
    assert ((filled - truth)[~seen] ** 2).mean() > 10 * fitted and filled[~seen].mean() < 0.7 * truth[~seen].mean()


def alternating_steps_descend():
    truth, seen = _world(2)
    for seed in (0, 1):
        losses = _als(truth * seen, seen, sweeps=10, seed=seed)[2]
        assert all(b <= a + 1e-9 for a, b in zip(losses, losses[1:], strict=False))

    def joint(u, v):
        return (u * v - 1) ** 2

    assert joint(0, 0) > (joint(1, 1) + joint(-1, -1)) / 2, "in both sides together it is not convex"


def newcomer_has_no_vector():
    truth, seen = _world(3)
    seen[0] = False
    seen[:, 5] = False
    users, items, _ = _als(truth * seen, seen, k=3)
    assert not users[0].any() and not items[5].any()


def biases_explain_most():
    """Generous users, liked items and a small taste term: the biases alone remove most of the variance."""
    rng = np.random.default_rng(4)
    generous, liked = 0.6 * rng.normal(size=(200, 1)), 0.8 * rng.normal(size=(1, 100))
    ratings = 3.5 + generous + liked + 0.4 * rng.normal(size=(200, 2)) @ rng.normal(size=(2, 100))
    mean = ratings.mean()
    left = ratings - mean - (ratings.mean(1, keepdims=True) - mean) - (ratings.mean(0, keepdims=True) - mean)
    assert left.var() < 0.35 * ratings.var()
    assert np.linalg.matrix_rank(left, tol=1e-8) <= 2, "what is left is the interaction"


def lower_error_worse_list():
    """The true ratings of four items; the first model is nearer in squared error, the second has the right order."""
    truth = np.array([4.2, 4.0, 3.8, 3.6])
    near, far = truth[::-1].copy(), truth - 1.0
    assert ((near - truth) ** 2).mean() < ((far - truth) ** 2).mean()
    assert near.argmax() != truth.argmax() and (np.argsort(far) == np.argsort(truth)).all()
