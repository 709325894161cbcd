import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        return rng.integers(-2, 3, (2, 3)).astype(float), rng.integers(-2, 3, (2, 3)).astype(float)
    if tier == "large":
        return rng.normal(0, 5, (3000, 80)), rng.normal(size=(3000, 80))
    if tier == "small":
        n, k = rng.integers(1, 7, 2)
        return rng.normal(0, 3, (n, k)) + rng.normal(0, 400, (n, 1)), rng.normal(size=(n, k))
    return _edge(rng, seed % 5)


def _edge(rng: np.random.Generator, kind: int) -> tuple[np.ndarray, np.ndarray]:
    k = int(rng.integers(2, 6))
    if kind == 0:
        n = int(rng.integers(0, 2))
        return rng.normal(size=(n, k)), rng.normal(size=(n, k))
    if kind == 1:
        return rng.normal(0, 1e4, (4, 1)), rng.normal(size=(4, 1))
    z = rng.normal(size=(4, k)) + np.array([[1e4], [-1e4], [0.0], [5e3]])
    if kind == 2:
        z[rng.random(z.shape) < 0.4] = -np.inf
        z[:, 0] = [1e4, -1e4, 0.0, 5e3]
    if kind == 3:
        z = rng.integers(-1, 2, (4, k)) * 1e4
    return z, rng.normal(size=(4, k)) * 10.0 ** rng.integers(-2, 4)


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Eight rows of n classes: a Jacobian written out would cost n² a row."""
    z, v = np.random.default_rng(seed).normal(size=(2, 8, n))
    return z, v


def valid(z: np.ndarray, v: np.ndarray) -> bool:
    z, v = np.asarray(z, float), np.asarray(v, float)
    if z.ndim != 2 or z.shape != v.shape or z.shape[1] < 1 or np.isnan(z).any() or not np.isfinite(v).all():
        return False
    finite = np.abs(z[np.isfinite(z)])
    return bool(np.isfinite(z).any(1).all() and not np.isposinf(z).any() and (finite <= 1e6).all() and (np.abs(v) <= 1e6).all())
