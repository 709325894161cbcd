def gqa(q, k, v, causal):
    """Attention in which groups of query heads share one key/value head.

    q (H, T, d), k (K, S, d), v (K, S, e) floats; K divides H; query head h uses key/value head h // (H // K).
    causal: the T queries are the last T of the S positions (T <= S); query i sees keys 0 .. S - T + i.
    Returns (H, T, e).
    """
    raise NotImplementedError
