import numpy as np


def kmeans(X: np.ndarray, centroids: np.ndarray, max_iter: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    C, made, previous = centroids.astype(float), 0, None
    while True:
        distance = ((X[:, None] - C) ** 2).sum(axis=2)
        labels = distance.argmin(axis=1)
        if made == max_iter or np.array_equal(labels, previous):
            return C, labels, float(distance.min(axis=1).sum()), made
        member = np.eye(len(C))[labels]
        count = member.sum(axis=0)
        C = (member.T @ X) / np.maximum(count, 1)[:, None]
        made, previous = made + 1, labels
