"""Tests of distributions for an item's check.py: `import greenroom_stats as stats`.

Each test returns "" or one sentence for the candidate, and rejects a right sampler with probability at most ALPHA. The judge
asks once more with a fresh seed before it believes a rejection. The bounds hold for every sample size (no asymptotics): KS by
Dvoretzky-Kiefer-Wolfowitz with Massart's constant, frequencies by Chernoff. The z-tests rely on the central limit theorem:
give them 1,000 values or more. Standard library and NumPy only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

ALPHA = 1e-7
_Z = 6.0
"""Two-sided 2e-9 for a normal variable, which leaves room for what the central limit theorem neglects."""
_DISTRIBUTION = "The sample does not follow the distribution: its distribution function is off by {gap} (n = {n})."
_CATEGORIES = "There are {got} categories; there should be {wanted}."
_CATEGORY = "Category {category} occurs with frequency {got}; its probability is {wanted} (n = {n})."
_MEAN = "The mean is {got}; it should be {wanted} (standard error {error})."
_VARIANCE = "The variance is {got}; it should be {wanted} (standard error {error})."
_NEIGHBOURS = "Neighbouring values are correlated ({correlation}); the draws should be independent."
SENTENCES = (_DISTRIBUTION, _CATEGORIES, _CATEGORY, _MEAN, _VARIANCE, _NEIGHBOURS)
"""All that is said here: a judge that reads one of them in check.py's answer can say it in another language."""


def ks(sample: Any, cdf: Callable[[np.ndarray], Any]) -> str:
    """One sample, shape (n,), against a continuous distribution function."""
    values = np.sort(_vector(sample))
    n = len(values)
    expected = np.asarray(cdf(values), dtype=float)
    steps = np.arange(1, n + 1) / n
    gap = float(max(np.max(steps - expected), np.max(expected - steps + 1 / n)))
    if gap <= math.sqrt(math.log(2 / ALPHA) / (2 * n)):
        return ""
    return _DISTRIBUTION.format(gap=f"{gap:.3f}", n=n)


def ks_two(sample: Any, other: Any) -> str:
    """Two samples, shapes (n,) and (m,), of one distribution (ties allowed)."""
    a, b = np.sort(_vector(sample)), np.sort(_vector(other))
    everything = np.concatenate([a, b])
    below = [np.searchsorted(v, everything, side="right") / len(v) for v in (a, b)]
    gap = float(np.max(np.abs(below[0] - below[1])))
    size = len(a) * len(b) / (len(a) + len(b))
    if gap <= math.sqrt(math.log(math.e / ALPHA) / (2 * size)):
        return ""
    return _DISTRIBUTION.format(gap=f"{gap:.3f}", n=len(a))


def frequencies(counts: Sequence[int], probabilities: Sequence[float]) -> str:
    """Counts of categories, shape (k,), against their probabilities. An impossible category must not occur."""
    seen, p = np.asarray(counts, dtype=float), np.asarray(probabilities, dtype=float)
    n = seen.sum()
    if seen.shape != p.shape or n == 0:
        return _CATEGORIES.format(got=seen.size, wanted=p.size)
    bound = math.log(2 * len(p) / ALPHA)
    for i, (share, expected) in enumerate(zip(seen / n, p, strict=True)):
        if n * _divergence(float(share), float(expected)) > bound:
            return _CATEGORY.format(category=i, got=f"{share:.4f}", wanted=f"{expected:.4f}", n=int(n))
    return ""


def mean(sample: Any, expected: float, deviation: float) -> str:
    """The mean of independent values, shape (n,), whose standard deviation is known."""
    values = _vector(sample)
    error = deviation / math.sqrt(len(values))
    found = float(values.mean())
    if abs(found - expected) <= _Z * error + 1e-12 * abs(expected):
        return ""
    return _MEAN.format(got=f"{found:.4g}", wanted=f"{expected:.4g}", error=f"{error:.2g}")


def variance(sample: Any, expected: float, kurtosis: float = 3.0) -> str:
    """The variance of independent values, shape (n,); `kurtosis` is the distribution's (3 for a normal one)."""
    values = _vector(sample)
    error = expected * math.sqrt(max(kurtosis - 1, 1e-12) / len(values))
    found = float(values.var(ddof=1))
    if abs(found - expected) <= _Z * error + 1e-12 * expected:
        return ""
    return _VARIANCE.format(got=f"{found:.4g}", wanted=f"{expected:.4g}", error=f"{error:.2g}")


def independent(sample: Any) -> str:
    """No correlation of neighbours in a sequence of independent values, shape (n,)."""
    values = _vector(sample)
    centred = values - values.mean()
    spread = float(centred @ centred)
    found = float(centred[:-1] @ centred[1:]) / spread if spread else 1.0
    if abs(found) <= _Z / math.sqrt(len(values)):
        return ""
    return _NEIGHBOURS.format(correlation=f"{found:.3f}")


def _vector(sample: Any) -> np.ndarray:
    values = np.asarray(sample, dtype=float)
    if values.ndim != 1 or len(values) == 0:
        raise ValueError("the sample must be a non-empty sequence of numbers")
    if np.isnan(values).any():
        raise ValueError("the sample must not contain NaN")
    return values


def _divergence(share: float, expected: float) -> float:
    """Kullback-Leibler divergence of two coins, in nats."""
    return sum(
        q * (math.log(q / p) if p > 0 else math.inf) for q, p in ((share, expected), (1 - share, 1 - expected)) if q > 0
    )
