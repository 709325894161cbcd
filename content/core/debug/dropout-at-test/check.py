import numpy as np


def checks(module):
    layer = module.Dropout(0.75, seed=1)
    values = layer.forward(np.ones((200, 200)))
    yield "no-scaling", bool(abs(values.mean() - 1.0) < 0.05)

    draw = np.random.default_rng(5)
    w, x, y = draw.normal(size=(4, 3)), draw.normal(size=(10, 4)), draw.normal(size=(10, 3))
    network = module.Network(w, 0.5, seed=2)
    first, second = (module.evaluate(network.train(), [(x, y)]) for _ in range(2))
    yield "eval-not-entered", first == second

    restored = []
    for flag in (True, False):
        network.train(flag)
        module.evaluate(network, [(x, y)])
        restored.append(network.dropout.training is flag)
    yield "mode-not-restored", all(restored)

    plain = module.Network(w, 0.0, seed=2)
    truth = ((x @ w - y) ** 2).sum() / 10
    cut = module.evaluate(plain, [(x[:8], y[:8]), (x[8:], y[8:])])
    yield "mean-of-means", bool(np.isclose(cut, truth))
