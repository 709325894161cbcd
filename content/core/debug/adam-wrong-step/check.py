import numpy as np


def run(module, grads, start=1.0, shape=(1, 1), **options):
    value = np.full(shape, start)
    tool = module.AdamW(rate=0.1, **options)
    for grad in grads:
        tool.step({"w": value}, {"w": np.full(shape, grad)})
    return float(value.flat[0])


def checks(module):
    # beta1 = 0 and constant gradients make each step the same, whatever the first moment does
    yield "correction-exponent", bool(np.isclose(run(module, [2.0] * 3, betas=(0.0, 0.9)), 1.0 - 0.3, atol=1e-6))

    # one step at a huge gradient: the moment part is 0.1 whatever the gradient, and the decay must come on top
    yield (
        "decay-through-moments",
        bool(np.isclose(run(module, [1e3], start=4.0, decay=0.5), 4.0 - 0.1 - 0.2, atol=1e-3)),
    )

    yield "eps-inside-root", bool(np.isclose(run(module, [1e-5]), 1.0 - 0.1, atol=1e-3))

    # only the second of two parameters is looked at, after its own first step
    tool = module.AdamW(rate=0.1, betas=(0.5, 0.0))
    params = {"a": np.zeros((1, 1)), "b": np.ones((1, 1))}
    tool.step(params, {"a": np.ones((1, 1)), "b": np.ones((1, 1))})
    yield "shared-count", bool(np.isclose(float(params["b"][0, 0]), 0.9, atol=1e-4))
