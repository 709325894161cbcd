from collections.abc import Iterator
from types import ModuleType

import numpy as np


def checks(module: ModuleType) -> Iterator[tuple[str, bool]]:
    first = module.init(6, 8, 3, 1)["W1"]
    spread = float(np.abs(first[:, :, None] - first[:, None, :]).sum(axis=0)[~np.eye(8, dtype=bool)].min())
    yield "dead-start", bool(spread > 1e-3 and np.abs(first).max() < 10)

    rates = [module.rate(step, 0.4, 10) for step in range(14)]
    rising = all(a < b for a, b in zip(rates[:9], rates[1:10]))
    yield "warmup", bool(rising and rates[1] > 0 and all(np.isclose(r, 0.4) for r in rates[10:]))

    X = np.arange(50.0)[:, None]
    seen = [pair for part in module.batches(X, np.arange(50), 8, np.random.default_rng(3)) for pair in zip(*part)]
    yield "pairing", len(seen) == 50 and all(int(x[0]) == int(label) for x, label in seen)

    rng = np.random.default_rng(5)
    params = {"W1": rng.normal(size=(4, 5)), "b1": rng.normal(size=5), "W2": rng.normal(size=(5, 3)), "b2": np.zeros(3)}
    inputs, labels = rng.normal(size=(6, 4)), rng.integers(0, 3, 6)
    used = {name: np.zeros_like(value) for name, value in params.items()}
    module.backward(params, inputs, labels, used)
    once = {name: value.copy() for name, value in used.items()}
    module.backward(params, inputs, labels, used)
    yield "accumulation", all(np.allclose(used[name], once[name]) and np.abs(once[name]).max() > 0 for name in once)
