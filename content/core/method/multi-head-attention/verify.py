"""Checks of the equations."""

import numpy as np
from snippet import multi_head

N, D = 9, 24


def setting(seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(N, D)), *(rng.normal(size=(D, D)) / np.sqrt(D) for _ in range(4))


def one_head(x, wq, wk, wv):
    """Written with loops, without the snippet."""
    q, k, v, out = x @ wq, x @ wk, x @ wv, []
    for row in q:
        scores = np.array([row @ other for other in k]) / len(row) ** 0.5
        chances = np.exp(scores) / np.exp(scores).sum()
        out.append(sum(c * value for c, value in zip(chances, v)))
    return np.array(out)


def joining_is_adding():
    x, wq, wk, wv, wo = setting(1)
    for h in (1, 2, 4, 6):
        e, total = D // h, np.zeros((N, D))
        for i in range(h):
            part = slice(i * e, (i + 1) * e)
            total += one_head(x, wq[:, part], wk[:, part], wv[:, part]) @ wo[part]
        assert np.allclose(multi_head(x, wq, wk, wv, wo, h)[0], total)


def weights_do_not_depend_on_heads():
    for h in (1, 2, 3, 8, 24):
        e = D // h
        size = sum(3 * np.empty((D, e)).size + np.empty((e, D)).size for _ in range(h))
        assert size == 4 * D**2
    x, wq, wk, wv, wo = setting(2)
    outs = [multi_head(x, wq, wk, wv, wo, h)[0] for h in (1, 4)]  # the same weights serve any number of heads
    assert outs[0].shape == outs[1].shape and not np.allclose(*outs)


def scores_have_low_rank():
    rng = np.random.default_rng(3)
    x, wq, wk = rng.normal(size=(40, D)), rng.normal(size=(D, D)), rng.normal(size=(D, D))
    for h in (1, 2, 4, 12):
        part = slice(0, D // h)
        assert np.linalg.matrix_rank(x @ wq[:, part] @ wk[:, part].T @ x.T) == D // h
