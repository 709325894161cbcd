class CachedAttention:
    """Causal multi-head self-attention that remembers the keys and values of the tokens it has seen.

    w_q, w_k, w_v, w_o: (d, d), applied as x @ w, without bias. n_heads divides d; head h owns
    the d/n_heads columns from h*d/n_heads on.
    length: how many tokens are in the cache.
    """

    def __init__(self, w_q, w_k, w_v, w_o, n_heads):
        raise NotImplementedError

    def prefill(self, x):
        """x (t, d), t >= 0: the next t tokens. Returns (t, d)."""
        raise NotImplementedError

    def step(self, x):
        """x (d,): the next token. Returns (d,)."""
        raise NotImplementedError

    def truncate(self, length):
        """Forget all tokens but the first `length` (0 <= length <= self.length)."""
        raise NotImplementedError

    def reset(self):
        """Forget everything."""
        raise NotImplementedError
