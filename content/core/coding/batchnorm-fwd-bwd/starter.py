class BatchNorm:
    """Normalises each channel (axis 1) over all other axes.

    gamma, beta (C,). running_mean starts at zeros (C,), running_var at ones (C,).
    """

    def __init__(self, gamma, beta, momentum, eps):
        raise NotImplementedError

    def forward(self, x, training):
        """x (N, C) or (N, C, L). Training: batch statistics, and update the running ones. Else: running statistics."""
        raise NotImplementedError

    def backward(self, grad):
        """Gradients of the latest forward, whichever mode it had: {"x": like x, "gamma": (C,), "beta": (C,)}."""
        raise NotImplementedError
