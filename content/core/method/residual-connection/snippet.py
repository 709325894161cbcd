import numpy as np


def forward(x, layers, residual=True):
    """x (d,), layers a list of (d, d); each block is tanh(W x). Returns every state, input first."""
    states = [x]
    for w in layers:
        change = np.tanh(w @ states[-1])
        states.append(states[-1] + change if residual else change)
    return states


def backward(grad, states, layers, residual=True):
    """grad (d,) at the output; returns the gradients at every state, input first."""
    grads = [grad]
    for w, x in zip(layers[::-1], states[-2::-1], strict=True):
        through = w.T @ ((1 - np.tanh(w @ x) ** 2) * grads[-1])
        grads.append(grads[-1] + through if residual else through)
    return grads[::-1]


rng = np.random.default_rng(0)
layers = [rng.normal(size=(16, 16)) * 0.5 / 4 for _ in range(30)]
x, g = rng.normal(size=16), np.ones(16)
plain = backward(g, forward(x, layers, False), layers, False)[0]
skip = backward(g, forward(x, layers), layers)[0]
assert np.linalg.norm(plain) < 1e-4 < 1e-1 < np.linalg.norm(skip)
