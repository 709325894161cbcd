import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def dpo(chosen, rejected, ref_chosen, ref_rejected, beta):
    """Log-probabilities (n,) of whole answers, summed over their tokens. Mean loss, and its gradient at `chosen`."""
    margin = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return np.logaddexp(0, -margin).mean(), -beta * sigmoid(-margin) / len(margin)  # at `rejected`: the opposite


def train(reference, reward, beta, steps=2000):
    """One prompt with m answers: logits (m,) trained on the preferences that the rewards (m,) imply."""
    logits = reference.copy()
    prefers = sigmoid(reward[:, None] - reward)  # Bradley and Terry: how often row beats column
    for _ in range(steps):
        margin = beta * (logits - reference)[:, None] - beta * (logits - reference)
        logits -= (sigmoid(margin) - prefers).sum(axis=1) / beta / len(logits)
    return logits


reference, reward = np.array([0.0, 1.0, 0.5]), np.array([2.0, 0.0, 1.0])
found = np.exp(train(reference, reward, 0.7))
wanted = np.exp(reference + reward / 0.7)  # the closed form, without its constant
assert np.allclose(found / found.sum(), wanted / wanted.sum())
same = np.log([0.2, 0.5])
assert np.isclose(dpo(same, same - 1, same, same - 1, 0.1)[0], np.log(2))  # where training starts
