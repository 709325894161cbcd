"""Checks of the claims about decoding."""

import numpy as np

LOGITS = np.array([2.0, 1.5, 0.3, -1.0, -2.0])


def _soft(z, t=1.0):
    e = np.exp((z - z.max()) / t)
    return e / e.sum()


def _entropy(p):
    return -(p * np.log(p)).sum()


def temperature_sharpens_and_flattens():
    cold, plain, hot = (_entropy(_soft(LOGITS, t)) for t in (0.5, 1.0, 2.0))
    assert cold < plain < hot < np.log(len(LOGITS))
    p, q = _soft(LOGITS), _soft(LOGITS, 0.5)
    assert np.isclose(q[0] / q[1], (p[0] / p[1]) ** 2)


def small_temperature_is_argmax():
    assert _soft(LOGITS, 0.01)[LOGITS.argmax()] > 1 - 1e-12


def top_k_keeps_k():
    for z in (LOGITS, LOGITS * 10, LOGITS / 10):
        p = _soft(z)
        cut = np.where(p >= np.sort(p)[-3], p, 0)
        assert (cut > 0).sum() == 3 and np.isclose((cut / cut.sum()).sum(), 1)


def _nucleus(p, mass):
    order = np.argsort(-p)
    return order[: int(np.searchsorted(np.cumsum(p[order]), mass)) + 1]


def nucleus_is_smallest_set_reaching_p():
    p = _soft(LOGITS)
    kept = _nucleus(p, 0.9)
    assert p[kept].sum() >= 0.9 > p[kept[:-1]].sum()
    assert len(_nucleus(_soft(LOGITS, 0.2), 0.9)) < len(kept) < len(_nucleus(_soft(LOGITS, 5), 0.9))
    assert (p > 0.9).sum() == 0, "no single token passes p here"


def order_of_summation_matters():
    a = np.float32([1e8, 1.0, -1e8])
    assert (a[0] + a[1]) + a[2] != (a[0] + a[2]) + a[1]
