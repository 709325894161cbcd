import numpy as np


def log_softmax(z):
    z = z - z.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def soft_loss(z, teacher, temp):
    """temp² KL(teacher || student) of logits (n, k), mean over the batch, and its gradient in z."""
    log_p, log_q = log_softmax(z / temp), log_softmax(teacher / temp)
    q = np.exp(log_q)
    loss = temp**2 * (q * (log_q - log_p)).sum(axis=1).mean()
    return loss, temp * (np.exp(log_p) - q) / len(z)


def distil_loss(z, labels, teacher, temp=4.0, w=0.7):
    """Labels (n,) at temperature 1, the teacher at temp."""
    hard = -log_softmax(z)[np.arange(len(z)), labels].mean()
    return (1 - w) * hard + w * soft_loss(z, teacher, temp)[0]


rng = np.random.default_rng(0)
teacher, z, labels = 4 * rng.normal(size=(5, 10)), rng.normal(size=(5, 10)), rng.integers(10, size=5)
before = distil_loss(z, labels, teacher)
for _ in range(500):
    z -= 5 * soft_loss(z, teacher, 4.0)[1]
assert soft_loss(z, teacher, 4.0)[0] < 1e-3 and distil_loss(z, labels, teacher, w=1.0) < before
