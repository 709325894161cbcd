from collections.abc import Callable, Iterator
from types import ModuleType

import numpy as np


def _holds(test: Callable[[], object]) -> bool:
    """False too when the code stops with an error."""
    try:
        return bool(test())
    except (ValueError, TypeError, IndexError):
        return False


def checks(module: ModuleType) -> Iterator[tuple[str, bool]]:
    rng = np.random.default_rng(8)
    X = rng.normal(size=(7, 7))
    y = rng.normal(5, 2, 7)
    tall = rng.normal(size=(9, 3))

    yield "target", _holds(lambda: module.loss(y[:, None], y) == 0 and np.isclose(module.loss(tall, tall + 2), 4))

    squares, weights = np.array([[9.0], [1.0], [4.0]]), np.array([2.0, 0.0, 1.0])
    yield "weights", _holds(lambda: np.isclose(module.weighted_loss(squares, weights), 22 / 3))

    target = np.column_stack([np.full(7, 1.0), np.full(7, -3.0)])
    yield "bias", _holds(lambda: np.allclose(module.train(np.zeros((7, 2)), target, 0.5, 80)[1], [1, -3], atol=1e-6))

    yield "rows", _holds(
        lambda: all(np.allclose(np.linalg.norm(module.unit_rows(A), axis=1), 1) for A in (X, tall))
    )
