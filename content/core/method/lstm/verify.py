"""Checks of the equations."""

import numpy as np
from snippet import init, sigmoid, step


def run(params, xs, h, c):
    forgets = []
    for x in xs:
        h, c, f = step(params, x, h, c)
        forgets.append(f)
    return h, c, np.array(forgets)


def open_gate_copies_the_cell():
    rng = np.random.default_rng(1)
    w, u, b = init(3, 4, 60.0, rng)
    b[:4] = -60.0  # the input gate shut
    c = rng.normal(size=4)
    h, after, _ = run((w, u, b), rng.normal(size=(100, 3)), np.zeros(4), c)
    assert np.allclose(after, c)
    assert (np.abs(h) < np.abs(np.tanh(c))).all()


def direct_path_is_the_product_of_forget_gates():
    """Derivatives are exact: the imaginary part of a step of 1e-30 i."""
    rng = np.random.default_rng(2)
    w, u, b = init(3, 4, 1.0, rng)
    xs, c = rng.normal(size=(12, 3)), rng.normal(size=4)
    for recurrent in (False, True):
        params = (w, u * recurrent, b)
        forgets = run(params, xs, np.zeros(4), c)[2]
        jacobian = np.array([run(params, xs, np.zeros(4), c + 1e-30j * e)[1].imag / 1e-30 for e in np.eye(4)]).T
        assert np.allclose(jacobian, np.diag(forgets.prod(axis=0))) == (not recurrent)


def forget_bias_sets_the_memory():
    for steps in (1, 10, 100, 1000):
        least = -np.log(2 ** (1 / steps) - 1)
        assert np.isclose(sigmoid(least) ** steps, 0.5)
        assert sigmoid(least + 0.1) ** steps > 0.5 > sigmoid(least - 0.1) ** steps
        assert steps < 10 or abs(least - np.log(steps / np.log(2))) < 0.05
    w, u, b = init(2, 3, 0.0, np.random.default_rng(3), scale=0.0)
    assert np.allclose(run((w, u, b), np.zeros((8, 2)), np.zeros(3), np.ones(3))[1], 2.0**-8)


def four_times_the_parameters():
    for d_x, d_h in ((3, 5), (10, 20)):
        assert sum(p.size for p in init(d_x, d_h, 0.0, np.random.default_rng(4))) == 4 * (d_h * (d_x + d_h) + d_h)
