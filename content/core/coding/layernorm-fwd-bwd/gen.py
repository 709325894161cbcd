import numpy as np

Case = tuple[np.ndarray, np.ndarray, np.ndarray, float, np.ndarray]


def _make(rng: np.random.Generator, shape: tuple[int, ...], eps: float = 1e-5) -> Case:
    d = shape[-1]
    return rng.normal(0, 2, shape), rng.normal(1, 0.5, d), rng.normal(size=d), eps, rng.normal(size=shape)


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        x, gamma, beta, _, dy = _make(rng, (1 + seed % 2, 3))
        return np.round(x), np.round(gamma, 1), np.round(beta, 1), 0.01, np.round(dy, 1)
    if tier == "large":
        return _make(rng, (30, 40, 48))
    shape = tuple(int(n) for n in rng.integers(1, 5, int(rng.integers(0, 3)))) + (int(rng.integers(2, 8)),)
    if tier == "small":
        return _make(rng, shape, float(rng.choice([1e-5, 1e-2, 0.5])))
    return _edge(rng, seed % 6, shape)


def _edge(rng: np.random.Generator, kind: int, shape: tuple[int, ...]) -> Case:
    if kind == 0:
        return _make(rng, (3, 1), 0.1)
    if kind == 1:
        return _make(rng, (0, 4))
    x, gamma, beta, eps, dy = _make(rng, (3, *shape), 1e-3)
    if kind == 2:
        return x + 1e6, gamma, beta, eps, dy
    if kind == 3:
        x[0] = float(rng.integers(-5, 6))
        return x, gamma, beta, eps, dy
    if kind == 4:
        return x * 1e-3, gamma, beta, 1e-6, dy
    return rng.integers(-9, 10, x.shape), gamma, beta, eps, dy


def sized(n: int, seed: int) -> Case:
    """Eight rows n long: a Jacobian written out would cost n² a row."""
    return _make(np.random.default_rng(seed), (8, n))


def valid(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, eps: float, dy: np.ndarray) -> bool:
    if x.ndim < 1 or x.shape[-1] < 1 or gamma.shape != x.shape[-1:] or beta.shape != x.shape[-1:] or dy.shape != x.shape:
        return False
    return bool(1e-6 <= eps <= 1 and all(np.isfinite(a).all() and np.abs(a).max(initial=0) <= 2e6 for a in (x, gamma, beta, dy)))
