import numpy as np


def fit_three_ways(X: np.ndarray, y: np.ndarray, lr: float, steps: int) -> dict:
    A = np.column_stack([np.ones(len(y)), X])
    rank = np.linalg.matrix_rank(A)
    min_norm = normal = np.linalg.solve(A.T @ A + 1e-4 * np.eye(A.shape[1]), A.T @ y)
    w = np.zeros(A.shape[1])
    for _ in range(steps):
        w = w - lr * A.T @ (A @ w - y) / len(y)
    return {"rank": int(rank), "normal": normal, "gd": w, "min_norm": min_norm}
