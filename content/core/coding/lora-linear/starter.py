class LoRALinear:
    """y = x W^T + bias + (alpha / r) x A^T B^T with W and bias frozen.

    weight (q, p), bias (q,) or None, a (r, p), b (q, r), alpha float.
    weight (attribute): the matrix in force, (q, p): the frozen one, or the sum while merged.
    trainable (attribute): the number of trainable scalars.
    """

    def __init__(self, weight, bias, a, b, alpha):
        raise NotImplementedError

    def forward(self, x):
        """x (..., p) with any number of leading axes -> (..., q). The same whether merged or not."""
        raise NotImplementedError

    def backward(self, x, grad):
        """grad (..., q): the loss gradient at forward(x). Returns {"a": (r, p), "b": (q, r), "x": (..., p)}."""
        raise NotImplementedError

    def merge(self):
        """Fold the adapter into the weight. A second merge changes nothing."""
        raise NotImplementedError

    def unmerge(self):
        """Bring back the frozen weight, exactly. Without a merge it changes nothing."""
        raise NotImplementedError
