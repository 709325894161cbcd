"""What decay leaves of a weight, against the size of its gradients."""

import numpy as np
from verify import left_over

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 28V200H410" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="16" fill="{INK}">weight left after 2000 steps</text>')
    parts.append(f'<text x="235" y="235" fill="{INK}" text-anchor="middle">size of the gradient noise</text>')
    for share in (0, 0.5, 1):
        parts.append(f'<text x="52" y="{204 - 160 * share:.0f}" fill="{INK}" font-size="11" text-anchor="end">{share}</text>')
    for power in (-1, 0, 1, 2):
        x = 175 + 110 * power
        parts.append(f'<text x="{x}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{10.0**power:g}</text>')
    noise = 10.0 ** np.linspace(-1, 2, 31)
    curves = [("L2 inside Adam", left_over(noise, True), RED, "6 4"), ("AdamW", left_over(noise, False), GREEN, "")]
    for n, (name, left, colour, dash) in enumerate(curves):
        points = " ".join(f"{175 + 110 * np.log10(s):.1f},{200 - 160 * v:.1f}" for s, v in zip(noise, left, strict=True))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M430 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="454" y="{66 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    parts.append(f'<text x="430" y="118" fill="{INK}" font-size="12">η = 0.001, λ = 0.5</text>')
    return "".join(parts) + "</svg>"
