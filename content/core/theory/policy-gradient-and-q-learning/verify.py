"""Checks of the claims about policy gradients and Q-learning."""

import numpy as np


def _softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def _scores(theta):
    """Row a is the gradient of log pi(a)."""
    return np.eye(len(theta)) - _softmax(theta)


def random_behaviour_learns_the_optimum():
    """A corridor of six cells, reward at its right end; moves drawn at random teach the values of the best policy."""
    rng, gamma, q = np.random.default_rng(0), 0.9, np.zeros((6, 2))
    s = 0
    for _ in range(6000):
        a = rng.integers(2)
        new = min(max(s + 2 * a - 1, 0), 5)
        done = new == 5
        q[s, a] += 0.5 * (done + gamma * (not done) * q[new].max() - q[s, a])
        s = 0 if done else new
    assert np.allclose(q[:5, 1], gamma ** np.arange(4, -1, -1)) and (q[:5].argmax(1) == 1).all()


def log_probability_times_return():
    """Two moves with a reward for the pair, in exact expectation, against the numerical gradient of the expected return."""
    rng = np.random.default_rng(1)
    reward, theta = rng.normal(size=(3, 3)), rng.normal(size=(2, 3))

    def value(t):
        return _softmax(t[0]) @ reward @ _softmax(t[1])

    p, q = map(_softmax, theta)
    grad = np.zeros((2, 3))
    for a, b in np.ndindex(3, 3):
        grad += p[a] * q[b] * reward[a, b] * np.array([_scores(theta[0])[a], _scores(theta[1])[b]])
    for i in np.ndindex(2, 3):
        step = np.zeros((2, 3))
        step[i] = 1e-6
        assert abs((value(theta + step) - value(theta - step)) / 2e-6 - grad[i]) < 1e-8


def stale_samples_need_weights():
    """Actions drawn from another policy give the wrong gradient, unless each is weighted by pi over the behaviour."""
    rng = np.random.default_rng(4)
    theta, reward, behaviour = np.array([0.5, -1.0, 0.2]), np.array([1.0, 3.0, -2.0]), np.array([0.2, 0.7, 0.1])
    pi, samples = _softmax(theta), reward[:, None] * _scores(theta)
    true, drawn = pi @ samples, rng.choice(3, size=50000, p=behaviour)
    stale, weighted = samples[drawn].mean(0), ((pi / behaviour)[:, None] * samples)[drawn].mean(0)
    assert np.linalg.norm(weighted - true) < 0.05 * np.linalg.norm(true)
    assert np.linalg.norm(stale - true) > 0.5 * np.linalg.norm(true)


def baseline_keeps_the_mean():
    theta, reward = np.array([0.1, -0.4, 0.3]), np.array([10.0, 11.0, 12.0])
    pi, scores = _softmax(theta), _scores(theta)
    assert np.allclose(pi @ scores, 0)
    means, spreads = [], []
    for base in (0.0, pi @ reward):
        samples = (reward - base)[:, None] * scores
        means.append(pi @ samples)
        spreads.append(pi @ ((samples - means[-1]) ** 2).sum(1))
    assert np.allclose(*means) and spreads[1] < 0.05 * spreads[0]


def critic_trades_variance_for_bias():
    """Return of two noisy rewards against first reward plus the critic's value of the second state (true value 2)."""
    rng = np.random.default_rng(2)
    first, second = 1 + rng.normal(size=20000), 2 + 3 * rng.normal(size=20000)
    sampled, right, wrong = first + second, first + 2.0, first + 2.6
    assert right.var() < 0.2 * sampled.var() and abs(right.mean() - 3) < 0.05 and abs(sampled.mean() - 3) < 0.1
    assert wrong.var() < 0.2 * sampled.var() and abs(wrong.mean() - 3.6) < 0.05


def continuous_and_mixed_actions():
    rng, mean = np.random.default_rng(3), 0.0
    for _ in range(400):
        a = mean + 0.5 * rng.normal(size=50)
        reward = -((a - 1.7) ** 2)
        mean += 0.05 * ((reward - reward.mean()) * (a - mean) / 0.25).mean()
    assert abs(mean - 1.7) < 0.1
    pennies = np.array([[1.0, -1.0], [-1.0, 1.0]])
    worst = [(np.array([p, 1 - p]) @ pennies).min() for p in (0.0, 0.5, 1.0)]
    assert worst == [-1, 0, -1], "against an opponent who answers best, only the even mixture loses nothing"


def bootstrapping_can_diverge():
    """Values w and 2w of two states, reward 0, only the step from the first to the second is replayed; then a frozen target."""
    w, gamma = 1.0, 0.9
    for _ in range(100):
        w += 0.1 * (gamma * 2 * w - w)
    assert w > 1000
    w = 1.0
    for _ in range(100):
        w += 0.1 * (gamma * 2 * 1.0 - w)
    assert abs(w - 1.8) < 0.01, "with the target held fixed the same update settles"
