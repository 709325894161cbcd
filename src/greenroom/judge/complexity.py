"""How a solution's cost grows: CPU time over doubled sizes, fitted by the classes an interviewer asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from greenroom.judge.author import Author, PackFault, Problem
from greenroom.judge.repeat import Stopwatch
from greenroom.judge.session import Judge

GROWTHS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "1": lambda n: np.ones_like(n),
    "log n": np.log2,
    "n": lambda n: n,
    "n log n": lambda n: n * np.log2(n),
    "n²": lambda n: n**2,
    "n³": lambda n: n**3,
}
_BANDS = {"1": "1 … log n", "log n": "1 … log n", "n": "n … n log n", "n log n": "n … n log n"}
"""Classes that time cannot tell apart on real machines are shown as one band."""
_FIRST, _LARGEST = 16, 1 << 16
_LEAST = 0.002
_LONGEST = 0.25
_TOTAL = 2.0
_LEAST_POINTS = 5
_SIMPLER = 1.25
_BEST_OF = 5


@dataclass(frozen=True, slots=True)
class Growth:
    """The fitted class and band, the relative error of the fit, and the points (n, seconds) it rests on."""

    name: str
    band: str
    error: float
    points: tuple[tuple[int, float], ...]


def growth_of(judge: Judge, problem: Problem, source: str, seed: int = 1) -> Growth | None:
    """None when gen.py has no `sized`, the program fails, or it is too slow for enough sizes."""
    with Author(judge, problem) as author, Stopwatch(judge, problem, source, cpu_s=4 * _TOTAL) as watch:
        points = _measure(author, watch, seed)
    return fit(points) if len(points) >= _LEAST_POINTS else None


def _measure(author: Author, watch: Stopwatch, seed: int) -> list[tuple[int, float]]:
    """(n, seconds) as far as time, the program and gen.py go."""
    points: list[tuple[int, float]] = []
    n, spent = _FIRST, 0.0
    while n <= _LARGEST and spent < _TOTAL:
        try:
            script = author.sized(n, seed)
        except PackFault:
            break
        seconds = watch.inside(script, _LEAST, _BEST_OF)
        if watch.broken or seconds > _LONGEST:
            break
        points.append((n, seconds))
        spent += (_BEST_OF + 1) * max(seconds, _LEAST)
        n *= 2
    return points


def fit(points: Sequence[tuple[int, float]]) -> Growth:
    """Relative least squares of `a + b·g(n)`, a and b not negative; of fits nearly as good, the simplest."""
    n = np.array([p[0] for p in points], dtype=float)
    seconds = np.maximum(np.array([p[1] for p in points]), 1e-9)
    errors = {name: _error(g(n), seconds) for name, g in GROWTHS.items()}
    best = min(errors.values())
    name = next(name for name, error in errors.items() if error <= _SIMPLER * best + 0.02)
    return Growth(name, _BANDS.get(name, name), errors[name], tuple(points))


def _error(growth: np.ndarray, seconds: np.ndarray) -> float:
    """The root mean square of the relative residuals of the best non-negative fit."""
    tried = []
    for columns in ([np.ones_like(growth), growth], [growth], [np.ones_like(growth)]):
        design = np.stack(columns, axis=1) / seconds[:, None]
        weights = np.linalg.lstsq(design, np.ones(len(seconds)), rcond=None)[0]
        if (weights >= 0).all():
            tried.append(float(np.sqrt(np.mean((design @ weights - 1) ** 2))))
    return min(tried, default=math.inf)
