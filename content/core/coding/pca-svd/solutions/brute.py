"""One-sided Jacobi: rotate pairs of columns until all are at right angles; their lengths are the spreads."""

import math

import numpy as np


def loadings(x, k):
    columns = [list(column) for column in (x - x.mean(axis=0)).T.tolist()]
    turned = np.eye(len(columns)).tolist()

    def dot(a, b):
        return math.fsum(p * q for p, q in zip(a, b, strict=True))

    def rotate(rows, i, j, c, s):
        first = [c * p - s * q for p, q in zip(rows[i], rows[j], strict=True)]
        rows[j] = [s * p + c * q for p, q in zip(rows[i], rows[j], strict=True)]
        rows[i] = first

    for _ in range(30):
        for i in range(len(columns)):
            for j in range(i + 1, len(columns)):
                a, b, shared = dot(columns[i], columns[i]), dot(columns[j], columns[j]), dot(columns[i], columns[j])
                if abs(shared) <= 1e-15 * math.sqrt(a * b):
                    continue
                zeta = (b - a) / (2 * shared)
                t = math.copysign(1.0, zeta) / (abs(zeta) + math.hypot(1.0, zeta))
                c = 1 / math.hypot(1.0, t)
                rotate(columns, i, j, c, c * t)
                rotate(turned, i, j, c, c * t)
    lengths = [math.sqrt(dot(column, column)) for column in columns]
    order = sorted(range(len(columns)), key=lambda i: -lengths[i])[:k]
    return np.array([[lengths[i] * value for value in turned[i]] for i in order]) / math.sqrt(len(x) - 1)
