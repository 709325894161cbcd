"""Checks of the claims about word embeddings, on toy counts."""

import numpy as np

COUNTS = np.array([[8, 7, 1, 1], [7, 8, 1, 1], [1, 1, 9, 6], [1, 1, 6, 9.0]])


def _cosine(a, b):
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)


def _pmi():
    p = COUNTS / COUNTS.sum()
    return np.log(p / p.sum(1, keepdims=True) / p.sum(0))


def one_hot_words_are_equally_far():
    d = np.linalg.norm(np.eye(5)[:, None] - np.eye(5), axis=2)
    assert np.allclose(d[~np.eye(5, dtype=bool)], np.sqrt(2))


def shared_contexts_give_similar_vectors():
    u, s, _ = np.linalg.svd(_pmi())
    v = u[:, :2] * s[:2]
    assert _cosine(v[0], v[1]) > 0.9 > 0 > _cosine(v[0], v[2])


def negative_sampling_recovers_pmi():
    """For each pair the best score under k negatives is pmi - log k."""
    k, n = 3, COUNTS.sum()
    score = np.linspace(-6, 6, 12001)
    for i, j in [(0, 0), (0, 2), (3, 2)]:
        negatives = k * COUNTS[i].sum() * COUNTS[:, j].sum() / n
        loss = COUNTS[i, j] * np.logaddexp(0, -score) + negatives * np.logaddexp(0, score)
        assert abs(score[loss.argmin()] - (_pmi()[i, j] - np.log(k))) < 2e-3


def one_vector_averages_senses():
    river, money = np.array([1.0, 0]), np.array([0, 1.0])
    bank = (river + money) / 2
    assert np.isclose(_cosine(bank, river), _cosine(bank, money)) and _cosine(bank, river) < 0.8


def subwords_reach_unseen_words():
    def grams(word):
        return {f"<{word}>"[i : i + 3] for i in range(len(word))}

    assert grams("unhappily") & grams("happy") and len(grams("happier") & grams("happy")) > len(grams("table") & grams("happy"))


def cosine_ignores_length():
    a, b = np.array([1.0, 2]), np.array([2.0, 1])
    assert np.isclose(_cosine(a, b), _cosine(10 * a, b))
