def best_split(x, y, min_leaf):
    """The split x[:, feature] <= threshold that lowers the Gini impurity most.

    x (n, d) floats; y (n,) ints, any values; each side must hold at least min_leaf >= 1 rows.
    Returns (feature, threshold, gain), or None when no split gains more than 1e-12.
    """
    raise NotImplementedError
