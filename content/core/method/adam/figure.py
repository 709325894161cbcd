"""Gradient descent and Adam on an ill-conditioned quadratic."""

import numpy as np
from snippet import Adam

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
CURVATURE, STEPS = np.array([1.0, 1000.0]), 160


def losses(step) -> list[float]:
    theta, out = np.array([1.0, 1.0]), []
    for _ in range(STEPS):
        out.append(float((CURVATURE * theta**2).sum() / 2))
        theta = step(theta, CURVATURE * theta)
    return out


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 20V210H440" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="14" fill="{INK}">loss</text>')
    parts.append(f'<text x="440" y="232" fill="{INK}" text-anchor="end">step, 0 to {STEPS - 1}</text>')
    for power in (-7, -5, -3, -1, 1, 3):
        parts.append(f'<text x="54" y="{78 - 17 * power}" fill="{INK}" font-size="11" text-anchor="end">1e{power}</text>')
    curves = [("gradient descent", losses(lambda w, g: w - 1e-3 * g), RED, "6 4"), ("Adam", losses(Adam(lr=0.1).step), GREEN, "")]
    for n, (name, values, colour, dash) in enumerate(curves):
        heights = 74 - 17 * np.log10(values)
        points = " ".join(f"{64 + 2.3 * k:.1f},{y:.1f}" for k, y in enumerate(heights))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M446 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="470" y="{66 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    return "".join(parts) + "</svg>"
