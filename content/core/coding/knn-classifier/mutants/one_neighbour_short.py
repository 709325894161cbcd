import numpy as np


def knn_predict(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    distance = ((X_test[:, None] - X_train) ** 2).sum(axis=2)
    votes = y_train[np.argsort(distance, axis=1, kind="stable")[:, 1 : k + 1]]
    support = (votes[:, :, None] == votes[:, None]).sum(axis=2)
    return votes[np.arange(len(votes)), support.argmax(axis=1)]
