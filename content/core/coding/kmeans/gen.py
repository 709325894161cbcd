from collections.abc import Iterator

import numpy as np

Case = tuple[np.ndarray, np.ndarray, int]


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    while True:
        made = _draw(rng, tier, seed)
        if valid(*made):
            return made


def _draw(rng: np.random.Generator, tier: str, seed: int) -> Case:
    if tier == "sample":
        return rng.integers(0, 9, (4, 1 + seed % 2)).astype(float), rng.integers(0, 9, (2, 1 + seed % 2)).astype(float), 5
    if tier == "large":
        centres = rng.normal(0, 6, (8, 4))
        return centres[rng.integers(0, 8, 3000)] + rng.normal(size=(3000, 4)), centres + rng.normal(size=(8, 4)), 12
    n, d, k = int(rng.integers(3, 25)), int(rng.integers(1, 4)), int(rng.integers(1, 5))
    X, start = rng.normal(0, 3, (n, d)), rng.normal(0, 3, (k, d))
    if tier == "small":
        return X, start, int(rng.integers(1, 15))
    return _edge(rng, seed % 6, X, start)


def _edge(rng: np.random.Generator, kind: int, X: np.ndarray, start: np.ndarray) -> Case:
    if kind == 0:
        return X, start, 0
    if kind == 1:
        return X, np.vstack([start, start[:1] + 500, start[:1] - 400]), int(rng.integers(2, 9))
    if kind == 2:
        return np.round(X), np.vstack([np.round(start)[:1]] * 3), int(rng.integers(1, 6))
    if kind == 3:
        return X[:1], start, int(rng.integers(1, 4))
    if kind == 4:
        return np.repeat(X[:2] + 1e5, 3, axis=0), start + 1e5, 6
    point = np.round(X[:1] * 4)
    return np.vstack([point, point + 40]), np.vstack([point + 2, point - 2]), 1


def sized(n: int, seed: int) -> Case:
    """Two iterations over n points; were there more, a few points would settle before the last one."""
    rng = np.random.default_rng(seed)
    return rng.normal(0, 3, (n, 2)), rng.normal(0, 3, (4, 2)), 2


def valid(X: np.ndarray, centroids: np.ndarray, max_iter: int) -> bool:
    X, C = np.asarray(X, float), np.array(centroids, float)
    if X.ndim != 2 or C.ndim != 2 or X.shape[1] != C.shape[1] or min(*X.shape, *C.shape) < 1:
        return False
    if not (isinstance(max_iter, int) and 0 <= max_iter <= 50) or not (np.isfinite(X).all() and np.isfinite(C).all()):
        return False
    return max(np.abs(X).max(), np.abs(C).max()) <= 1e6 and all(_clear(X, C) for _ in _walk(X, C, max_iter))


def _walk(X: np.ndarray, C: np.ndarray, steps: int) -> Iterator[None]:
    """Every state of C on the way, changed in place."""
    for _ in range(steps + 1):
        yield
        near = ((X[:, None] - C) ** 2).sum(2).argmin(1)
        for j in set(near.tolist()):
            C[j] = X[near == j].mean(0)


def _clear(X: np.ndarray, C: np.ndarray) -> bool:
    """The two nearest different centroids differ in distance, or tie exactly because all numbers are whole."""
    distinct = np.unique(C, axis=0)
    gaps = np.sort(((X[:, None] - distinct) ** 2).sum(2), axis=1)
    if len(distinct) < 2:
        return True
    whole = bool((X == np.round(X)).all() and (C == np.round(C)).all() and np.abs(X).max() <= 1e4)
    close = gaps[:, 1] - gaps[:, 0] < 1e-7 * (1 + gaps[:, 1])
    return whole or not close.any()
