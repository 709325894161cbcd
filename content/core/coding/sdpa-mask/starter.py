import numpy as np


def attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None) -> np.ndarray:
    """Scaled dot-product attention.

    q: (..., t, d), k: (..., s, d), v: (..., s, e) with equal leading axes; t, s, d, e >= 1.
    mask: None, bool (True: may attend) or float (added to the scores, may hold -inf), broadcastable to (..., t, s).
    Returns (..., t, e). A query that may attend to nothing gets zeros.
    """
    raise NotImplementedError
