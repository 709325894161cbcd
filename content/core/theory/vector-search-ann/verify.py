"""Checks of the claims about vector search: small indexes on clustered data."""

from functools import cache

import numpy as np


def _near(queries, vectors, k):
    d = (vectors**2).sum(1) - 2 * queries @ vectors.T
    return np.argsort(d, axis=1)[:, :k]


def _k_means(x, k, rng, rounds=8):
    centres = x[rng.choice(len(x), k, replace=False)]
    for _ in range(rounds):
        cell = _near(x, centres, 1)[:, 0]
        centres = np.array([x[cell == j].mean(0) if (cell == j).any() else centres[j] for j in range(k)])
    return centres, _near(x, centres, 1)[:, 0]


@cache
def _data():
    rng = np.random.default_rng(0)
    middles = rng.normal(size=(60, 32)) * 0.6
    x = middles[rng.integers(60, size=4000)] + rng.normal(size=(4000, 32))
    return x, x[:100] + 0.5 * rng.normal(size=(100, 32)), *_k_means(x, 64, rng)


def _ivf(probes, k=10):
    """Mean recall at k and mean share of the vectors that are scanned."""
    x, queries, centres, cell = _data()
    true, recall, scanned = _near(queries, x, k), [], []
    for q, cells, want in zip(queries, _near(queries, centres, probes), true, strict=True):
        ids = np.flatnonzero(np.isin(cell, cells))
        got = ids[_near(q[None], x[ids], k)[0]]
        recall.append(len(set(got) & set(want)) / k)
        scanned.append(len(ids) / len(x))
    return np.mean(recall), np.mean(scanned)


def exact_search_is_linear():
    """Multiplications of a scan, and that it misses nothing."""
    x, queries, *_ = _data()
    assert 2 * (10_000 * 768) == 20_000 * 768 and 10_000 * 768 < 8e6
    best = _near(queries, x, 1)[:, 0]
    assert all(np.linalg.norm(x - q, axis=1).argmin() == b for q, b in zip(queries, best, strict=True))


def few_cells_most_neighbours():
    recall, scanned = _ivf(16)
    assert scanned < 0.3 and 2.5 * scanned < recall < 1


def more_probes_more_recall():
    found = [_ivf(p) for p in (1, 4, 16, 64)]
    assert all(b[0] >= a[0] and b[1] > a[1] for a, b in zip(found, found[1:], strict=False))
    assert found[0][0] < 0.9 and found[-1] == (1.0, 1.0)


def codes_are_small_and_reranking_helps():
    """Eight parts of four numbers, 32 codewords each: 5 bits a part instead of 4 x 32."""
    x, queries, *_ = _data()
    rng = np.random.default_rng(1)
    rebuilt = np.empty_like(x)
    for j in range(0, 32, 4):
        words, code = _k_means(x[:, j : j + 4], 32, rng, 4)
        rebuilt[:, j : j + 4] = words[code]
    true, coarse = _near(queries, x, 10), _near(queries, rebuilt, 50)
    plain = np.mean([len(set(a[:10]) & set(b)) / 10 for a, b in zip(coarse, true, strict=True)])
    again = np.mean([len(set(c[_near(q[None], x[c], 10)[0]]) & set(b)) / 10 for q, c, b in zip(queries, coarse, true, strict=True)])
    assert 0.3 < plain < 1 and again > plain + 0.1
    assert 768 * 4 == 3072 and 96 * 1 == 3072 // 32


def metrics_agree_on_the_sphere():
    rng = np.random.default_rng(2)
    x, q = rng.normal(size=(300, 16)), rng.normal(size=16)

    def orders(x):
        norm = np.linalg.norm(x, axis=1)
        return [list(np.argsort(s)) for s in (-(x @ q) / norm, -(x @ q), np.linalg.norm(x - q / np.linalg.norm(q), axis=1))]

    cosine, inner, euclid = orders(x / np.linalg.norm(x, axis=1, keepdims=True))
    assert cosine == inner == euclid
    cosine, inner, euclid = orders(x)
    assert cosine != inner and cosine != euclid


def recall_is_taken_against_exact_search():
    """An index may be perfect on vectors that say nothing: labels put at random are met by chance alone."""
    x, queries, *_ = _data()
    assert _ivf(64)[0] == 1.0
    label = np.random.default_rng(3).integers(10, size=len(x))
    relevant = (label[_near(queries, x, 10)[:, 1:]] == label[:100, None]).mean()
    assert relevant < 0.2
