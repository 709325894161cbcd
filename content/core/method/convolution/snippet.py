import numpy as np


def conv2d(x, w, b, stride=1, padding=0, dilation=1):
    """x (c_in, h, width), w (c_out, c_in, k, k), b (c_out,); returns (c_out, h', width')."""
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    k = dilation * (w.shape[-1] - 1) + 1  # how far the kernel reaches
    rows, cols = (x.shape[1] - k) // stride + 1, (x.shape[2] - k) // stride + 1
    y = np.empty((len(w), rows, cols))
    for i in range(rows):
        for j in range(cols):
            window = x[:, i * stride : i * stride + k : dilation, j * stride : j * stride + k : dilation]
            y[:, i, j] = b + (w * window).sum(axis=(1, 2, 3))
    return y


image = np.zeros((1, 9, 9))
image[:, 3:6, 3:6] = 1.0
edges = conv2d(image, np.tile([-1.0, 0.0, 1.0], (1, 1, 3, 1)), np.zeros(1))[0]
assert edges.shape == (7, 7) and edges.max() == 3 and edges.min() == -3
assert (edges[:, :1] == 0).all() and (edges[3, 1:6] == [3, 3, 0, -3, -3]).all()
