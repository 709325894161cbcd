import numpy as np


def layer_norm(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, eps: float, dy: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    d = x.shape[-1]
    y, dx = np.zeros(x.shape), np.zeros(x.shape)
    dgamma, dbeta = np.zeros(d), np.zeros(d)
    for place in np.ndindex(x.shape[:-1]):
        centred = x[place] - np.mean(x[place])
        scale = 1 / np.sqrt(np.var(x[place]) + eps)
        y[place] = centred * scale * gamma + beta
        jacobian = scale * (np.eye(d) - 1 / d) - scale**3 / d * np.outer(centred, centred)
        dx[place] = jacobian @ (gamma * dy[place])
        dgamma += dy[place] * centred * scale
        dbeta += dy[place]
    return y, dx, dgamma, dbeta
