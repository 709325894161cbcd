def loadings(x, k):
    """The first k principal loadings of x, one a row.

    x (n, d) floats, rows are observations, n >= 2, 1 <= k <= min(n, d).
    Row i is the unit direction of the i-th largest variance times the standard deviation (n - 1) along it.
    Returns (k, d); the sign of each row is free.
    """
    raise NotImplementedError
