import numpy as np

Case = tuple[np.ndarray, np.ndarray, np.ndarray, int, int, int]


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        x, w = rng.integers(-2, 3, (1, 1, 3, 3)), rng.integers(-2, 3, (1, 1, 2, 2))
        return x.astype(float), w.astype(float), np.array([1.0]), 1 + seed % 2, seed % 2, 1
    if tier == "large":
        return rng.normal(size=(2, 8, 40, 36)), rng.normal(size=(12, 8, 3, 3)), rng.normal(size=12), 1, 1, 1 + seed % 2
    while True:
        made = _draw(rng) if tier == "small" else _edge(rng, seed % 5)
        if valid(*made):
            return made


def _draw(rng: np.random.Generator, sizes: tuple[int, int] = (3, 9)) -> Case:
    n, c, f = (int(k) for k in rng.integers(1, 4, 3))
    height, width = (int(k) for k in rng.integers(*sizes, 2))
    kh, kw = (int(k) for k in rng.integers(1, 4, 2))
    stride, padding, dilation = int(rng.integers(1, 4)), int(rng.integers(0, 3)), int(rng.integers(1, 4))
    return rng.normal(size=(n, c, height, width)), rng.normal(size=(f, c, kh, kw)), rng.normal(size=f), stride, padding, dilation


def _edge(rng: np.random.Generator, kind: int) -> Case:
    x, w, b, stride, padding, dilation = _draw(rng)
    if kind == 0:
        return x, w[:, :, :1, :1], b, stride, 0, dilation
    if kind == 1:
        return x, rng.normal(size=(2, x.shape[1], *x.shape[2:])), rng.normal(size=2), 1, 0, 1
    if kind == 2:
        return rng.normal(size=(2, 2, 1, 7)), rng.normal(size=(3, 2, 1, 3)), rng.normal(size=3), 2, padding, 2
    if kind == 3:
        return x[:0], w, b, stride, padding, dilation
    return x, w, b, 5, 2, 1


def sized(n: int, seed: int) -> Case:
    """A strip n high."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(1, 2, n, 8)), rng.normal(size=(2, 2, 3, 3)), rng.normal(size=2), 1, 1, 1


def valid(x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int, padding: int, dilation: int) -> bool:
    if x.ndim != 4 or w.ndim != 4 or x.shape[1] != w.shape[1] or b.shape != w.shape[:1] or min(w.shape) < 1 or min(x.shape[1:]) < 1:
        return False
    if not (1 <= stride <= 8 and 0 <= padding <= 5 and 1 <= dilation <= 5):
        return False
    fits = all(size + 2 * padding >= dilation * (k - 1) + 1 for size, k in zip(x.shape[2:], w.shape[2:]))
    return bool(fits and all(np.isfinite(a).all() and np.abs(a).max(initial=0) <= 1e4 for a in (x, w, b)))
