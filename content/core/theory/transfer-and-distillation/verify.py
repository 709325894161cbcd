"""Checks of the claims about transfer and distillation."""

import numpy as np


def _softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def _fit(x, y, ridge=1e-3):
    return np.linalg.solve(x.T @ x + ridge * np.eye(x.shape[1]), x.T @ y)


def _tasks(seed, outside=0.0, d=50, k=3):
    """Three features shared by thirty source tasks are found from their weights; the target uses them and a part outside."""
    rng = np.random.default_rng(seed)
    basis = np.linalg.qr(rng.normal(size=(d, k)))[0]
    x = rng.normal(size=(400, d))
    source = _fit(x, x @ basis @ rng.normal(size=(k, 30)) + 0.3 * rng.normal(size=(400, 30)))
    learned = np.linalg.svd(source, full_matrices=False)[0][:, :k]
    other = rng.normal(size=d)
    other -= basis @ (basis.T @ other)
    target = basis @ np.array([1.0, -1.0, 1.0]) + outside * other / np.linalg.norm(other)
    return rng, learned, target


def _errors(n, seed, outside=0.0):
    """The squared error of the weights with frozen features and a new head, and with everything fitted from scratch."""
    rng, learned, target = _tasks(seed, outside)
    x = rng.normal(size=(n, len(target)))
    y = x @ target + 0.3 * rng.normal(size=n)
    frozen = learned @ _fit(x @ learned, y)
    return ((frozen - target) ** 2).sum(), ((_fit(x, y) - target) ** 2).sum()


def shared_features_save_labels():
    for seed in range(5):
        frozen, scratch = _errors(20, seed)
        assert frozen < 0.2 * scratch


def head_first_then_all():
    for seed in range(5):
        few_frozen, few_all = _errors(20, seed, outside=0.5)
        many_frozen, many_all = _errors(3000, seed, outside=0.5)
        assert few_frozen < few_all and many_all < many_frozen


def source_can_be_lost_or_hurt():
    rng = np.random.default_rng(7)
    w = rng.normal(size=30)
    near, opposite = w + 0.1 * rng.normal(size=30), -w
    x = rng.normal(size=(15, 30))
    y = x @ w

    def tune(start, rate, steps):
        v = start.copy()
        for _ in range(steps):
            v -= rate * x.T @ (x @ v - y) / len(y)
        return ((v - w) ** 2).sum()

    scratch = tune(np.zeros(30), 0.05, 300)
    assert tune(near, 0.05, 300) < 0.1 * scratch < scratch < tune(opposite, 0.05, 300)
    second = x @ rng.normal(size=30)  # another task: the longer the tuning, the worse the first one
    lost = []
    v = w.copy()
    for _ in range(3):
        for _ in range(20):
            v -= 0.05 * x.T @ (x @ v - second) / len(y)
        lost.append(((x @ v - y) ** 2).mean())
    assert 0 < lost[0] < lost[1] < lost[2]


def temperature_softens():
    z = np.array([9.0, 5.0, 1.0])
    sharp, soft = _softmax(z), _softmax(z / 4)
    assert soft[0] < sharp[0] and soft[1] > 10 * sharp[1] and soft[2] > 100 * sharp[2]
    assert (np.argsort(sharp) == np.argsort(soft)).all()
    assert -(soft * np.log(soft)).sum() > -(sharp * np.log(sharp)).sum()


def gradient_shrinks_with_t_squared():
    rng = np.random.default_rng(8)
    v, z = rng.normal(size=6), rng.normal(size=6)

    def slope(t):
        return (_softmax(z / t) - _softmax(v / t)) / t

    step = np.eye(6)[2] * 1e-6

    def loss(s, t):
        p = _softmax(v / t)
        return (p * np.log(p / _softmax(s / t))).sum()

    assert abs((loss(z + step, 3) - loss(z - step, 3)) / 2e-6 - slope(3)[2]) < 1e-8
    sizes = [np.linalg.norm(slope(t)) * t * t for t in (20, 40, 80)]
    assert np.ptp(sizes) < 0.05 * sizes[0] and np.linalg.norm(slope(40)) < np.linalg.norm(slope(20)) / 3


def soft_targets_are_less_noisy():
    """Logistic regression on a teacher's probabilities comes nearer to the truth than on labels drawn from them."""
    rng = np.random.default_rng(9)
    w = np.array([1.0, -2.0, 0.5])
    soft, hard = [], []
    for _ in range(20):
        x = rng.normal(size=(60, 3))
        p = 1 / (1 + np.exp(-x @ w))
        noisy = 1 / (1 + np.exp(-(x @ w + 0.3 * rng.normal(size=60))))  # a teacher that is not perfect
        for target, errors in ((noisy, soft), ((rng.random(60) < p) * 1.0, hard)):
            v = np.zeros(3)
            for _ in range(15):
                q = 1 / (1 + np.exp(-x @ v))
                v -= np.linalg.solve(
                    (x * (q * (1 - q))[:, None]).T @ x + 0.05 * np.eye(3), x.T @ (q - target) + 0.05 * v
                )
            errors.append(((v - w) ** 2).sum())
    assert np.mean(soft) < 0.3 * np.mean(hard)
