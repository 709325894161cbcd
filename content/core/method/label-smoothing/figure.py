"""The loss of one example of ten classes against the gap between the right logit and the others."""

import numpy as np
from snippet import loss_and_grad

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def loss(gap, eps):
    z = np.zeros((1, 10))
    z[0, 0] = gap
    return loss_and_grad(z, np.array([0]), eps)[0]


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 28V196H432" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="18" fill="{INK}">loss, ten classes</text>')
    parts.append(f'<text x="240" y="234" fill="{INK}" text-anchor="middle">logit of the right class minus the others</text>')
    for gap in range(0, 13, 2):
        parts.append(f'<text x="{60 + 30 * gap}" y="212" fill="{INK}" font-size="11" text-anchor="middle">{gap}</text>')
    for level in (0, 1, 2):
        parts.append(f'<text x="52" y="{200 - 68 * level}" fill="{INK}" font-size="11" text-anchor="end">{level}</text>')
    curves = [("ε = 0, one-hot", 0.0, RED, "5 3"), ("ε = 0.1", 0.1, GREEN, ""), ("ε = 0.2", 0.2, AMBER, "9 3")]
    for n, (name, eps, colour, dash) in enumerate(curves):
        points = " ".join(f"{60 + 30 * g:.1f},{196 - 68 * loss(g, eps):.1f}" for g in np.linspace(0, 12, 121))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M446 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="470" y="{66 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
        if eps:
            best = np.log(1 + 10 * (1 - eps) / eps)
            parts.append(f'<circle cx="{60 + 30 * best:.1f}" cy="{196 - 68 * loss(best, eps):.1f}" r="5" fill="{colour}"/>')
    return "".join(parts) + "</svg>"
