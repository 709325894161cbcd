"""Checks of the equations."""

import numpy as np
from snippet import balance, moe, softmax

N, D, E, K = 40, 5, 6, 2


class Expert:
    """A small network that counts the tokens it was given and the multiplications of its matrices."""

    def __init__(self, rng, width=8):
        self.first, self.second = rng.normal(size=(D, width)), rng.normal(size=(width, D))
        self.tokens = self.products = 0

    def __call__(self, x):
        self.tokens += len(x)
        self.products += len(x) * (self.first.size + self.second.size)
        return np.maximum(x @ self.first, 0) @ self.second


def setting(seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(N, D)), rng.normal(size=(D, E)), [Expert(rng) for _ in range(E)]


def only_the_chosen_speak():
    x, router, experts = setting(1)
    out, _, chosen = moe(x, router, experts, K)
    for token, row in enumerate(x):
        scores = row @ router
        best = sorted(range(E), key=lambda i: -scores[i])[:K]
        assert set(best) == set(chosen[token])
        weights = np.exp(scores[best]) / np.exp(scores[best]).sum()
        assert np.allclose(out[token], sum(w * experts[i](row[None])[0] for w, i in zip(weights, best)))
    x, router, experts = setting(1)
    dense = sum(p[:, None] * expert(x) for p, expert in zip(softmax(x @ router).T, experts))
    assert np.allclose(moe(x, router, experts, E)[0], dense)  # with k = E it is a soft mixture of all


def arithmetic_follows_the_active():
    for k in (1, 2, 6):
        x, router, experts = setting(2)
        moe(x, router, experts, k)
        one = experts[0].first.size + experts[0].second.size
        assert sum(e.tokens for e in experts) == k * N
        assert sum(e.products for e in experts) == k * N * one
        assert sum(e.first.size + e.second.size for e in experts) + router.size == E * one + D * E


def balance_is_least_when_even():
    even = np.repeat(np.eye(E), 4, axis=0)
    assert np.isclose(balance(even, even.argmax(axis=1)[:, None])[0], 1)
    one = np.tile(np.eye(E)[2], (N, 1))
    assert np.isclose(balance(one, np.full((N, 1), 2))[0], E)
    rng = np.random.default_rng(3)
    for _ in range(100):  # certain choices, so that f = P
        chosen = rng.choice(E, p=rng.dirichlet(np.ones(E)), size=(N, 1))
        assert balance(np.eye(E)[chosen[:, 0]], chosen)[0] >= 1 - 1e-12
    logits, h = rng.normal(size=(N, E)), 1e-6
    chosen = np.argsort(-logits, axis=1)[:, :K]
    value, slope = balance(softmax(logits), chosen)
    logits[3, 1] += h
    assert np.isclose((balance(softmax(logits), chosen)[0] - value) / h, slope[3, 1], rtol=1e-3)
    busiest = np.bincount(chosen.ravel(), minlength=E).argmax()
    assert slope[:, busiest].sum() > 0  # descending lowers the logit of the busiest


def tokens_over_capacity_are_left_out():
    load, k, phi = np.array([30, 6, 4, 0]), 1, 1.25
    n, e = load.sum() // k, len(load)
    capacity = int(np.ceil(phi * k * n / e))
    left, room = 0, dict.fromkeys(range(e), capacity)
    for expert in np.random.default_rng(4).permutation(np.repeat(np.arange(e), load)):
        left += room[expert] == 0
        room[expert] -= room[expert] > 0
    assert capacity == 13 and left == np.maximum(load - capacity, 0).sum() == 17
