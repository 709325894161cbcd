"""Norm of the gradient by layer, with and without residual connections."""

import numpy as np
from snippet import backward, forward

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
DEPTH, WIDTH = 40, 32


def norms(residual: bool) -> np.ndarray:
    rng = np.random.default_rng(7)
    layers = [rng.normal(size=(WIDTH, WIDTH)) * 0.6 / np.sqrt(WIDTH) for _ in range(DEPTH)]
    states = forward(rng.normal(size=WIDTH), layers, residual)
    end = np.ones(WIDTH) / np.sqrt(WIDTH)
    return np.linalg.norm(backward(end, states, layers, residual), axis=1)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 20V210H440" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="14" fill="{INK}">norm of the gradient</text><text x="60" y="232" fill="{INK}" font-size="12">input</text>')
    parts.append(f'<text x="440" y="232" fill="{INK}" font-size="12" text-anchor="end">output, layer {DEPTH}</text>')
    for power in (-8, -6, -4, -2, 0):
        parts.append(f'<text x="54" y="{54 - 18 * power}" fill="{INK}" font-size="11" text-anchor="end">1e{power}</text>')
    for n, (name, residual, colour) in enumerate([("plain", False, RED), ("residual", True, GREEN)]):
        heights = 50 - 18 * np.log10(norms(residual))
        points = " ".join(f"{64 + 9 * k},{y:.1f}" for k, y in enumerate(heights))
        style = "" if residual else ' stroke-dasharray="6 4"'
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M446 {102 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="470" y="{106 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    return "".join(parts) + "</svg>"
