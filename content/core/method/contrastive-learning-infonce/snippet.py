import numpy as np


def info_nce(a, b, temperature):
    """a, b (n, d), row i of one belongs to row i of the other. Returns the loss of finding b from a and its shares."""
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    return from_scores(a @ b.T / temperature)


def from_scores(scores):
    """scores (n, n): softmax along rows; the right answer is on the diagonal."""
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return -np.diag(logs).mean(), np.exp(logs)


rng = np.random.default_rng(0)
thing = rng.normal(size=(64, 16))
views = [thing + 0.3 * rng.normal(size=thing.shape) for _ in range(2)]
loss, shares = info_nce(*views, temperature=0.1)
assert loss < 0.2 and (shares.argmax(axis=1) == np.arange(64)).all()
assert info_nce(*views, temperature=100.0)[0] > 0.99 * np.log(64)  # too warm: all look alike
assert np.isclose(from_scores(np.zeros((64, 64)))[0], np.log(64))
