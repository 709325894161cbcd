import numpy as np


def layer_norm(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, eps: float, dy: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Layer normalisation over the last axis and its gradients.

    x, dy: (..., d), d >= 1. gamma, beta: (d,). eps > 0. dy is the gradient with respect to y.
    Returns y and dx of x's shape, dgamma and dbeta of shape (d,).
    """
    raise NotImplementedError
