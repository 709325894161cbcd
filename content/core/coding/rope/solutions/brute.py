import math

import numpy as np


def rope(x: np.ndarray, positions: np.ndarray, base: float, interleaved: bool) -> np.ndarray:
    d = x.shape[-1]
    pairs = [(2 * i, 2 * i + 1) if interleaved else (i, i + d // 2) for i in range(d // 2)]
    out = np.zeros(x.shape)
    for row, position in enumerate(positions):
        for i, (first, second) in enumerate(pairs):
            angle = int(position) * base ** (-2 * i / d)
            turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
            pair = np.stack([x[..., row, first], x[..., row, second]])
            rotated = np.tensordot(turn, pair, axes=1)
            out[..., row, first], out[..., row, second] = rotated[0], rotated[1]
    return out
