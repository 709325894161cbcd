def int8_linear(x, weight, bias):
    """x W^T + bias with both factors rounded to int8 by absolute maximum.

    x (n, p) floats: one scale a row, found at run time. weight (q, p) floats: one scale a row, that is
    an output channel. bias (q,).
    scale = max |row| / 127 (1.0 for a row of zeros); integers = row / scale, rounded half to even.
    Returns (y (n, q), integer weights (q, p), weight scales (q,), error bound (n, q)).
    """
    raise NotImplementedError
