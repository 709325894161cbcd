import numpy as np

NAMES = ("relu", "silu", "gelu", "gelu_tanh")


def case(tier: str, seed: int) -> tuple[str, np.ndarray]:
    rng, name = np.random.default_rng(seed), NAMES[seed % 4]
    if tier == "sample":
        return name, rng.integers(-4, 5, 3) / 2
    if tier == "large":
        return name, rng.normal(0, 3, (200, 150))
    if tier == "small":
        return name, rng.normal(0, 2, tuple(rng.integers(1, 5, int(rng.integers(1, 4)))))
    return name, _edge(rng, seed % 3)


def _edge(rng: np.random.Generator, kind: int) -> np.ndarray:
    if kind == 0:
        return np.array([0.0, -0.0, 1e-300, -1e-300, 1.0, -1.0, 3.5, -3.5])
    if kind == 1:
        return np.array([[1e4, -1e4], [800.0, -800.0], [40.0, -40.0]]) * rng.uniform(0.5, 1.0)
    return rng.integers(-6, 7, (2, 5)) if rng.random() < 0.7 else np.zeros((int(rng.integers(0, 3)), 0, 2))


def sized(n: int, seed: int) -> tuple[str, np.ndarray]:
    return "gelu", np.random.default_rng(seed).normal(size=n)


def valid(name: str, x: np.ndarray) -> bool:
    return name in NAMES and isinstance(x, np.ndarray) and x.dtype.kind in "if" and bool((np.abs(x) <= 1e4).all())
