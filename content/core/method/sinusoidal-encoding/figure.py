"""Four pairs of the code along the positions, and the dot product of one code with all others."""

import numpy as np
from snippet import encoding, frequencies

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
D, LAST = 24, 48


def curve(xs, ys, colour: str, dash: str = "") -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys))
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="20" y="18" fill="{INK}">four pairs, d = {D}:</text>')
    parts.append(f'<text x="150" y="18" fill="{GREEN}">sine</text><text x="184" y="18" fill="{AMBER}">cosine</text>')
    fine = np.linspace(0, LAST, 241)
    codes = encoding(fine, D)
    for row, j in enumerate((0, 2, 4, 6)):
        y = 52 + 48 * row
        xs = 74 + 4.2 * fine
        parts.append(f'<path d="M74 {y}H{74 + 4.2 * LAST:.0f}" stroke="{FAINT}"/>')
        parts.append(curve(xs, y - 18 * codes[:, 2 * j + 1], AMBER, ' stroke-dasharray="5 3"'))
        parts.append(curve(xs, y - 18 * codes[:, 2 * j], GREEN))
        parts.append(f'<text x="14" y="{y + 4}" fill="{INK}" font-size="11">θ = {frequencies(D)[j]:.3f}</text>')
    for n in (0, 24, LAST):
        parts.append(f'<text x="{74 + 4.2 * n:.0f}" y="232" fill="{INK}" font-size="11" text-anchor="middle">{n}</text>')
    parts.append(f'<text x="175" y="246" fill="{INK}" font-size="12" text-anchor="middle">position</text>')

    dots = encoding(np.arange(129), 64) @ encoding([64], 64)[0]
    parts.append(f'<text x="316" y="18" fill="{INK}">dot product with code 64, d = 64</text>')
    parts.append(f'<path d="M340 34V214H584" fill="none" stroke="{FAINT}"/>')
    parts.append(curve(340 + 1.85 * np.arange(129), 214 - 5.4 * dots, GREEN))
    for n in (0, 64, 128):
        parts.append(f'<text x="{340 + 1.85 * n:.0f}" y="232" fill="{INK}" font-size="11" text-anchor="middle">{n}</text>')
    for v in (0, 16, 32):
        parts.append(f'<text x="334" y="{218 - 5.4 * v:.0f}" fill="{INK}" font-size="11" text-anchor="end">{v}</text>')
    parts.append(f'<text x="458" y="246" fill="{INK}" font-size="12" text-anchor="middle">position</text>')
    return "".join(parts) + "</svg>"
