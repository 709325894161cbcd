"""Softmax weights over eight keys, unscaled at two dimensions and scaled."""

import numpy as np

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def svg() -> str:
    direction = np.random.default_rng(9).normal(size=8)  # scores of variance 1; unscaled they grow by the root of d
    groups = [
        ("d = 4, unscaled", direction * 2, AMBER),
        ("d = 256, unscaled", direction * 16, RED),
        ("any d, scaled", direction, GREEN),
    ]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    for mark in (0, 0.5, 1):
        y = 200 - 165 * mark
        parts.append(f'<path d="M50 {y:.1f}H440" stroke="{FAINT}" stroke-opacity="{0.4 if mark else 1}"/>')
        parts.append(f'<text x="44" y="{y + 4:.1f}" fill="{INK}" font-size="11" text-anchor="end">{mark:g}</text>')
    parts.append(f'<path d="M50 20V200" stroke="{FAINT}"/>')
    parts.append(f'<text x="50" y="14" fill="{INK}">weight</text>')
    parts.append(f'<text x="440" y="234" fill="{INK}" font-size="12" text-anchor="end">the eight keys</text>')
    for n, (name, scores, colour) in enumerate(groups):
        weights = np.exp(scores - scores.max())
        weights /= weights.sum()
        for k, w in enumerate(weights):
            place = f'x="{58 + 48 * k + 12 * n}" y="{200 - 165 * w:.1f}" width="11" height="{165 * w:.1f}"'
            parts.append(f'<rect {place} fill="{colour}"/>')
        parts.append(f'<rect x="452" y="{56 + 24 * n}" width="11" height="11" fill="{colour}"/>')
        parts.append(f'<text x="470" y="{66 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    for k in range(8):
        parts.append(f'<text x="{76 + 48 * k}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{k + 1}</text>')
    return "".join(parts) + "</svg>"
