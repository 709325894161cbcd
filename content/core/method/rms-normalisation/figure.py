"""Twelve points of the plane before and after, with and without the mean removed."""

import numpy as np
from snippet import layer_norm, rms_norm

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
UNIT = 36


def panel(cx: int, cy: int, title: str, points, moved, colour: str) -> str:
    parts = [f'<text x="{cx}" y="20" fill="{colour}" font-size="14" text-anchor="middle">{title}</text>']
    parts.append(f'<path d="M{cx - 125} {cy}h250M{cx} {cy - 92}v184" stroke="{FAINT}" stroke-opacity="0.5"/>')
    parts.append(f'<circle cx="{cx}" cy="{cy}" r="{UNIT * 2**0.5:.1f}" fill="none" stroke="{FAINT}" stroke-dasharray="4 3"/>')
    for (a, b), (c, d) in zip(points, moved):
        x, y, u, v = cx + UNIT * a, cy - UNIT * b, cx + UNIT * c, cy - UNIT * d
        parts.append(f'<path d="M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}" stroke="{FAINT}"/>')
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#fffcf5" stroke="{INK}"/>')
        parts.append(f'<circle cx="{u:.1f}" cy="{v:.1f}" r="5" fill="{colour}"/>')
    return "".join(parts)


def svg() -> str:
    rng = np.random.default_rng(8)
    angles = np.linspace(0.1, 2 * np.pi + 0.1, 12, endpoint=False)
    length = rng.uniform(0.5, 2.4, size=12)
    points = length[:, None] * np.stack([1.3 * np.cos(angles), np.sin(angles)], axis=1)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    parts.append(panel(150, 124, "RMS norm: onto a circle", points, rms_norm(points), GREEN))
    parts.append(panel(440, 124, "layer norm: onto two points", points, layer_norm(points), AMBER))
    parts.append(f'<circle cx="200" cy="236" r="4" fill="#fffcf5" stroke="{INK}"/>')
    parts.append(f'<text x="210" y="240" fill="{INK}" font-size="12">before (two features)</text>')
    parts.append(f'<circle cx="350" cy="236" r="5" fill="{INK}"/>')
    parts.append(f'<text x="361" y="240" fill="{INK}" font-size="12">after</text>')
    return "".join(parts) + "</svg>"
