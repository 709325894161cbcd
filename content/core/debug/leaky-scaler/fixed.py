"""Estimate how well a linear classifier of visits will do on patients it has never seen."""

import numpy as np


def split(groups: np.ndarray, share: float, seed: int) -> np.ndarray:
    """A mask of test rows. All visits of a patient (one entry of groups) lie on the same side."""
    owner = np.unique(groups, return_inverse=True)[1]
    order = np.random.default_rng(seed).permutation(owner.max() + 1)
    return np.isin(owner, order[: max(1, round(share * len(order)))])


def select(Z: np.ndarray, y: np.ndarray, k: int) -> np.ndarray:
    """The k columns that correlate most with y, in column order."""
    centred = Z - Z.mean(axis=0)
    strength = np.abs(centred.T @ (y - y.mean())) / (np.linalg.norm(centred, axis=0) + 1e-12)
    return np.sort(np.argsort(-strength, kind="stable")[:k])


def fit(Z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ridge weights for the targets -1 and +1."""
    return np.linalg.solve(Z.T @ Z + np.eye(Z.shape[1]), Z.T @ (2 * y - 1))


def best_threshold(scores: np.ndarray, y: np.ndarray) -> float:
    """The cut, among the scores, above which calling a visit positive is right most often."""
    cuts = np.sort(scores)
    return float(cuts[np.argmax([np.mean((scores > cut) == y) for cut in cuts])])


def evaluate(X: np.ndarray, y: np.ndarray, groups: np.ndarray, k: int, share: float = 0.3, seed: int = 0) -> dict:
    """Train on most patients and report what happened, with the accuracy on the others."""
    test = split(groups, share, seed)
    train = ~test
    mean, scale = X[train].mean(axis=0), X[train].std(axis=0) + 1e-12
    Z = (X - mean) / scale
    kept = select(Z[train], y[train], k)
    w = fit(Z[train][:, kept], y[train])
    scores = Z[:, kept] @ w
    threshold = best_threshold(scores[train], y[train])
    accuracy = float(np.mean((scores[test] > threshold) == y[test]))
    return {"test": test, "mean": mean, "scale": scale, "kept": kept, "threshold": threshold, "accuracy": accuracy}
