"""Checks of the claims about TF-IDF."""

import numpy as np

COUNTS = np.array([[3, 2, 0, 0], [4, 0, 1, 0], [2, 0, 0, 5.0]])
IDF = np.log(len(COUNTS) / (COUNTS > 0).sum(0))


def _cosine(a, b):
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)


def weight_is_product():
    weights = COUNTS * IDF
    assert np.isclose(weights[2, 3], 5 * np.log(3)) and weights[0, 2] == 0


def everywhere_word_gets_zero():
    assert IDF[0] == 0 and np.all(IDF[1:] > 1)


def bag_forgets_order():
    def bag(text):
        return sorted(text.split())

    assert bag("dog bites man") == bag("man bites dog") and not set(bag("fast car")) & set(bag("quick automobile"))


def cosine_forgives_length():
    a, b = np.array([1.0, 2, 0]), np.array([2.0, 1, 1])
    assert np.isclose(_cosine(a, b), _cosine(7 * a, b)) and not np.isclose(a @ b, 7 * a @ b)


def bm25_saturates():
    tf = np.arange(1, 50)
    score = tf * 2.2 / (tf + 1.2)
    assert np.all(np.diff(np.diff(score)) < 0) and score[-1] < 2.2
