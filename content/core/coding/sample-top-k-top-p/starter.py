import numpy as np


def sample_tokens(logits: np.ndarray, temperature: float, top_k: int, top_p: float, u: np.ndarray) -> list[int]:
    """One token id for each uniform number in u, after temperature, then top-k, then top-p.

    logits: (V,), V >= 1, may hold -inf. temperature >= 0 (0: greedy). top_k >= 0 (0: off). 0 < top_p <= 1.
    u: (m,) in [0, 1). Tokens rank by falling logit, equal logits by rising id.
    """
    raise NotImplementedError
