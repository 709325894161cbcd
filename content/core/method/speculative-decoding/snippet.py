import numpy as np


def accept(target, draft, tokens, rng):
    """target (g + 1, V), draft (g, V): the models' distributions along g drafted tokens. Returns those to keep,
    and one more, so drawn that all follow the target."""
    kept = []
    for p, q, token in zip(target, draft, tokens):
        if rng.random() >= p[token] / q[token]:  # accepted with probability min(1, p / q)
            rest = np.maximum(p - q, 0)
            return [*kept, int(rng.choice(len(p), p=rest / rest.sum()))]
        kept.append(int(token))
    return [*kept, int(rng.choice(target.shape[1], p=target[-1]))]  # all accepted: one more for nothing


def speculate(target, draft, state, n, gamma, rng):
    """Two bigram models (V, V); returns n tokens after `state`, and how often the target was run."""
    out, runs = [], 0
    while len(out) < n:
        guess = [out[-1] if out else state]
        for _ in range(gamma):
            guess.append(int(rng.choice(len(draft), p=draft[guess[-1]])))
        out += accept(target[guess], draft[guess[:-1]], guess[1:], rng)
        runs += 1
    return out[:n], runs


model = np.array([[0.7, 0.3], [0.4, 0.6]])
assert speculate(model, model, 0, 40, 4, np.random.default_rng(0))[1] == 8  # a perfect draft: 5 tokens a run
