"""Checks of the claims about two-tower retrieval."""

import numpy as np


def _softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def _towers(seed, users=40, items=200, d=8):
    rng = np.random.default_rng(seed)
    user, item = (np.tanh(rng.normal(size=(n, 12)) @ rng.normal(size=(12, d))) for n in (users, items))
    return user, item


def score_is_one_matrix_product():
    u, v = _towers(0)
    scores = u @ v.T
    assert scores.shape == (40, 200) and np.isclose(scores[3, 7], sum(a * b for a, b in zip(u[3], v[7], strict=True)))


def index_once_search_each_request():
    """Cells of an inverted file: the item vectors are placed once; a request looks into a few cells and finds nearly all."""
    rng = np.random.default_rng(1)
    centres = rng.normal(size=(20, 16))
    items = centres[rng.integers(0, 20, 4000)] + 0.3 * rng.normal(size=(4000, 16))
    cell = ((items[:, None] - centres) ** 2).sum(2).argmin(1)
    found, looked = [], []
    for user in centres[:10] + 0.3 * rng.normal(size=(10, 16)):
        near = np.argsort(-(centres @ user))[:4]
        pool = np.flatnonzero(np.isin(cell, near))
        top = pool[np.argsort(-(items[pool] @ user))[:10]]
        exact = np.argsort(-(items @ user))[:10]
        found.append(np.isin(exact, top).mean())
        looked.append(len(pool) / len(items))
    assert np.mean(found) > 0.9 and np.mean(looked) < 0.3


def in_batch_softmax_learns():
    """Linear towers and pairs of a shared hidden vector; the gradient steps use the other items of the batch as negatives."""
    rng = np.random.default_rng(2)
    to_user, to_item = rng.normal(size=(4, 10)), rng.normal(size=(4, 10))
    a, b = 0.1 * rng.normal(size=(10, 4)), 0.1 * rng.normal(size=(10, 4))

    def pairs(n):
        hidden = rng.normal(size=(n, 4))
        hidden /= np.linalg.norm(hidden, axis=1, keepdims=True)
        return hidden @ to_user, hidden @ to_item

    for _ in range(300):
        x, y = pairs(32)
        u, v = x @ a, y @ b
        grad = (_softmax(u @ v.T) - np.eye(32)) / 32
        a, b = a - 0.05 * x.T @ (grad @ v), b - 0.05 * y.T @ (grad.T @ u)
    x, y = pairs(32)
    assert (((x @ a) @ (y @ b).T).argmax(1) == np.arange(32)).mean() > 0.9, "chance is one in 32"
    positives_only = np.ones((200, 4))
    assert np.ptp(positives_only @ positives_only.T) == 0, "without negatives one constant vector serves every pair"


def log_q_restores_relevance():
    """Exact: with a positive from p and k - 1 negatives from q, the best logit is log p - log q; adding log q back gives log p."""
    rng = np.random.default_rng(3)
    p, q = _softmax(rng.normal(size=5)), _softmax(2 * rng.normal(size=5))

    def gradient(logit):
        """Of the expected loss of a positive against one negative."""
        g = np.zeros(5)
        for pos, neg in np.ndindex(5, 5):
            beat = _softmax(logit[[pos, neg]])
            g[pos] += p[pos] * q[neg] * (beat[0] - 1)
            g[neg] += p[pos] * q[neg] * beat[1]
        return g

    assert np.abs(gradient(np.log(p / q))).max() < 1e-12, "plain logits end at relevance over popularity"
    assert np.abs(gradient(np.log(p))).max() > 0.01
    corrected = np.log(p)  # the score s; the loss sees s - log q
    assert np.abs(gradient(corrected - np.log(q))).max() < 1e-12


def funnel_saves_work():
    rng = np.random.default_rng(4)
    truth = rng.normal(size=100_000)
    cheap = truth + 0.5 * rng.normal(size=100_000)
    candidates = np.argsort(-cheap)[:500]
    final, best = candidates[np.argsort(-truth[candidates])[:10]], np.argsort(-truth)[:10]
    assert np.isin(best, candidates).mean() >= 0.9, "few good ones are lost"
    assert np.isin(best, final).mean() > np.isin(best, np.argsort(-cheap)[:10]).mean(), "the ranker repairs the order"


def dot_product_has_bounded_rank():
    """Each of 30 users wants exactly the item that shares its number: eight dimensions cannot give these scores."""
    u, v = _towers(5, 30, 30)
    assert np.linalg.matrix_rank(u @ v.T) <= 8
    left = np.linalg.svd(np.eye(30), compute_uv=False)[8:]
    assert (left**2).sum() == 22, "the best score matrix of rank 8 still misses 22 of 30"


def versions_do_not_mix():
    """The same scores in a turned space: each version works alone, the two together do not."""
    u, v = _towers(6)
    turn = np.linalg.qr(np.random.default_rng(7).normal(size=(8, 8)))[0]
    assert np.allclose((u @ turn) @ (v @ turn).T, u @ v.T)
    mixed, right = (u @ turn) @ v.T, u @ v.T
    assert (mixed.argmax(1) == right.argmax(1)).mean() < 0.3
