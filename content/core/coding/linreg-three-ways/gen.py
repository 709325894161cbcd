import numpy as np

Case = tuple[np.ndarray, np.ndarray, float, int]


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    while True:
        made = _draw(rng, tier, seed)
        if valid(*made):
            return made


def _draw(rng: np.random.Generator, tier: str, seed: int) -> Case:
    if tier == "sample":
        return rng.integers(-3, 4, (4, 1 + seed % 2)).astype(float), rng.integers(-3, 4, 4).astype(float), 0.1, 2
    if tier == "large":
        X = rng.normal(size=(800, 12))
        return X, X @ rng.normal(size=12) + 3 + rng.normal(size=800), 0.2, 80
    d = int(rng.integers(1, 5))
    X = rng.normal(0.5, 1.0, (int(rng.integers(d + 2, 20)), d))
    y = rng.normal(2, 3, len(X))
    if tier == "small":
        return X, y, float(rng.uniform(0.02, 0.3)), int(rng.integers(1, 30))
    return _edge(rng, seed % 6, X, y)


def _edge(rng: np.random.Generator, kind: int, X: np.ndarray, y: np.ndarray) -> Case:
    lr, steps = float(rng.uniform(0.02, 0.1)), int(rng.integers(1, 9))
    if kind == 0:
        return X, y, lr, 0
    if kind == 1:
        return np.column_stack([X, np.full(len(y), 2.0)]), y, lr, steps
    if kind == 2:
        return np.column_stack([X, X @ rng.normal(size=X.shape[1]) + 0.7]), y, lr, steps
    if kind == 3:
        wide = rng.normal(size=(3, 5))
        return wide, y[:3], lr, steps
    if kind == 4:
        return X[:1], y[:1], lr, steps
    return np.column_stack([X, np.zeros(len(y))]), y, lr, steps


def sized(n: int, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, 4)), rng.normal(size=n), 0.1, 10


def valid(X: np.ndarray, y: np.ndarray, lr: float, steps: int) -> bool:
    X, y = np.asarray(X, float), np.asarray(y, float)
    if X.ndim != 2 or min(X.shape) < 1 or y.shape != X.shape[:1] or not (0 < lr <= 1 and 0 <= steps <= 500):
        return False
    if not (np.isfinite(X).all() and np.isfinite(y).all() and max(np.abs(X).max(), np.abs(y).max()) <= 1e3):
        return False
    A = np.column_stack([np.ones(len(y)), X])
    singular = np.linalg.svd(A, compute_uv=False) / np.linalg.norm(A, 2)
    clear = not ((singular > 1e-13) & (singular < 1e-3)).any()
    return bool(clear and lr * np.linalg.norm(A, 2) ** 2 / len(y) < 2.5)
