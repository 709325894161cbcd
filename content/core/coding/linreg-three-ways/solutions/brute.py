import numpy as np


def _eliminate(M: np.ndarray, v: np.ndarray) -> np.ndarray:
    M, v = M.copy(), v.copy()
    for i in range(len(v)):
        pivot = i + int(np.abs(M[i:, i]).argmax())
        M[[i, pivot]], v[[i, pivot]] = M[[pivot, i]], v[[pivot, i]]
        for r in range(i + 1, len(v)):
            factor = M[r, i] / M[i, i]
            M[r] -= factor * M[i]
            v[r] -= factor * v[i]
    for i in reversed(range(len(v))):
        v[i] = (v[i] - M[i, i + 1 :] @ v[i + 1 :]) / M[i, i]
    return v


def fit_three_ways(X: np.ndarray, y: np.ndarray, lr: float, steps: int) -> dict:
    A = np.hstack([np.ones((len(y), 1)), X])
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    keep = s > 1e-8 * s[0]
    min_norm = Vt[keep].T @ ((U[:, keep].T @ y) / s[keep])
    full = int(keep.sum()) == A.shape[1]
    w = np.zeros(A.shape[1])
    for _ in range(steps):
        gradient = np.zeros_like(w)
        for row, target in zip(A, y):
            gradient += (float(row @ w) - target) * row
        w = w - lr * gradient / len(y)
    return {"rank": int(keep.sum()), "normal": _eliminate(A.T @ A, A.T @ y) if full else None, "gd": w, "min_norm": min_norm}
