import numpy as np


def clip_by_global_norm(grads, c):
    """grads is a list of arrays; returns the clipped list and the norm before clipping, which is worth logging."""
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    if not np.isfinite(norm):
        raise ValueError("the gradient is not finite: skip this step")
    factor = min(1.0, c / max(norm, 1e-12))
    return [g * factor for g in grads], norm


def descend(w, grad, lr, c, steps):
    """The path of gradient descent on one number, clipped at c."""
    path = [w]
    for _ in range(steps):
        (g,), _ = clip_by_global_norm([np.array(grad(path[-1]))], c)
        path.append(float(path[-1] - lr * g))
    return path


def grad(w):  # of (w**30 - 1)**2, a linear unit unrolled over 30 steps that should keep its state
    return 60 * (w**30 - 1) * w**29


path = descend(1.2, grad, lr=0.01, c=1.0, steps=60)
assert max(np.abs(np.diff(path))) <= 0.01 + 1e-12
assert abs(path[-1] - 1) < 0.011  # hovers at the minimum; without clipping the first step leads to -28 000
