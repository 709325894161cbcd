import numpy as np


def knn_predict(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    """The predicted label of every row of X_test by majority vote of its k nearest training rows.

    X_train: (n, d), y_train: (n,) integers of any value, X_test: (m, d), 1 <= k <= n. Returns (m,).
    """
    raise NotImplementedError
