"""Checks of the claims about graphs of language."""

import numpy as np


def _graph(tokens, types, window=2):
    a = np.zeros((types, types), int)
    for d in range(1, window + 1):
        np.add.at(a, (tokens[:-d], tokens[d:]), 1)
    a = a + a.T
    np.fill_diagonal(a, 0)
    return a


def _zipf(n, types, seed=0):
    p = 1 / np.arange(1, types + 1)
    return np.random.default_rng(seed).choice(types, n, p=p / p.sum())


def cooccurrence_makes_a_graph():
    words = "the cat saw the dog".split()
    names = sorted(set(words))
    a = _graph(np.array([names.index(w) for w in words]), len(names), 1)
    the, cat, dog, saw = (names.index(w) for w in ("the", "cat", "dog", "saw"))
    assert np.array_equal(a, a.T) and a[the, cat] == a[the, dog] == a[the, saw] == 1 and a[cat, dog] == 0


def dependency_parse_is_a_tree():
    """she(1) reads(2) old(3) books(4): heads, 0 is the root."""
    heads = {1: 2, 2: 0, 3: 4, 4: 2}
    for word in heads:
        seen = set()
        while word:
            assert word not in seen
            seen.add(word)
            word = heads[word]
    assert list(heads.values()).count(0) == 1


def is_a_edges_are_transitive_and_directed():
    edge = np.zeros((3, 3), int)
    edge[0, 1] = edge[1, 2] = 1
    reach = edge + edge @ edge
    assert reach[0, 2] == 1 and reach[2, 0] == 0


def _lengths(a):
    n = len(a)
    far, front, steps = np.where(np.eye(n, dtype=bool), 0, -1), np.eye(n, dtype=bool), 0
    while front.any():
        steps += 1
        front = (front.astype(int) @ a > 0) & (far < 0)
        far[front] = steps
    return far[~np.eye(n, dtype=bool)].mean()


def _clustering(a):
    degree = a.sum(1)
    return np.diag(a @ a @ a).sum() / (degree * (degree - 1)).sum()


def a_few_shortcuts_make_a_small_world():
    n, rng = 120, np.random.default_rng(1)
    gap = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    ring = ((np.minimum(gap, n - gap) <= 3) & (gap > 0)).astype(int)
    small = ring.copy()
    for i, j in rng.integers(0, n, (25, 2)):
        if i != j:
            small[i, j] = small[j, i] = 1
    random = np.triu(rng.random((n, n)) < small.mean(), 1).astype(int)
    random = random + random.T
    assert _lengths(small) < 0.6 * _lengths(ring) and _clustering(small) > 5 * _clustering(random)


def frequent_words_become_hubs():
    degree = (_graph(_zipf(5000, 500), 500) > 0).sum(1)
    assert degree[:5].mean() > 8 * np.median(degree) and degree.argmax() < 3


def communities_are_topics():
    """Texts of two topics with their own words and some shared ones: the graph is sparse and its second eigenvector splits them."""
    rng = np.random.default_rng(2)
    texts = [np.where(rng.random(60) < 0.05, rng.integers(0, 80, 60), rng.integers(0, 40, 60) + 40 * (i % 2)) for i in range(30)]
    a = sum((_graph(t, 80) for t in texts), np.zeros((80, 80), int)).astype(float)
    scale = np.sqrt(np.maximum(a.sum(1), 1))
    second = np.linalg.eigh(a / scale[:, None] / scale)[1][:, -2]
    side = second > 0
    assert (side[:40] == side[0]).mean() > 0.95 and (side[40:] != side[0]).mean() > 0.95
    assert (_graph(_zipf(5000, 500), 500) > 0).mean() < 0.1
