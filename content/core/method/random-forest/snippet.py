import numpy as np


def tree(x, y, m, rng, depth=8):
    """A regression tree that tries m random features a split: a number, or (feature, threshold, left, right)."""
    n, best = len(y), (0.0,)
    for j in rng.choice(x.shape[1], m, replace=False) if depth and n > 1 else []:
        order = x[:, j].argsort()
        sums, left = y[order].cumsum(), np.arange(1, n)
        gain = sums[:-1] ** 2 / left + (sums[-1] - sums[:-1]) ** 2 / (n - left) - sums[-1] ** 2 / n
        k = np.where(np.diff(x[order, j]) > 0, gain, 0).argmax()
        if x[order[k], j] < x[order[k + 1], j] and gain[k] > best[0] + 1e-12:
            best = gain[k], j, x[order[k : k + 2], j].mean()
    if len(best) == 1:
        return y.mean()
    side = x[:, best[1]] < best[2]
    return *best[1:], tree(x[side], y[side], m, rng, depth - 1), tree(x[~side], y[~side], m, rng, depth - 1)


def predict(t, x):
    return np.where(x[:, t[0]] < t[1], predict(t[2], x), predict(t[3], x)) if isinstance(t, tuple) else t


def forest(x, y, trees, m, rng):
    """Every tree sees its own bootstrap sample; the forest's prediction is their mean."""
    return [tree(x[i], y[i], m, rng) for i in rng.integers(len(y), size=(trees, len(y)))]


x = np.arange(16.0)[:, None]
assert np.allclose(predict(tree(x, x[:, 0] > 7, 1, np.random.default_rng(0)), x), x[:, 0] > 7)
