from collections.abc import Iterator
from types import ModuleType

import numpy as np


def checks(module: ModuleType) -> Iterator[tuple[str, bool]]:
    rng = np.random.default_rng(4)
    groups = rng.permutation(np.repeat(np.arange(15), 4))
    X, y = rng.normal(3, 2, (60, 40)), rng.integers(0, 2, 60)
    report = module.evaluate(X, y, groups, 5)
    test = report["test"]
    flipped = np.where(test, 1 - y, y)

    yield "groups", all(not set(groups[m]) & set(groups[~m]) for m in (module.split(groups, 0.3, s) for s in range(5)))

    train = X[~test]
    yield "scaler", bool(np.allclose(report["mean"], train.mean(axis=0)) and np.allclose(report["scale"], train.std(axis=0)))

    yield "selection", bool(np.array_equal(report["kept"], module.evaluate(X, flipped, groups, 5)["kept"]))

    cuts = [module.evaluate(X, labels, groups, X.shape[1])["threshold"] for labels in (y, flipped)]
    yield "threshold", bool(np.isclose(*cuts))
