import numpy as np

Case = tuple[np.ndarray, tuple[np.ndarray, ...], int, bool]


def _make(rng: np.random.Generator, b: int, t: int, heads: int, size: int, causal: bool) -> Case:
    d = heads * size
    return rng.normal(size=(b, t, d)), tuple(rng.normal(size=(d, d)) / np.sqrt(d) for _ in range(4)), heads, causal


def case(tier: str, seed: int) -> Case:
    rng, causal = np.random.default_rng(seed), bool(seed % 2)
    if tier == "sample":
        x, weights, heads, _ = _make(rng, 1, 2, 1 + seed % 2, 2 - seed % 2, causal)
        return np.round(x, 1), tuple(np.round(w, 1) for w in weights), heads, causal
    if tier == "large":
        return _make(rng, 3, 80, 8, 8, causal)
    b, t, heads, size = (int(n) for n in rng.integers(1, 5, 4))
    if tier == "small":
        return _make(rng, b, t + 1, heads + 1, size, causal)
    return _edge(rng, seed % 8 // 2, b, t, heads, size, causal)


def _edge(rng: np.random.Generator, kind: int, b: int, t: int, heads: int, size: int, causal: bool) -> Case:
    if kind == 0:
        return _make(rng, b, 1, heads, size, causal)
    if kind == 1:
        return _make(rng, b, t + 2, 4, 1, causal)
    if kind == 2:
        x, weights, heads, causal = _make(rng, b, t + 2, heads + 1, size, causal)
        return x * 100, weights, heads, causal
    return _make(rng, 2, 4, 4, 4, causal)


def sized(n: int, seed: int) -> Case:
    """One sequence of n tokens."""
    return _make(np.random.default_rng(seed), 1, n, 2, 4, True)


def valid(x: np.ndarray, weights: tuple[np.ndarray, ...], n_heads: int, causal: bool) -> bool:
    if x.ndim != 3 or x.size < 1 or len(weights) != 4 or not isinstance(n_heads, int) or n_heads < 1:
        return False
    d = x.shape[-1]
    sizes = d % n_heads == 0 and all(w.shape == (d, d) for w in weights)
    return bool(sizes and isinstance(causal, bool) and all(np.isfinite(a).all() and np.abs(a).max() <= 1e3 for a in (x, *weights)))
