import numpy as np


def knn_predict(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    rows = [[float(c) for c in row] for row in X_train]
    answers = []
    for query in X_test:
        point = [float(c) for c in query]
        order = sorted((sum((a - b) ** 2 for a, b in zip(point, row)), i) for i, row in enumerate(rows))
        counts: dict[int, int] = {}
        for _, i in order[:k]:
            counts[int(y_train[i])] = counts.get(int(y_train[i]), 0) + 1
        best = max(counts.values())
        answers.append(next(label for label, count in counts.items() if count == best))
    return np.array(answers, dtype=int)
