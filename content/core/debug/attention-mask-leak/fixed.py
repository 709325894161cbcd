"""Causal self-attention for right-padded batches."""

import numpy as np


def visible(lengths, size):
    """(B, size, size) booleans: may query i see key j? Padding keys are never seen; a token sees itself."""
    place = np.arange(size)
    causal = place[None, :] <= place[:, None]
    real = place[None, :] < np.asarray(lengths)[:, None]
    return causal[None] & real[:, None, :]


def softmax(scores):
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def attend(q, k, v, lengths):
    """q, k, v (B, T, H, D) -> (B, T, H, D). Rows of padding queries are zero."""
    size = q.shape[1]
    scores = np.einsum("bihd,bjhd->bhij", q, k) / np.sqrt(q.shape[3])
    mask = visible(lengths, size)[:, None]
    weights = softmax(np.where(mask, scores, -1e30))
    out = np.einsum("bhij,bjhd->bihd", weights, v)
    return np.where((np.arange(size) < np.asarray(lengths)[:, None])[:, :, None, None], out, 0.0)
