import numpy as np


def conv2d(x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int, padding: int, dilation: int) -> np.ndarray:
    """A convolution layer's forward pass (cross-correlation: the kernel is not flipped).

    x: (n, c, height, width). w: (f, c, kh, kw). b: (f,). Zero padding on all four sides.
    Returns (n, f, oh, ow).
    """
    raise NotImplementedError
