import numpy as np


def fit_three_ways(X: np.ndarray, y: np.ndarray, lr: float, steps: int) -> dict:
    """Least squares with an intercept by normal equation, gradient descent and minimum-norm solution.

    X: (n, d), n >= 1, d >= 1. y: (n,). The intercept is the first coefficient.
    Returns {"rank": int, "normal": (d + 1,) or None when singular, "gd": (d + 1,), "min_norm": (d + 1,)}.
    """
    raise NotImplementedError
