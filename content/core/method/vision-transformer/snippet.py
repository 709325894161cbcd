import numpy as np


def patches(image, side):
    """image (H, W, C) to tokens (H W / side squared, side squared C), row by row of patches."""
    cut = image.reshape(len(image) // side, side, -1, side, image.shape[2])
    return cut.swapaxes(1, 2).reshape(-1, side * side * image.shape[2])


def norm(x):
    return (x - x.mean(axis=-1, keepdims=True)) / x.std(axis=-1, keepdims=True)


def block(x, qkv, out, up, down):
    """One pre-norm transformer block of a single head; every token may look at every other."""
    q, k, v = np.split(norm(x) @ qkv, 3, axis=1)
    scores = np.exp(q @ k.T / np.sqrt(q.shape[1]))
    x = x + scores / scores.sum(axis=1, keepdims=True) @ v @ out
    return x + np.maximum(norm(x) @ up, 0) @ down


def vit(tokens, embed, position, cls, blocks):
    """position: 0 or (1 + N, d). Returns the class token after the last block."""
    x = np.vstack([cls, tokens @ embed]) + position
    for weights in blocks:
        x = block(x, *weights)
    return norm(x)[0]


assert patches(np.arange(48).reshape(4, 4, 3), 2)[1, 0] == 6 and patches(np.ones((224, 224, 3)), 16).shape == (196, 768)
