"""A bright square, a kernel for vertical edges, and what comes out."""

import numpy as np
from snippet import conv2d

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def word(x, y, text, colour=INK, size=12, anchor="middle"):
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{text}</text>'


def signed(value):
    return f"{value:g}".replace("-", "−")


def cell(x, y, side, fill, opacity=1.0):
    style = f'fill="{fill}" fill-opacity="{opacity}" stroke="{FAINT}" stroke-width="0.6"'
    return f'<rect x="{x}" y="{y}" width="{side}" height="{side}" {style}/>'


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    image, kernel = np.zeros((1, 8, 8)), np.tile([-1.0, 0.0, 1.0], (3, 1))
    image[:, 2:6, 3:6] = 1.0
    out = conv2d(image, kernel[None, None], np.zeros(1))[0]
    i, j, side = 2, 1, 22
    for r, c in np.ndindex(8, 8):
        value = image[0, r, c]
        parts.append(cell(20 + side * c, 36 + side * r, side, "#f2e9c9" if value else "#3c463f"))
        parts.append(word(31 + side * c, 51 + side * r, f"{value:g}", INK if value else "#b9bfae", 11))
    parts.append(f'<rect x="{20 + side * j}" y="{36 + side * i}" width="66" height="66" fill="none" stroke="{AMBER}" stroke-width="3"/>')
    for r, c in np.ndindex(3, 3):
        value = kernel[r, c]
        fill, opacity = (GREEN, 0.45) if value > 0 else (RED, 0.45) if value < 0 else ("#ffffff", 1.0)
        parts.append(cell(246 + 26 * c, 85 + 26 * r, 26, fill, opacity))
        parts.append(word(259 + 26 * c, 102 + 26 * r, signed(value)))
    for r, c in np.ndindex(6, 6):
        value = out[r, c]
        fill = GREEN if value > 0 else RED if value < 0 else "#ffffff"
        parts.append(cell(390 + 26 * c, 46 + 26 * r, 26, fill, abs(value) / 4 if value else 1.0))
        parts.append(word(403 + 26 * c, 63 + 26 * r, signed(value)))
    parts.append(f'<rect x="{390 + 26 * j}" y="{46 + 26 * i}" width="26" height="26" fill="none" stroke="{AMBER}" stroke-width="3"/>')
    parts += [word(108, 22, "image, 8 × 8", size=13), word(285, 22, "kernel, 3 × 3", size=13), word(468, 22, "output, 6 × 6", size=13)]
    parts += [word(221, 129, "∗", size=20), word(357, 130, "=", size=20)]
    words = "The outlined window gives the outlined cell: the sum of nine products."
    parts.append(word(295, 234, words))
    return "".join(parts) + "</svg>"
