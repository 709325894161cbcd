"""Checks of the claims about embeddings."""

import numpy as np


def _cos(a, b):
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)


def contexts_bring_synonyms_together():
    """Words made to occur in the same contexts end up near in the factorised count matrix."""
    rng = np.random.default_rng(0)
    topic = rng.dirichlet(np.ones(30) * 0.3, 3)
    counts = np.array([rng.multinomial(500, topic[i // 2]) for i in range(6)])
    u, s, _ = np.linalg.svd(np.log1p(counts), full_matrices=False)
    e = (u * s)[:, :3]
    assert _cos(e[0], e[1]) > 0.95 > max(_cos(e[0], e[i]) for i in range(2, 6))


def relations_are_directions():
    rng = np.random.default_rng(1)
    stem, plural = rng.normal(size=(20, 16)), rng.normal(size=16)
    one, many = stem, stem + plural + 0.1 * rng.normal(size=stem.shape)
    guess = one[0] + (many[1] - one[1])
    assert np.linalg.norm(many - guess, axis=1).argmin() == 0


def centring_restores_contrast():
    rng = np.random.default_rng(2)
    e = rng.normal(size=(100, 20)) + 10
    def mean_cosine(x):
        x = x / np.linalg.norm(x, axis=1, keepdims=True)
        return (x @ x.T)[np.triu_indices(100, 1)].mean()
    assert mean_cosine(e) > 0.95 and abs(mean_cosine(e - e.mean(0))) < 0.1


def _probe(features, y, train):
    a = np.c_[features, np.ones(len(y))]
    w = np.linalg.solve(a[:train].T @ a[:train] + 0.1 * np.eye(a.shape[1]), a[:train].T @ (2 * y[:train] - 1))
    return ((a[train:] @ w > 0) == y[train:]).mean()


def a_probe_learns_from_few_labels():
    rng = np.random.default_rng(3)
    y = rng.integers(0, 2, 400)
    code = np.c_[2.0 * y - 1, rng.normal(size=(400, 3))]
    raw = code @ rng.normal(size=(4, 200)) + 6 * rng.normal(size=(400, 200))
    assert _probe(code, y, 20) > 0.9 > _probe(raw, y, 20)


def neighbours_and_task_can_disagree():
    """The largest directions decide the neighbours, a small one decides the task."""
    rng = np.random.default_rng(4)
    y, group = rng.integers(0, 2, (2, 300))
    e = np.c_[10.0 * group, y + 0.1 * rng.normal(size=300), rng.normal(size=300)]
    d = np.linalg.norm(e[:, None] - e, axis=2) + 1e9 * np.eye(300)
    assert (group[d.argmin(1)] == group).mean() > 0.99 and _probe(e[:, :1], y, 150) < 0.65 < 0.95 < _probe(e, y, 150)


def subwords_reach_unseen_words():
    grams = lambda w: {f"<{w}>"[i : i + 3] for i in range(len(w))}
    shared = len(grams("unhappiness") & grams("happiness")) / len(grams("happiness"))
    assert shared > 0.7 > 0.1 > len(grams("unhappiness") & grams("quartz"))
