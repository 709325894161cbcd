import numpy as np


def flash(q, k, v, rows, columns):
    """q, k, v (n, d), no mask; tiles of rows x columns. Output, L (n,), and numbers moved to or from main memory."""
    n, d = q.shape
    out, stat, moved = np.empty((n, d)), np.empty(n), 0
    for i in range(0, n, rows):
        block = q[i : i + rows] / np.sqrt(d)
        moved += block.size
        top, total, acc = np.full(len(block), -np.inf), np.zeros(len(block)), np.zeros(block.shape)
        for j in range(0, n, columns):
            kj, vj = k[j : j + columns], v[j : j + columns]
            moved += kj.size + vj.size
            s = block @ kj.T
            new = np.maximum(top, s.max(axis=1))
            p, keep = np.exp(s - new[:, None]), np.exp(top - new)
            total = keep * total + p.sum(axis=1)
            acc = keep[:, None] * acc + p @ vj
            top = new
        out[i : i + rows], stat[i : i + rows] = acc / total[:, None], top + np.log(total)
        moved += acc.size
    return out, stat, moved


q, k, v = np.random.default_rng(0).normal(size=(3, 50, 8))
s = np.exp(q @ k.T / np.sqrt(8))
assert np.allclose(flash(q, k, v, 16, 10)[0], s / s.sum(axis=1, keepdims=True) @ v)
