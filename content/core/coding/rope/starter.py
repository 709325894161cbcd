import numpy as np


def rope(x: np.ndarray, positions: np.ndarray, base: float, interleaved: bool) -> np.ndarray:
    """Rotate the channel pairs of x by position-dependent angles.

    x: (..., t, d) with d even. positions: (t,) integers, any order. base > 1.
    interleaved: pairs are (0, 1), (2, 3), …; otherwise (0, d/2), (1, d/2 + 1), …. Returns x's shape.
    """
    raise NotImplementedError
