import numpy as np


def softmax_jvp(z: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Softmax of every row of z, and every row's Jacobian times the matching row of v.

    z, v: (n, k) with k >= 1. z may hold huge values and -inf, never a row of -inf alone.
    Returns p and jv, both (n, k).
    """
    raise NotImplementedError
