import numpy as np


def fit_logistic(X: np.ndarray, y: np.ndarray, l2: float, lr: float, steps: int) -> tuple[np.ndarray, float, float]:
    """Batch gradient descent from zeros on the mean log loss plus l2 / 2 times the squared norm of w (not of b).

    X: (n, d) with n >= 1, d >= 1. y: (n,) of 0 and 1. steps >= 0.
    Returns w of shape (d,), b, and the objective at the returned w and b. Does not change its inputs.
    """
    raise NotImplementedError
