"""Lloyd's algorithm from a poor start: three rounds of it, with the objective."""

import numpy as np
from snippet import distances, lloyd

INK, FAINT, COLOURS = "#1d241f", "#8d8672", ("#1c6446", "#b07a1e", "#9c2f1b")


def panel(left: int, title: str, x: np.ndarray, centres: np.ndarray) -> str:
    near = distances(x, centres)
    parts = [f'<rect x="{left}" y="34" width="170" height="160" fill="none" stroke="{FAINT}"/>']
    parts.append(f'<text x="{left}" y="24" fill="{INK}">{title}</text>')
    parts.append(f'<text x="{left}" y="216" fill="{INK}" font-size="12">objective {near.min(axis=1).sum():.0f}</text>')
    for (a, b), label in zip(x, near.argmin(axis=1), strict=True):
        cx, cy = left + 85 + 22 * a, 114 - 22 * b
        shape = [
            f"M{cx - 2.7:.1f} {cy:.1f}a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0",
            f"M{cx - 2.4:.1f} {cy - 2.4:.1f}h4.8v4.8h-4.8z",
            f"M{cx:.1f} {cy - 3.4:.1f}l3.2 5.6h-6.4z",
        ]
        parts.append(f'<path d="{shape[label]}" fill="{COLOURS[label]}"/>')
    for (a, b), colour in zip(centres, COLOURS, strict=True):
        cx, cy = left + 85 + 22 * a, 114 - 22 * b
        cross = f"M{cx - 7:.1f} {cy - 7:.1f}l14 14m0 -14l-14 14"
        parts.append(f'<path d="{cross}" stroke="#ffffff" stroke-width="6"/>')
        parts.append(f'<path d="{cross}" stroke="{colour}" stroke-width="3.5"/>')
    return "".join(parts)


def svg() -> str:
    rng = np.random.default_rng(3)
    x = np.vstack([rng.normal(m, 0.55, size=(28, 2)) for m in ((-2.0, -1.2), (2.1, -1.3), (0.1, 2.0))])
    start = x[[3, 11, 20]]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    for n, (title, rounds) in enumerate([("start, all in one group", 0), ("after 1 round", 1), ("at the end", 50)]):
        parts.append(panel(20 + 190 * n, title, x, lloyd(x, start, rounds)[0]))
    return "".join(parts) + "</svg>"
