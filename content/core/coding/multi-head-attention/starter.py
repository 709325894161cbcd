import numpy as np


def multi_head_attention(x: np.ndarray, weights: tuple[np.ndarray, ...], n_heads: int, causal: bool) -> np.ndarray:
    """Multi-head self-attention without biases.

    x: (b, t, d). weights: (Wq, Wk, Wv, Wo), each (d, d), applied as x @ W. n_heads divides d.
    Head i owns columns i * d / n_heads up to (i + 1) * d / n_heads. Returns (b, t, d).
    """
    raise NotImplementedError
