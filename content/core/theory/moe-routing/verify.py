"""Checks of the claims about mixtures of experts."""

import numpy as np


def routed_layer_uses_k_experts():
    rng = np.random.default_rng(0)
    experts, x = rng.normal(size=(8, 5, 5)), rng.normal(size=5)
    scores = rng.normal(size=8)
    top = np.argsort(-scores)[:2]
    gate = np.exp(scores[top]) / np.exp(scores[top]).sum()
    y = sum(g * (experts[i] @ x) for g, i in zip(gate, top))
    others = [i for i in range(8) if i not in top]
    experts[others] = 0
    assert np.allclose(y, sum(g * (experts[i] @ x) for g, i in zip(gate, top))) and np.isclose(gate.sum(), 1)


def total_and_active_parameters():
    expert, shared, k = 3 * 4096 * 14336, 4 * 4096**2, 2
    total, active = ([shared + n * expert, shared + k * expert] for n in (8, 16))
    assert active[0] > 1.9 * total[0] and active[1] == total[1]


def a_batch_touches_every_expert():
    rng = np.random.default_rng(1)
    chosen = np.argsort(rng.random((64, 8)), axis=1)[:, :2]
    assert len(np.unique(chosen)) == 8 and len(np.unique(chosen[:1])) == 2


def balance_loss_is_least_when_even():
    """n * sum f_i P_i, where f is the share of tokens and P the mean gate, is 1 when even and n when collapsed."""
    n = 8
    even, collapsed = np.full(n, 1 / n), np.eye(n)[0]
    assert np.isclose(n * even @ even, 1) and np.isclose(n * collapsed @ collapsed, n)
    rng = np.random.default_rng(2)
    assert all(n * (p := rng.dirichlet(np.ones(n))) @ p >= 1 for _ in range(200))
