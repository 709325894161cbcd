"""Checks of the equations."""

import numpy as np
from snippet import patches, vit


def embedding_is_a_convolution():
    rng = np.random.default_rng(1)
    image, kernel = rng.normal(size=(12, 16, 3)), rng.normal(size=(4, 4, 3, 5))
    tokens = patches(image, 4) @ kernel.reshape(-1, 5)
    assert tokens.shape == (12 * 16 // 16, 5)
    strided = [
        np.einsum("abc,abcd->d", image[i : i + 4, j : j + 4], kernel) for i in range(0, 12, 4) for j in range(0, 16, 4)
    ]
    assert np.allclose(tokens, strided)


def blind_to_order_without_positions():
    rng, d = np.random.default_rng(2), 8
    shapes = [(d, 3 * d), (d, d), (d, 4 * d), (4 * d, d)]
    blocks = [[rng.normal(size=s) / np.sqrt(s[0]) for s in shapes] for _ in range(2)]
    tokens, embed, cls = rng.normal(size=(9, 12)), rng.normal(size=(12, d)), rng.normal(size=d)
    position, order = rng.normal(size=(10, d)), rng.permutation(9)
    assert np.allclose(vit(tokens[order], embed, 0, cls, blocks), vit(tokens, embed, 0, cls, blocks))
    moved = vit(tokens[order], embed, position, cls, blocks) - vit(tokens, embed, position, cls, blocks)
    assert np.abs(moved).max() > 0.1


def cost_by_patch_side():
    """Multiplications of one block, counted product by product."""

    def count(height, side, d):
        n = (height // side) ** 2
        products = [(n, d, 3 * d), (n, d, d), (n, d, 4 * d), (n, 4 * d, d), (n, d, n), (n, n, d)]
        return sum(a * b * c for a, b, c in products), 2 * n * n * d

    total, attention = count(224, 16, 768)
    assert total == 12 * 196 * 768**2 + 2 * 196**2 * 768
    assert count(224, 8, 768)[1] == 16 * attention
    assert attention / total < 0.05 and count(224, 4, 768)[1] / count(224, 4, 768)[0] > 0.4


def parameters_of_the_base_model():
    d, depth, n, classes = 768, 12, 196, 1000
    block = 4 * d * d + 4 * d + 8 * d * d + 5 * d + 4 * d  # attention, feed-forward, two norms
    total = (16 * 16 * 3 * d + d) + d + (n + 1) * d + depth * block + 2 * d + d * classes + classes
    assert 86e6 < total < 87e6 and 0.97 < 12 * depth * d * d / total < 1
