"""Size of the signal over depth for three scales of the weights."""

import numpy as np
from snippet import depth

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 30V208H405" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="18" fill="{INK}">root mean square of the pre-activations</text>')
    parts.append(f'<text x="228" y="234" fill="{INK}" text-anchor="middle">layer</text>')
    for layer in (1, 10, 20, 30):
        parts.append(f'<text x="{58 + 11 * layer}" y="221" fill="{INK}" font-size="11" text-anchor="middle">{layer}</text>')
    for power in (-4, -2, 0, 2, 4):
        parts.append(f'<text x="54" y="{123 - 16 * power}" fill="{INK}" font-size="11" text-anchor="end">1e{power}</text>')
    curves = [("1.5 times He", 1.5, AMBER, "8 3"), ("He: variance 2 / n", 1.0, GREEN, "")]
    curves += [("Xavier: variance 1 / n", np.sqrt(0.5), RED, "5 3")]
    for n, (name, gain, colour, dash) in enumerate(curves):
        sizes = np.sqrt(depth(30, 256, gain, np.random.default_rng(7)))
        points = " ".join(f"{69 + 11 * k},{119 - 16 * np.log10(v):.1f}" for k, v in enumerate(sizes))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M418 {72 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="442" y="{76 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    return "".join(parts) + "</svg>"
