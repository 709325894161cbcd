def roc_auc(labels, scores, weights):
    """The weighted probability that a positive outscores a negative; a tie counts one half.

    labels (n,) ints 0 or 1; scores (n,) floats, maybe infinite; weights (n,) floats >= 0. n may be 0.
    Returns a float; NaN when the positives or the negatives weigh nothing.
    """
    raise NotImplementedError
