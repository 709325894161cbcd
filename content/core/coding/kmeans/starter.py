import numpy as np


def kmeans(X: np.ndarray, centroids: np.ndarray, max_iter: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    """Lloyd's algorithm from the given centroids.

    X: (n, d), n >= 1. centroids: (k, d), k >= 1. max_iter >= 0.
    Returns the centroids (k, d), the labels (n,), the inertia and the number of iterations made.
    """
    raise NotImplementedError
