"""Checks of the claims about chunking and reranking."""

import numpy as np


def topics_dilute_a_vector():
    """The mean of m unrelated topic vectors has cosine 1/sqrt(m) with each of them."""
    topics = np.eye(16)
    for m in (1, 4, 16):
        chunk = topics[:m].mean(0)
        assert abs(chunk @ topics[0] / np.linalg.norm(chunk) - m**-0.5) < 1e-12


def overlap_keeps_short_spans_whole():
    """Windows of 200 with overlap 40 hold every span of up to 41 tokens whole; without overlap many are cut."""

    def whole(length, overlap, span):
        starts = range(0, 2000, length - overlap)
        return [any(s <= a and a + span <= s + length for s in starts) for a in range(1500)]

    assert all(whole(200, 40, 41)) and not all(whole(200, 40, 42))
    assert abs(np.mean(whole(200, 0, 41)) - 0.8) < 0.02


def _two_stages(shortlist, rng):
    """Share of questions whose right passage is in the top five of a cheap score, of a rerank, and in the shortlist."""
    n, questions = 2000, 400
    truth = np.zeros(n)
    truth[0] = 4.0
    cheap = truth + 1.5 * rng.normal(size=(questions, n))
    strong = truth + 0.8 * rng.normal(size=(questions, n))
    order = np.argsort(-cheap, axis=1)
    kept = order[:, :shortlist]
    best = np.take_along_axis(kept, np.argsort(-np.take_along_axis(strong, kept, 1), axis=1)[:, :5], 1)
    return (order[:, :5] == 0).any(1).mean(), (best == 0).any(1).mean(), (kept == 0).any(1).mean()


def reranking_lifts_the_top():
    before, after, _ = _two_stages(100, np.random.default_rng(0))
    assert after > before + 0.15


def the_shortlist_is_the_ceiling():
    rng = np.random.default_rng(1)
    found = [_two_stages(s, rng)[1:] for s in (5, 20, 100)]
    assert all(after <= reach for after, reach in found)
    assert found[0][0] < found[1][0] < found[2][0]


def ranks_survive_a_change_of_scale():
    """Ten times the keyword scores: the sum of scores picks another winner, the sum of 1/(60 + rank) the same."""
    rng = np.random.default_rng(2)
    dense, keyword = rng.random(30), rng.random(30)

    def ranks(s):
        return np.argsort(np.argsort(-s))

    def fused(a, b):
        return list(np.argsort(-(1 / (60 + ranks(a)) + 1 / (60 + ranks(b))), kind="stable"))

    assert fused(dense, keyword) == fused(dense, 10 * keyword)
    assert list(np.argsort(-(dense + keyword))) != list(np.argsort(-(dense + 10 * keyword)))
