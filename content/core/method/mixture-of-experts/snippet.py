import numpy as np


def softmax(z):
    z = np.exp(z - z.max(axis=-1, keepdims=True))
    return z / z.sum(axis=-1, keepdims=True)


def moe(x, router, experts, k):
    """x (n, d), router (d, E), experts: E functions (m, d) to (m, d). Output, probabilities (n, E), chosen (n, k)."""
    logits = x @ router
    chosen = np.argsort(-logits, axis=1)[:, :k]
    gates = softmax(np.take_along_axis(logits, chosen, axis=1))  # over the chosen alone
    out = np.zeros_like(x)
    for i, expert in enumerate(experts):
        token, slot = np.nonzero(chosen == i)
        out[token] += gates[token, slot, None] * expert(x[token])
    return out, softmax(logits), chosen


def balance(probabilities, chosen):
    """E sum f P, and its gradient at the logits: the shares f are counts and have none."""
    n, e = probabilities.shape
    f = np.bincount(chosen.ravel(), minlength=e) / chosen.size
    dot = probabilities @ f
    return e * dot.mean(), e / n * probabilities * (f - dot[:, None])


chosen = moe(np.random.default_rng(0).normal(size=(50, 4)), np.eye(4, 6), [np.copy] * 6, k=2)[2]
assert chosen.shape == (50, 2) and balance(np.full((6, 6), 1 / 6), np.arange(6)[:, None])[0] == 1
