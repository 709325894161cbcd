import numpy as np


def conv2d(x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int, padding: int, dilation: int) -> np.ndarray:
    n, _, height, width = x.shape
    f, _, kh, kw = w.shape
    oh = (height + 2 * padding - dilation * (kh - 1) - 1) // stride + 1
    ow = (width + 2 * padding - dilation * (kw - 1) - 1) // stride + 1
    out = np.zeros((n, f, oh, ow)) + b[:, None, None]
    for i in range(oh):
        for j in range(ow):
            for k in range(kh):
                for m in range(kw):
                    row, column = i * stride - padding + k * dilation, j * stride - padding + m * dilation
                    if 0 <= row < height and 0 <= column < width:
                        out[:, :, i, j] += x[:, :, row, column] @ w[:, :, k, m].T
    return out
