import numpy as np

Case = tuple[np.ndarray, float, int, float, np.ndarray]


def case(tier: str, seed: int) -> Case:
    rng = np.random.default_rng(seed)
    while True:
        made = _draw(rng, tier, seed)
        if valid(*made):
            return made


def _draw(rng: np.random.Generator, tier: str, seed: int) -> Case:
    if tier == "sample":
        return np.round(rng.normal(0, 2, 4), 1), 1.0, (0, 3)[seed % 2], (0.8, 1.0)[seed % 2], np.round(rng.random(3), 2)
    if tier == "large":
        return rng.normal(0, 2, 20_000), 0.8, (0, 400)[seed % 2], 0.9, rng.random(300)
    size = int(rng.integers(2, 12))
    logits = rng.normal(0, 2, size) if rng.random() < 0.6 else rng.integers(-1, 2, size) * 0.75
    logits, u = logits + rng.choice([0.0, 900.0, -900.0]), rng.random(int(rng.integers(20, 40)))
    temperature, top_p = float(rng.choice([0.3, 0.7, 1.0, 1.6])), float(rng.choice([0.3, 0.55, 0.7, 0.85, 0.97, 1.0]))
    if tier == "small":
        return logits, temperature, int(rng.integers(0, size + 2)), top_p, u
    return _edge(rng, seed % 9, logits, temperature, top_p, u)


def _edge(rng: np.random.Generator, kind: int, logits: np.ndarray, temperature: float, top_p: float, u: np.ndarray) -> Case:
    size = len(logits)
    if kind == 0:
        return rng.integers(-1, 2, size).astype(float), 0.0, int(rng.integers(0, 4)), top_p, u
    if kind == 1:
        return logits, temperature, size + 5, 1e-6, np.append(u, 0.0)
    if kind == 2:
        return rng.integers(-1, 2, size) * 1.5, temperature, int(rng.integers(1, size + 1)), top_p, u
    if kind == 3:
        logits[rng.random(size) < 0.5] = -np.inf
        logits[int(rng.integers(0, size))] = 3.0
        return logits, temperature, int(rng.integers(0, size + 1)), top_p, u
    if kind == 4:
        return logits[:1], temperature, int(rng.integers(0, 3)), top_p, u[: int(rng.integers(0, 3))]
    if kind == 5:
        return rng.normal(size=12), float(rng.choice([0.4, 2.5])), int(rng.integers(6, 10)), 0.6, rng.random(40)
    if kind == 7:
        return rng.normal(0, 0.5, 12), 1.0, int(rng.integers(4, 7)), 0.6, rng.random(40)
    if kind == 6:
        return np.repeat(rng.normal(size=3), 4)[rng.permutation(12)], 1.0, int(rng.integers(1, 12)), 1.0, rng.random(40)
    return logits, 0.02, 0, 1.0, np.append(u, 1 - 1e-6)


def sized(n: int, seed: int) -> Case:
    """n tokens and n draws, so that a walk a draw costs n²; sixteen different draws keep clear of the cumulative sums."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=n), 0.8, 0, 0.9, rng.choice(rng.random(16), n)


def valid(logits: np.ndarray, temperature: float, top_k: int, top_p: float, u: np.ndarray) -> bool:
    logits, u = np.asarray(logits, float), np.asarray(u, float)
    shapes = logits.ndim == 1 and logits.size >= 1 and u.ndim == 1
    if not shapes or np.isnan(logits).any() or np.isposinf(logits).any() or not np.isfinite(logits).any():
        return False
    if not (0 <= temperature <= 10 and isinstance(top_k, int) and top_k >= 0 and 0 < top_p <= 1):
        return False
    if (np.abs(logits[np.isfinite(logits)]) > 1e5).any() or (u < 0).any() or (u >= 1).any() or 0 < temperature < 0.01:
        return False
    return temperature == 0 or _clear(logits / temperature, top_k, top_p, u)


def _clear(scores: np.ndarray, top_k: int, top_p: float, u: np.ndarray) -> bool:
    """No cut and no draw lies within 1e-9 of a cumulative probability, where rounding would decide."""
    weights = np.exp(np.sort(scores)[::-1] - scores.max())[: top_k or None]
    mass = np.cumsum(weights) / weights.sum()
    if top_p < 1:
        if np.abs(mass - top_p).min() < 1e-9:
            return False
        mass = mass[: int((mass < top_p).sum()) + 1] / mass[int((mass < top_p).sum())]
    return bool(np.abs(np.subtract.outer(u, mass)).min(initial=1.0) > 1e-9)
