import numpy as np


def svm(kernel, y, c, tol=1e-6):
    """kernel (n, n), y of +1 and -1; solves the dual by pairs of points. Returns alpha (n,) and the bias."""
    alpha, slope = np.zeros(len(y)), np.ones(len(y))  # slope: of the dual objective along each alpha
    while True:
        pull = y * slope
        can_rise = np.where(y > 0, alpha < c, alpha > 0)
        can_fall = np.where(y > 0, alpha > 0, alpha < c)
        i = np.where(can_rise, pull, -np.inf).argmax()
        j = np.where(can_fall, pull, np.inf).argmin()
        if pull[i] - pull[j] < tol:
            return alpha, (pull[i] + pull[j]) / 2
        step = (pull[i] - pull[j]) / max(kernel[i, i] + kernel[j, j] - 2 * kernel[i, j], 1e-12)
        step = min(step, c - alpha[i] if y[i] > 0 else alpha[i], alpha[j] if y[j] > 0 else c - alpha[j])
        alpha[i] += y[i] * step
        alpha[j] -= y[j] * step
        alpha = np.where(np.abs(alpha - c) < 1e-12 * c, c, np.where(alpha < 1e-12 * c, 0, alpha))
        slope -= y * (kernel[i] - kernel[j]) * step


x, y = np.array([[0.0], [1.0], [3.0], [7.0]]), np.array([-1.0, -1.0, 1.0, 1.0])
alpha, bias = svm(x @ x.T, y, c=1e3)
assert np.allclose(alpha, [0, 0.5, 0.5, 0]) and np.isclose(bias, -2)  # only 1 and 3 count; the border is at 2
