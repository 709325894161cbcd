"""Two pairs turning with the position, and how the score of equal vectors falls with distance."""

import numpy as np
from snippet import frequencies, rope

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"


def dial(cx: int, cy: int, pair: int, name: str, colour: str) -> str:
    """Pair `pair` of an eight-dimensional vector at the positions 0 to 5."""
    x = np.zeros((6, 8))
    x[:, 2 * pair] = 1
    turned = rope(x, np.arange(6))[:, 2 * pair : 2 * pair + 2]
    parts = [f'<circle cx="{cx}" cy="{cy}" r="58" fill="none" stroke="{FAINT}"/>']
    for m, (a, b) in enumerate(turned):
        tip = f"{cx + 58 * a:.1f} {cy - 58 * b:.1f}"
        parts.append(f'<path d="M{cx} {cy}L{tip}" stroke="{colour}" stroke-width="2" opacity="{1 - 0.13 * m:.2f}"/>')
        if pair == 0 or m in (0, 5):
            at = f'x="{cx + 68 * a:.1f}" y="{cy - 68 * b + 4:.1f}"'
            parts.append(f'<text {at} fill="{INK}" font-size="11" text-anchor="middle">{m}</text>')
    parts.append(f'<text x="{cx}" y="{cy + 92}" fill="{colour}" font-size="12" text-anchor="middle">{name}</text>')
    return "".join(parts)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="20" y="20" fill="{INK}">two pairs at positions 0 to 5, d = 8</text>')
    theta = frequencies(8)
    parts.append(dial(88, 118, 0, f"pair 0, θ = {theta[0]:g}", GREEN))
    parts.append(dial(236, 118, 1, f"pair 1, θ = {theta[1]:g}", AMBER))
    offsets, ones = np.arange(0, 257), np.ones((257, 64))
    scores = (rope(ones, offsets) @ ones[0]) / 64  # the vector at position 0 against itself further on
    points = " ".join(f"{340 + 0.88 * n:.1f},{190 - 150 * s:.1f}" for n, s in zip(offsets, scores))
    parts.append(f'<path d="M340 34V190H570" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<polyline points="{points}" fill="none" stroke="{GREEN}" stroke-width="2"/>')
    parts.append(f'<text x="346" y="20" fill="{INK}">score of equal vectors, d = 64</text>')
    for n in (0, 128, 256):
        parts.append(f'<text x="{340 + 0.88 * n:.0f}" y="206" fill="{INK}" font-size="11" text-anchor="middle">{n}</text>')
    for s in (0, 1):
        parts.append(f'<text x="334" y="{194 - 150 * s}" fill="{INK}" font-size="11" text-anchor="end">{s}</text>')
    parts.append(f'<text x="455" y="226" fill="{INK}" font-size="12" text-anchor="middle">offset n − m</text>')
    return "".join(parts) + "</svg>"
