"""Wrong on purpose: see `mutants.no-max-shift` in item.toml."""

import numpy as np


class CachedAttention:
    def __init__(self, w_q, w_k, w_v, w_o, n_heads):
        self.w_q, self.w_k, self.w_v, self.w_o = w_q, w_k, w_v, w_o
        self.n_heads = n_heads
        self.reset()

    @property
    def length(self):
        return len(self.keys)

    def reset(self):
        self.keys = self.values = np.empty((0, self.n_heads, len(self.w_q) // self.n_heads))

    def truncate(self, length):
        self.keys, self.values = self.keys[:length], self.values[:length]

    def step(self, x):
        return self.prefill(x[None]).squeeze(0)

    def prefill(self, x):
        past = self.length
        q, k, v = ((x @ w).reshape(len(x), *self.keys.shape[1:]) for w in (self.w_q, self.w_k, self.w_v))
        self.keys, self.values = np.concatenate([self.keys, k]), np.concatenate([self.values, v])
        scores = np.einsum("thd,shd->hts", q, self.keys) / np.sqrt(q.shape[2])
        seen = np.arange(self.length) <= past + np.arange(len(x))[:, None]
        scores = np.where(seen, scores, -np.inf)
        weights = np.exp(scores)
        mixed = np.einsum("hts,shd->thd", weights / weights.sum(axis=2, keepdims=True), self.values)
        return mixed.reshape(x.shape) @ self.w_o
