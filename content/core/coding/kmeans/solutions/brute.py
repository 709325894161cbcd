import numpy as np


def _nearest(x: np.ndarray, centroids: list[np.ndarray]) -> tuple[int, float]:
    best, least = 0, float("inf")
    for j, c in enumerate(centroids):
        square = float(np.dot(x - c, x - c))
        if square < least:
            best, least = j, square
    return best, least


def kmeans(X: np.ndarray, centroids: np.ndarray, max_iter: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    current = [np.array(c, dtype=float) for c in centroids]
    found = [_nearest(x, current) for x in X]
    made = 0
    while made < max_iter:
        old = [label for label, _ in found]
        for j in range(len(current)):
            members = [x for x, label in zip(X, old) if label == j]
            if members:
                current[j] = np.mean(members, axis=0)
        made += 1
        found = [_nearest(x, current) for x in X]
        if [label for label, _ in found] == old:
            break
    return np.array(current), np.array([label for label, _ in found]), sum(square for _, square in found), made
