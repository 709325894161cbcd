import numpy as np


def checks(module):
    draw = np.random.default_rng(3)
    q, k, v = draw.normal(size=(3, 2, 5, 2, 4))
    before = module.attend(q, k, v, [5, 5])
    k2, v2 = k.copy(), v.copy()
    k2[:, 3:] += 5.0
    v2[:, 3:] -= 7.0
    yield "off-by-one", bool(np.allclose(before[:, :3], module.attend(q, k2, v2, [5, 5])[:, :3]))

    mask = module.visible([2, 5], 5)
    hidden = not mask[0, :, 2:].any() and bool(mask[0, 2:, :2].all())
    yield "padding-axis", hidden

    one = np.zeros((1, 2, 2, 4))
    one[..., 0] = 2.0
    one[0, 0, :, 0] = -2.0
    last = module.attend(one, one, np.broadcast_to(np.arange(2.0)[None, :, None, None], one.shape), [2])[0, 1, 0, 0]
    yield "model-width", bool(np.isclose(last, 1 / (1 + np.exp(-4.0))))
