"""Four activations and their derivatives."""

import numpy as np
from snippet import gelu, leaky_relu, relu, silu
from verify import slope

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
CURVES = [("ReLU", relu, INK, ""), ("leaky, 0.1", leaky_relu, AMBER, "8 3"), ("GELU", gelu, GREEN, ""), ("SiLU", silu, RED, "5 3")]


def word(x, y, text, colour=INK, anchor="start", size=12):
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{text}</text>'


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    x = np.linspace(-4, 3, 281)
    x = x[np.abs(x) > 1e-9]
    panels = [(40, "value", lambda f: f(x), 180, 46), (320, "derivative", lambda f: slope(f, x), 180, 120)]
    for left, name, of, zero, unit in panels:
        parts.append(word(left, 20, name, size=13))
        parts.append(f'<path d="M{left} {zero}H{left + 231}M{left + 132} 34V212" stroke="{FAINT}" fill="none"/>')
        parts += [word(left + 33 * (t + 4), 228, str(t).replace("-", "−"), anchor="middle", size=11) for t in (-4, -2, 0, 2)]
        parts.append(word(left + 126, zero - unit + 4, "1", anchor="end", size=11))
        parts.append(f'<path d="M{left + 129} {zero - unit}h6" stroke="{FAINT}"/>')
        for _, f, colour, dash in CURVES:
            points = " ".join(f"{left + 33 * (a + 4):.1f},{zero - unit * b:.1f}" for a, b in zip(x, of(f), strict=True))
            style = f' stroke-dasharray="{dash}"' if dash else ""
            parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{style}/>')
    for n, (name, _, colour, dash) in enumerate(CURVES):
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<path d="M48 {52 + 22 * n}h22" stroke="{colour}" stroke-width="2"{style}/>')
        parts.append(word(76, 56 + 22 * n, name, colour))
    return "".join(parts) + "</svg>"
