"""Checks of the claims about CLIP."""

import numpy as np


def _unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def _log_softmax(z, axis):
    z = z - z.max(axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis, keepdims=True))


def _loss(images, texts, scale=20.0):
    logits = scale * _unit(images) @ _unit(texts).T
    diagonal = np.arange(len(images))
    rows = -_log_softmax(logits, 1)[diagonal, diagonal].mean()
    columns = -_log_softmax(logits, 0)[diagonal, diagonal].mean()
    return (rows + columns) / 2, rows, columns


def symmetric_cross_entropy_prefers_the_diagonal():
    rng = np.random.default_rng(0)
    a = rng.normal(size=(16, 32))
    b = a + 0.3 * rng.normal(size=(16, 32))
    right = _loss(a, b)[0]
    assert right < 0.1 < _loss(a, np.roll(b, 1, axis=0))[0]
    assert np.isclose(right, _loss(b, a)[0]), "swapping the two sides changes nothing"
    hub = b.copy()
    hub[1:] = 0.2 * b[1:] + b[0]  # all captions drawn to one: an image can no longer tell them apart
    assert _loss(a, hub)[0] > right
    collapsed = np.ones((16, 4))
    assert np.isclose(_loss(collapsed, collapsed)[0], np.log(16)), "without spread every choice is a guess"


def unit_vectors_need_a_scale():
    """The best case of unit vectors: cosine 1 on the diagonal and -1 elsewhere, for a thousand pairs."""
    n = 1000
    logits = 2 * np.eye(n) - 1
    least = -_log_softmax(logits, 1)[0, 0]
    assert np.isclose(least, np.log(1 + (n - 1) * np.exp(-2))) and least > 4.9
    assert -_log_softmax(20 * logits, 1)[0, 0] < 1e-6


def class_sentences_make_a_classifier():
    """Linear encoders fitted to pairs of 38 concepts name two concepts that no pair has shown, from their sentences alone."""
    rng = np.random.default_rng(1)
    concepts = rng.normal(size=(40, 6))
    to_image, to_text = rng.normal(size=(6, 20)), rng.normal(size=(6, 15))
    shown = rng.integers(0, 38, 2000)
    x = concepts[shown] @ to_image + 0.2 * rng.normal(size=(2000, 20))
    y = concepts[shown] @ to_text + 0.2 * rng.normal(size=(2000, 15))

    def white(m):
        u, s, v = np.linalg.svd(m - m.mean(0), full_matrices=False)
        return v.T / s, u

    wx, ux = white(x)
    wy, uy = white(y)
    left, _, right = np.linalg.svd(ux.T @ uy)  # directions of the two sides that agree on true pairs
    image, text = wx @ left[:, :6], wy @ right.T[:, :6]
    new = rng.integers(38, 40, 300)
    pictures = _unit((concepts[new] @ to_image + 0.2 * rng.normal(size=(300, 20)) - x.mean(0)) @ image)
    sentences = _unit((concepts[38:] @ to_text - y.mean(0)) @ text)
    assert ((pictures @ sentences.T).argmax(1) + 38 == new).mean() > 0.95


def more_negatives_are_harder():
    rng = np.random.default_rng(2)
    a = rng.normal(size=(1024, 16))
    b = a + 0.7 * rng.normal(size=(1024, 16))
    losses, hardest = [], []
    for n in (8, 64, 1024):
        losses.append(np.mean([_loss(a[i : i + n], b[i : i + n])[0] for i in range(0, 1024, n)]))
        cosine = _unit(a[:n]) @ _unit(b[:n]).T
        hardest.append((cosine - 2 * np.eye(n)).max(1).mean())
    assert losses[0] < losses[1] < losses[2] and hardest[0] < hardest[1] < hardest[2]
