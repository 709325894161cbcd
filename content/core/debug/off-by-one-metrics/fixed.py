"""Evaluation helpers: batched prediction, mean loss, precision at k, macro F1."""

from collections.abc import Callable, Sequence

import numpy as np


def predict_all(model: Callable[[np.ndarray], np.ndarray], X: np.ndarray, size: int) -> np.ndarray:
    """The model's output for every row of X, computed at most `size` rows at a time. X has at least one row."""
    parts = [model(X[start : start + size]) for start in range(0, len(X), size)]
    return np.concatenate(parts)


def mean_loss(losses: Sequence[float], sizes: Sequence[int]) -> float:
    """The mean loss of all examples. losses[i] is the mean over batch i, which holds sizes[i] examples."""
    return float(np.average(losses, weights=sizes))


def precision_at_k(scores: np.ndarray, relevant: np.ndarray, k: int) -> float:
    """The share of relevant items among the k with the highest scores. 1 <= k <= len(scores), no equal scores."""
    top = np.argsort(scores)[::-1][:k]
    return float(relevant[top].sum() / max(len(top), 1))


def macro_f1(pred: np.ndarray, true: np.ndarray) -> float:
    """The mean of the F1 scores of all classes that occur in pred or in true; 0 for a class without a hit."""
    classes = np.union1d(pred, true)
    hits = np.array([np.sum((pred == c) & (true == c)) for c in classes])
    named = np.array([np.sum(pred == c) + np.sum(true == c) for c in classes])
    return float(np.mean(2 * hits / named))
