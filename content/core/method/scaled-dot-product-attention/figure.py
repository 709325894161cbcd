"""Softmax weights over eight keys, unscaled at two dimensions and scaled."""

import numpy as np

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def svg() -> str:
    rng = np.random.default_rng(7)
    direction = rng.normal(size=8)
    curves = [
        ("d = 4, unscaled", direction * 2, AMBER, "6 4"),
        ("d = 256, unscaled", direction * 16, RED, "2 4"),
        ("any d, scaled", direction, GREEN, ""),
    ]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M50 20V210H440" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="50" y="14" fill="{INK}">weight</text><text x="400" y="232" fill="{INK}">key</text>')
    for n, (name, scores, colour, dash) in enumerate(curves):
        weights = np.exp(scores - scores.max())
        weights /= weights.sum()
        points = " ".join(f"{60 + 52 * k:.0f},{210 - 180 * w:.1f}" for k, w in enumerate(weights))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M446 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="470" y="{66 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    return "".join(parts) + "</svg>"
