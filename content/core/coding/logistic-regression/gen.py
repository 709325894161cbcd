import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, float, float, int]:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        return rng.integers(-2, 3, (4, 2)).astype(float), np.array([0, 1, 1, 0]), 0.5, 0.1, 1 + seed % 2
    if tier == "large":
        X = rng.normal(size=(600, 12))
        return X, (X[:, 0] + rng.normal(size=600) > 0.5).astype(int), 0.01, 0.5, 60
    n, d = int(rng.integers(2, 12)), int(rng.integers(1, 5))
    X, y = rng.normal(1.0, 2.0, (n, d)), rng.integers(0, 2, n)
    if tier == "small":
        X = X * (1000 if rng.random() < 0.3 else 1)
        return X, y, float(rng.choice([0.0, 0.3, 2.0])), float(rng.uniform(0.05, 0.4)), int(rng.integers(2, 9))
    return _edge(rng, seed % 5, X, y)


def _edge(rng: np.random.Generator, kind: int, X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, float, float, int]:
    if kind == 0:
        return X, y, 0.7, 0.1, 0
    if kind == 1:
        return X[:1], y[:1], 0.2, 0.3, 3
    if kind == 2:
        return X, np.full(len(y), int(rng.integers(0, 2))), 0.4, 0.5, 6
    if kind == 3:
        return rng.normal(0, 300, X.shape), y, 0.1, 0.2, 3
    return 1000 * (2 * y[:, None] - 1) + rng.normal(size=X.shape), 1 - y[::-1], 0.05, 0.1, 2


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, float, float, int]:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, 4)), rng.integers(0, 2, n), 0.1, 0.1, 10


def valid(X: np.ndarray, y: np.ndarray, l2: float, lr: float, steps: int) -> bool:
    X, y = np.asarray(X), np.asarray(y)
    shapes = X.ndim == 2 and min(X.shape) >= 1 and y.shape == X.shape[:1]
    numbers = shapes and np.isfinite(X).all() and np.abs(X).max() <= 1e4 and np.isin(y, (0, 1)).all()
    return bool(numbers and 0 <= l2 <= 10 and 0 < lr <= 1 and isinstance(steps, int) and 0 <= steps <= 200)
