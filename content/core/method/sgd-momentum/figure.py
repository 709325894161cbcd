"""Paths of plain descent and of momentum over the contours of one quadratic."""

import numpy as np
from snippet import Momentum, descend

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
CURVATURE, START, STEPS, RATE = np.array([1.0, 40.0]), [-1.05, 0.4], 25, 0.045


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    panels = [("plain gradient descent", 0.0, RED), ("momentum, β = 0.6", 0.6, GREEN)]
    for n, (name, beta, colour) in enumerate(panels):
        centre = np.array([215 + 290 * n, 132])
        parts.append(f'<text x="{20 + 290 * n}" y="20" fill="{INK}">{name}</text>')
        for size in (0.3, 0.7, 1.2, 1.8, 2.4):  # the contour's half width
            across = np.linspace(max(-size, -1.12), min(size, 0.35), 60)
            rise = np.sqrt(np.clip(size**2 - across**2, 0, None) / CURVATURE[1])
            for side in (1, -1):
                line = np.stack([across, side * rise], axis=1) * 170 + centre
                points = " ".join(f"{x:.1f},{y:.1f}" for x, y in line)
                parts.append(f'<polyline points="{points}" fill="none" stroke="{FAINT}" stroke-opacity="0.6"/>')
        path = descend(Momentum(RATE, beta), CURVATURE, START, STEPS) * 170 + centre
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in path)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.4" fill="{colour}"/>' for x, y in path]
        parts.append(f'<path d="M{centre[0] - 5} {centre[1]}h10m-5 -5v10" stroke="{INK}" stroke-width="1.5"/>')
    words = "25 steps each, same learning rate; + is the minimum"
    parts.append(f'<text x="295" y="234" fill="{INK}" font-size="12" text-anchor="middle">{words}</text>')
    return "".join(parts) + "</svg>"
