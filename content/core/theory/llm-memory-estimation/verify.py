"""Checks of the claims about memory and arithmetic."""

import numpy as np


def weights_take_parameters_times_bytes():
    assert 7e9 * 16 / 8 == 14e9 and 7e9 * 4 / 8 == 3.5e9
    assert np.zeros(1000, dtype=np.float16).nbytes == 2000
    assert 2 + 2 + 4 + 4 + 4 == 16 and 7e9 * 16 == 112e9


def recomputing_costs_a_third():
    """Forward 2, backward 4; a second forward pass makes 8 of 6. Of about 34 bytes a token and unit of width in a layer, its input is 2."""
    assert abs((2 + 4 + 2) / (2 + 4) - 1 - 1 / 3) < 1e-12
    layers, width = 32, 4096

    def stored(tokens, again):
        return tokens * width * (layers * 2 + 34 if again else layers * 34)

    assert stored(4096, True) < stored(4096, False) / 10
    assert stored(8192, False) == 2 * stored(4096, False)


def cache_of_a_7b_model():
    def cache(tokens, requests=1):
        return 2 * 32 * 32 * 128 * 2 * tokens * requests

    assert cache(1) == 2**19 and cache(8192) == 4 * 2**30
    assert (80e9 - 14e9) // cache(8192) == 15 and cache(8192, 4) == cache(4 * 8192)


def two_forward_six_in_training():
    """Count the operations of y = W x and of its two gradients, and check both gradients by differences."""
    rng = np.random.default_rng(0)
    w, x, g = rng.normal(size=(6, 5)), rng.normal(size=5), rng.normal(size=6)
    forward = 2 * w.size
    to_input, to_weight = w.T @ g, np.outer(g, x)
    backward = 2 * w.size + 2 * w.size
    assert forward + backward == 6 * w.size
    step = 1e-6 * rng.normal(size=w.shape)
    assert np.isclose(g @ ((w + step) @ x) - g @ (w @ x), (to_weight * step).sum(), rtol=1e-3)
    move = 1e-6 * rng.normal(size=5)
    assert np.isclose(g @ (w @ (x + move)) - g @ (w @ x), to_input @ move, rtol=1e-3)


def decoding_is_bound_by_bandwidth():
    """At 2 TB/s and 300 TFLOP/s one token takes 7 ms to read and 0.05 ms to compute."""
    read, compute = 14e9 / 2e12, 2 * 7e9 / 300e12
    assert read == 0.007 and compute < read / 100


def twelve_l_d_squared():
    """Four d x d matrices of attention, and d x 4d with its way back."""
    d, layers, words = 4096, 32, 32_000
    layer = 4 * d * d + 2 * d * 4 * d
    assert layers * layer == 12 * layers * d**2 and 6.4e9 < layers * layer < 6.5e9
    assert words * d == 131_072_000
