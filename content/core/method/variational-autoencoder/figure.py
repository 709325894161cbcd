"""The path of the gradient through a VAE, and the bound touching the evidence at the true posterior."""

import numpy as np
from verify import elbo, log_normal

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def box(x: int, y: int, width: int, words: str, colour: str) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="30" rx="4" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        f'<text x="{x + width // 2}" y="{y + 20}" fill="{colour}" text-anchor="middle">{words}</text>'
    )


def arrow(x1: int, y1: int, x2: int, y2: int, colour: str = INK) -> str:
    dx, dy = np.array([x2 - x1, y2 - y1]) / np.hypot(x2 - x1, y2 - y1)
    left = f"{x2 - 7 * dx + 4 * dy:.1f} {y2 - 7 * dy - 4 * dx:.1f}"
    right = f"{x2 - 7 * dx - 4 * dy:.1f} {y2 - 7 * dy + 4 * dx:.1f}"
    return f'<path d="M{x1} {y1}L{x2} {y2}M{left}L{x2} {y2}L{right}" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def network() -> str:
    parts = [box(20, 96, 34, "x", INK), arrow(54, 111, 76, 111), box(78, 96, 72, "encoder", GREEN)]
    parts += [arrow(150, 104, 180, 84), box(182, 62, 34, "μ", GREEN), arrow(150, 118, 180, 138)]
    parts += [box(182, 124, 34, "σ", GREEN), box(182, 180, 34, "ε", RED)]
    parts += [arrow(216, 82, 244, 103), arrow(216, 138, 244, 118), arrow(216, 190, 252, 129, RED)]
    parts += [box(246, 96, 34, "z", INK), arrow(280, 111, 300, 111), box(302, 96, 72, "decoder", GREEN)]
    parts.append(f'<text x="20" y="20" fill="{INK}">z = μ + σ ε</text>')
    parts.append(f'<text x="20" y="40" fill="{RED}" font-size="12">chance enters by ε only, drawn from N(0, 1)</text>')
    parts.append(f'<text x="302" y="150" fill="{INK}" font-size="12">p(x | z)</text>')
    return "".join(parts)


def bound() -> str:
    x, a, s2 = 1.3, 1.0, 0.5
    evidence = log_normal(x, 0, a**2 + s2)
    centre, width = a * x / (a**2 + s2), np.sqrt(s2 / (a**2 + s2))

    def height(value: float) -> float:
        return 62 + 40 * (evidence - value)

    means = np.linspace(centre - 1.15, centre + 1.15, 61)
    parts = [f'<path d="M410 40V200H575" fill="none" stroke="{FAINT}"/>']
    for scale, colour, dash in [(1.0, GREEN, ""), (1.8, AMBER, "6 4")]:
        values = [height(float(elbo(x, a, s2, m, scale * width))) for m in means]
        points = " ".join(f"{492 + 70 * (m - centre):.1f},{v:.1f}" for m, v in zip(means, values, strict=True))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
    parts.append(f'<path d="M410 {height(evidence):.1f}H575" stroke="{INK}" stroke-width="1.5"/>')
    parts.append(f'<text x="575" y="54" fill="{INK}" font-size="12" text-anchor="end">log p(x)</text>')
    parts.append(f'<text x="410" y="20" fill="{INK}">ELBO</text>')
    parts.append(f'<text x="575" y="218" fill="{INK}" font-size="12" text-anchor="end">mean μ of q</text>')
    parts.append(f'<text x="492" y="160" fill="{GREEN}" font-size="12" text-anchor="middle">right width σ</text>')
    parts.append(f'<text x="492" y="178" fill="{AMBER}" font-size="12" text-anchor="middle">σ too large</text>')
    return "".join(parts)


def svg() -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">'
    return head + network() + bound() + "</svg>"
