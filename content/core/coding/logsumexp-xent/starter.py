def cross_entropy(logits, targets, smoothing, ignore_index):
    """Mean cross-entropy of softmax(logits) against smoothed targets, and its gradient.

    logits (n, C) floats; targets (n,) ints in [0, C) or equal to ignore_index; smoothing in [0, 1].
    The target law of a row puts 1 - smoothing on the class and spreads smoothing evenly over all C classes.
    Returns (loss, gradient with respect to logits (n, C)); ignored rows count for nothing.
    """
    raise NotImplementedError
