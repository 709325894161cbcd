def dpo(policy, reference, tokens, mask, beta):
    """Direct preference optimisation for B pairs.

    policy, reference: (2B, T, V) logits; rows 0..B-1 are the chosen replies, rows B..2B-1 the
    rejected ones, in the same order.
    tokens (2B, T) ints; mask (2B, T) bools, true where the token belongs to the reply.
    The logits at position t-1 predict the token at position t; position 0 is never scored.
    Returns (mean loss, margins (B,), gradient of the mean loss with respect to the
    policy's 2B sequence log-probabilities).
    """
    raise NotImplementedError
