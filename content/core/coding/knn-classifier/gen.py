import numpy as np

Case = tuple[np.ndarray, np.ndarray, np.ndarray, int]


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        return rng.integers(0, 6, (5, 2)).astype(float), rng.integers(0, 2, 5), rng.integers(0, 6, (2, 2)).astype(float), 1 + 2 * (seed % 2)
    if tier == "large":
        return sized(1500, seed)
    n, m, d = int(rng.integers(3, 15)), int(rng.integers(4, 9)), int(rng.integers(1, 4))
    labels = rng.choice([-7, 0, 2, 3, 40], n)
    if tier == "small" and seed % 2:
        return rng.normal(size=(n, d)), labels, rng.normal(size=(m, d)), int(rng.integers(1, n + 1))
    X, T = rng.integers(-2, 3, (n, d)).astype(float), rng.integers(-2, 3, (m, d)).astype(float)
    if tier == "small":
        return X, labels, T, int(rng.integers(1, n + 1))
    return _edge(rng, seed % 5, X, labels, T)


def _edge(rng: np.random.Generator, kind: int, X: np.ndarray, labels: np.ndarray, T: np.ndarray) -> Case:
    k = int(rng.integers(1, len(X) + 1))
    if kind == 0:
        X, T = rng.integers(-4, 5, (20, 3)), rng.integers(-4, 5, (40, 3))
        return X + 1e8, rng.integers(0, 6, 20), T + 1e8, int(rng.integers(1, 4))
    if kind == 1:
        return X, labels, T[:0], k
    if kind == 2:
        return np.zeros_like(X), labels, T, k
    if kind == 3:
        return X[:1], labels[:1], T, 1
    return rng.integers(-1, 2, (12, 2)).astype(float), rng.integers(-2, 2, 12), rng.integers(-1, 2, (8, 2)).astype(float), 4


def sized(n: int, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, 5)), rng.integers(0, 4, n), rng.normal(size=(100, 5)), 7


def valid(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> bool:
    X, y, T = np.asarray(X_train), np.asarray(y_train), np.asarray(X_test)
    shapes = X.ndim == 2 and min(X.shape) >= 1 and y.shape == X.shape[:1] and T.ndim == 2 and T.shape[1] == X.shape[1]
    if not shapes or y.dtype.kind not in "iu" or not isinstance(k, int) or not 1 <= k <= len(X):
        return False
    both = np.vstack([X, T]).astype(float)
    whole = (both == np.round(both)).all() and np.ptp(both) <= 1e3
    return bool(np.isfinite(both).all() and np.abs(both).max() <= 2e8 and (whole or np.abs(both).max() <= 1e3))
