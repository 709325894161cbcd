import numpy as np

Case = tuple[np.ndarray, np.ndarray, float, bool]


def case(tier: str, seed: int) -> Case:
    rng, interleaved = np.random.default_rng(seed), bool(seed % 2)
    if tier == "sample":
        return rng.integers(-2, 3, (2, 4)).astype(float), np.array([0, 1]), 100.0, interleaved
    if tier == "large":
        return rng.normal(size=(4, 8, 256, 32)), np.arange(256), 10_000.0, interleaved
    lead = tuple(int(n) for n in rng.integers(1, 4, int(rng.integers(0, 3))))
    t, half = int(rng.integers(1, 7)), int(rng.integers(2, 6))
    base = float(rng.choice([10.0, 500.0, 10_000.0]))
    if tier == "small":
        return rng.normal(size=(*lead, t, 2 * half)), int(rng.integers(0, 50)) + np.arange(t), base, interleaved
    return _edge(rng, seed % 10 // 2, lead, t, half, base, interleaved)


def _edge(rng: np.random.Generator, kind: int, lead: tuple[int, ...], t: int, half: int, base: float, interleaved: bool) -> Case:
    x, positions = rng.normal(size=(*lead, t, 2 * half)), rng.permutation(3 * t)[:t]
    if kind == 0:
        return rng.normal(size=(*lead, t, 2)), positions, base, interleaved
    if kind == 1:
        return x, np.zeros(t, dtype=int), base, interleaved
    if kind == 2:
        return x, positions + 100_000, 1e6, interleaved
    if kind == 3:
        return rng.normal(size=(4, 4)), np.array([3, 0, 7, 7]), base, interleaved
    return rng.integers(-3, 4, (*lead, t, 2 * half)), -positions, base, interleaved


def sized(n: int, seed: int) -> Case:
    return np.random.default_rng(seed).normal(size=(n, 8)), np.arange(n), 10_000.0, False


def valid(x: np.ndarray, positions: np.ndarray, base: float, interleaved: bool) -> bool:
    if x.ndim < 2 or x.size < 1 or x.shape[-1] % 2 or positions.shape != x.shape[-2:-1] or positions.dtype.kind not in "iu":
        return False
    bounded = np.isfinite(x).all() and np.abs(x).max() <= 1e3 and np.abs(positions).max() <= 200_000
    return bool(bounded and 1 < base <= 1e7 and isinstance(interleaved, bool))
