import numpy as np


def kmeans(X: np.ndarray, centroids: np.ndarray, max_iter: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    C, made, previous = centroids.astype(float), 0, None
    while True:
        distance = ((X[:, None] - C) ** 2).sum(axis=2)
        labels = distance.argmin(axis=1)
        if made == max_iter or np.array_equal(labels, previous):
            return C, labels, float(np.sqrt(distance.min(axis=1)).sum()), made
        member = np.eye(len(C))[labels]
        count = member.sum(axis=0)
        filled = count > 0
        C[filled] = (member.T @ X)[filled] / count[filled, None]
        made, previous = made + 1, labels
