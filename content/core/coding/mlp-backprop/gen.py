import numpy as np

Case = tuple[np.ndarray, np.ndarray, tuple[np.ndarray, ...], float, int]


def _make(rng: np.random.Generator, n: int, d: int, h: int, c: int, lr: float, steps: int, scale: float = 1.0) -> Case:
    params = (rng.normal(0, scale, (d, h)), rng.normal(0, 0.5, h), rng.normal(0, scale, (h, c)), rng.normal(0, 0.5, c))
    return rng.normal(size=(n, d)), rng.integers(0, c, n), params, lr, steps


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        X, y, params, lr, steps = _make(rng, 2, 2, 2, 2, 0.1, 1 + seed % 2)
        return np.round(X, 1), y, tuple(np.round(p, 1) for p in params), lr, steps
    if tier == "large":
        return _make(rng, 400, 16, 32, 6, 0.1, 25, 0.3)
    n, d, h, c = (int(k) for k in rng.integers(2, 7, 4))
    if tier == "small":
        X, y, (W1, b1, W2, b2), lr, steps = _make(rng, n, d, h, c, float(rng.uniform(0.05, 0.3)), int(rng.integers(2, 6)))
        X[0] *= rng.random() < 0.6
        b2[0] += 1000 * (rng.random() < 0.4)
        return X, y, (W1, b1 * bool(X[0].any()), W2, b2), lr, steps
    return _edge(rng, seed % 5, n, d, h, c)


def _edge(rng: np.random.Generator, kind: int, n: int, d: int, h: int, c: int) -> Case:
    if kind == 0:
        return _make(rng, n, d, h, c, 0.1, 0)
    if kind == 1:
        return _make(rng, 1, 1, 1, 2, 0.1, 3)
    if kind == 2:
        return _make(rng, n, d, h, c, 0.001, 2, 60.0)
    X, y, (W1, b1, W2, b2), lr, steps = _make(rng, n, d, h, c, 0.2, 1)
    if kind == 3:
        X[0], b1 = 0.0, np.zeros(h)
        return X, y, (W1, b1, W2, b2), lr, steps
    return np.abs(X), y, (-np.abs(W1), -np.abs(b1), W2, b2 + 900), lr, 4


def sized(n: int, seed: int) -> Case:
    return _make(np.random.default_rng(seed), n, 4, 8, 3, 0.1, 3)


def valid(X: np.ndarray, y: np.ndarray, params: tuple[np.ndarray, ...], lr: float, steps: int) -> bool:
    if len(params) != 4 or X.ndim != 2 or params[0].ndim != 2 or params[2].ndim != 2:
        return False
    (n, d), (h, c) = X.shape, params[2].shape
    shapes = [p.shape for p in params] == [(d, h), (h,), (h, c), (c,)] and y.shape == (n,) and min(n, d, h, c) >= 1
    finite = all(np.isfinite(a).all() and (np.abs(a) <= 1e4).all() for a in (X, *params))
    return bool(shapes and finite and y.min() >= 0 and y.max() < c and 0 < lr <= 1 and 0 <= steps <= 50)
