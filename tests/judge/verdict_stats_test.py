"""The statistical tests never reject right samplers, and reject near misses."""

from __future__ import annotations

import math

import numpy as np
import pytest

from greenroom.judge.compare import greenroom_stats as stats


@pytest.mark.parametrize("seed", range(20))
def test_right_samplers_pass(seed: int) -> None:
    rng = np.random.default_rng(seed)
    normal = rng.normal(2.0, 3.0, 2000)
    p = np.array([0.5, 0.3, 0.2, 0.0])
    assert stats.ks(rng.random(2000), lambda x: x) == ""
    assert stats.ks_two(normal, rng.normal(2.0, 3.0, 1500)) == ""
    assert stats.frequencies(rng.multinomial(2000, p), p) == ""
    assert stats.mean(normal, 2.0, 3.0) == ""
    assert stats.variance(normal, 9.0) == ""
    assert stats.independent(normal) == ""


def test_wrong_samplers_fail() -> None:
    rng = np.random.default_rng(1)
    n = 5000
    assert stats.ks(rng.random(n) ** 1.3, lambda x: x)
    assert stats.ks_two(rng.normal(size=n), rng.normal(size=n) * 1.4)
    assert stats.frequencies([n // 2, n // 4, n // 4], [0.5, 0.3, 0.2])
    assert stats.frequencies([n, 1], [1.0, 0.0])
    assert stats.mean(rng.normal(0.2, 1, n), 0.0, 1.0)
    assert stats.variance(rng.normal(0, 1.2, n), 1.0)
    assert stats.independent(np.repeat(rng.normal(size=n // 2), 2))


def test_the_bounds_are_the_stated_level() -> None:
    """A gap of exactly the Dvoretzky-Kiefer-Wolfowitz radius at ALPHA is the border."""
    n = 1000
    radius = math.sqrt(math.log(2 / stats.ALPHA) / (2 * n))
    grid = (np.arange(n) + 1) / n
    assert stats.ks(np.clip(grid + radius - 2 / n, 0, 1), lambda x: x) == ""
    assert stats.ks(np.clip(grid + radius + 2 / n, 0, 1), lambda x: x)


@pytest.mark.parametrize("sample", [[], [[1.0]], [math.nan]])
def test_what_is_no_sample_is_an_error(sample: list[float]) -> None:
    with pytest.raises(ValueError, match="sample"):
        stats.mean(sample, 0, 1)
