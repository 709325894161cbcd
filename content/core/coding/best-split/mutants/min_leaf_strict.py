"""Wrong on purpose: see `mutants.min-leaf-strict` in item.toml."""

from collections import Counter


def impurity(labels):
    return 1 - sum((count / len(labels)) ** 2 for count in Counter(labels).values())


def best_split(x, y, min_leaf):
    labels = y.tolist()
    best, most = None, 0.0
    for feature in range(x.shape[1]):
        values = sorted(set(x[:, feature].tolist()))
        for low, high in zip(values, values[1:], strict=False):
            threshold = (low + high) / 2
            goes_left = (x[:, feature] <= threshold).tolist()
            left = [label for label, side in zip(labels, goes_left, strict=True) if side]
            right = [label for label, side in zip(labels, goes_left, strict=True) if not side]
            if min(len(left), len(right)) <= min_leaf:
                continue
            after = (len(left) * impurity(left) + len(right) * impurity(right)) / len(labels)
            gain = impurity(labels) - after
            if gain > most + 1e-12:
                best, most = (feature, threshold, gain), gain
    return best
