import numpy as np


def knn_predict(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    distance = ((X_test[:, None] - X_train) ** 2).sum(axis=2)
    out = []
    for row in distance:
        order = np.argsort(row, kind="stable")
        votes = y_train[order[row[order] <= row[order[k - 1]]]]
        out.append(votes[(votes[:, None] == votes).sum(axis=1).argmax()])
    return np.array(out, dtype=int)
