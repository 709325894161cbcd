"""A picture cut into patches, laid out as a row of tokens; cost of a block against the side of a patch."""

import numpy as np
from snippet import patches

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def picture() -> np.ndarray:
    """Sixteen by sixteen: a sun above hills, as shades from 0 to 1."""
    y, x = np.mgrid[0:16, 0:16] / 15
    sky = 0.15 + 0.25 * y
    hills = y > 0.62 + 0.12 * np.sin(7 * x)
    sun = (x - 0.7) ** 2 + (y - 0.28) ** 2 < 0.03
    return np.where(sun, 0.0, np.where(hills, 0.85 - 0.3 * np.abs(x - 0.4), sky))[..., None]


def tile(left: float, top: float, pixels: np.ndarray, size: float) -> str:
    parts = []
    for k, shade in enumerate(pixels):
        place = f'x="{left + size * (k % 4):.1f}" y="{top + size * (k // 4):.1f}" width="{size}" height="{size}"'
        parts.append(f'<rect {place} fill="{GREEN}" fill-opacity="{0.08 + 0.9 * shade:.2f}"/>')
    frame = f'x="{left}" y="{top}" width="{4 * size}" height="{4 * size}"'
    return "".join(parts) + f'<rect {frame} fill="none" stroke="{INK}" stroke-width="0.8"/>'


def tokens() -> str:
    parts = [f'<text x="24" y="20" fill="{INK}">16 patches become 16 tokens</text>']
    pieces = patches(picture(), 4)
    for k, piece in enumerate(pieces):
        parts.append(tile(24 + 34 * (k % 4), 32 + 34 * (k // 4), piece, 7.0))
        parts.append(tile(44 + 16.5 * k, 186, piece, 3.4))
    parts.append(f'<rect x="24" y="186" width="13.6" height="13.6" fill="{AMBER}" stroke="{INK}" stroke-width="0.8"/>')
    parts.append(f'<path d="M92 170v10m-4 -5l4 5l4 -5" fill="none" stroke="{INK}"/>')
    parts.append(f'<text x="24" y="220" fill="{AMBER}" font-size="12">class token</text>')
    parts.append(f'<text x="106" y="220" fill="{INK}" font-size="12">+ a position each, then a transformer</text>')
    parts.append(f'<text x="176" y="84" fill="{INK}" font-size="12">each flattened</text>')
    parts.append(f'<text x="176" y="100" fill="{INK}" font-size="12">and mapped by</text>')
    parts.append(f'<text x="176" y="116" fill="{INK}" font-size="12">one matrix</text>')
    return "".join(parts)


def costs() -> str:
    sides, d = [32, 16, 8, 4], 768
    parts = [f'<path d="M390 40V200H575" fill="none" stroke="{FAINT}"/>']
    parts.append(f'<text x="350" y="20" fill="{INK}">multiplications in a block</text>')
    for power in (6, 8, 10):
        y = 200 - 28 * (power - 6)
        parts.append(f'<text x="384" y="{y + 4}" fill="{INK}" font-size="11" text-anchor="end">1e{power}</text>')
        parts.append(f'<path d="M390 {y}H575" stroke="{FAINT}" stroke-opacity="0.4"/>')
    counts = [(224 // side) ** 2 for side in sides]
    curves = [
        ("linear maps", [12 * n * d * d for n in counts], GREEN, "", 416, 76),
        ("attention", [2 * n * n * d for n in counts], RED, "6 4", 500, 164),
    ]
    for name, values, colour, dash, left, top in curves:
        heights = [200 - 28 * (np.log10(v) - 6) for v in values]
        points = " ".join(f"{416 + 45 * k},{y:.1f}" for k, y in enumerate(heights))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="{left}" y="{top}" fill="{colour}" font-size="12">{name}</text>')
    for k, side in enumerate(sides):
        parts.append(f'<text x="{416 + 45 * k}" y="214" fill="{INK}" font-size="11" text-anchor="middle">{side}</text>')
    words = "side of a patch, 224 × 224 image"
    parts.append(f'<text x="575" y="232" fill="{INK}" font-size="12" text-anchor="end">{words}</text>')
    return "".join(parts)


def svg() -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">'
    return head + tokens() + costs() + "</svg>"
