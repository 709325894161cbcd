import numpy as np

Case = tuple[np.ndarray, np.ndarray, np.ndarray, "np.ndarray | None"]


def _qkv(rng: np.random.Generator, lead: tuple[int, ...], t: int, s: int, d: int, e: int) -> list[np.ndarray]:
    return [rng.normal(size=(*lead, *shape)) for shape in ((t, d), (s, d), (s, e))]


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    if tier == "sample":
        q, k, v = (np.round(a, 1) for a in _qkv(rng, (), 2, 2, 2, 1))
        return q, k, v, (None, np.array([[True, False], [True, True]]), np.array([[0.0, -1.0], [0.5, 0.0]]))[seed % 3]
    if tier == "large":
        q, k, v = _qkv(rng, (2, 4), 96, 96, 16, 16)
        return q, k, v, np.tril(np.ones((96, 96), dtype=bool)) if seed % 2 else None
    lead = tuple(int(n) for n in rng.integers(1, 4, int(rng.integers(0, 3))))
    t, s, d, e = (int(n) for n in rng.integers(1, 7, 4))
    q, k, v = _qkv(rng, lead, t, s, d + 1, e)
    shape = tuple(n if rng.random() < 0.6 else 1 for n in (*lead, t, s))
    if tier == "small":
        if seed % 3 == 0:
            return q, k, v, None
        return q, k, v, rng.random(shape) < 0.6 if seed % 3 == 1 else rng.normal(0, 2, shape)
    return _edge(rng, seed % 6, q, k, v, shape)


def _edge(rng: np.random.Generator, kind: int, q: np.ndarray, k: np.ndarray, v: np.ndarray, shape: tuple[int, ...]) -> Case:
    t, s = q.shape[-2], k.shape[-2]
    if kind == 0:
        return q * 300, k * 300, v, np.tri(t, s, dtype=bool)
    if kind == 1:
        return q, k, v, np.zeros((t, s), dtype=bool)
    if kind == 2:
        bias = np.where(rng.random(shape) < 0.5, -np.inf, rng.normal(0, 3, shape))
        return q, k, v, bias
    if kind == 3:
        return q * 200, -q.repeat(2, axis=-2) * 200, rng.normal(size=(*q.shape[:-2], 2 * t, 3)), None
    if kind == 4:
        hole = np.ones((t, s), dtype=bool)
        hole[int(rng.integers(0, t))] = False
        return q, k, v, hole
    return q, k, v, rng.random(s) < 0.5


def sized(n: int, seed: int) -> Case:
    q, k, v = _qkv(np.random.default_rng(seed), (), n, n, 4, 4)
    return q, k, v, None


def valid(q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None) -> bool:
    if min(q.ndim, k.ndim, v.ndim) < 2 or min(q.size, k.size, v.size) < 1 or not q.shape[:-2] == k.shape[:-2] == v.shape[:-2]:
        return False
    if q.shape[-1] != k.shape[-1] or k.shape[-2] != v.shape[-2]:
        return False
    if not all(np.isfinite(a).all() and np.abs(a).max() <= 1e4 for a in (q, k, v)):
        return False
    if mask is None:
        return True
    full = (*q.shape[:-1], k.shape[-2])
    try:
        fits = np.broadcast_shapes(mask.shape, full) == full
    except ValueError:
        return False
    kind_ok = mask.dtype == bool or (mask.dtype.kind == "f" and not np.isnan(mask).any() and not np.isposinf(mask).any())
    return bool(fits and kind_ok and (mask.dtype == bool or np.abs(mask[np.isfinite(mask)]).max(initial=0) <= 50))
