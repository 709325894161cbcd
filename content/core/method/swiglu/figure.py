"""Swish beside ReLU, and one gated unit for four values of the other branch."""

import numpy as np
from snippet import swiglu, swish

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def curve(xs, ys, colour: str, dash: str = "") -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys))
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'


def signed(number: int) -> str:
    return str(number).replace("-", "−")


def axes(left: int, zero: float, title: str, below: str, unit: int, levels: tuple[int, ...]) -> str:
    parts = [f'<text x="{left}" y="20" fill="{INK}">{title}</text>']
    parts.append(f'<path d="M{left} {zero}h208M{left + 104} 34v172" stroke="{FAINT}"/>')
    for level in levels:
        y = zero - unit * level
        parts.append(f'<path d="M{left + 101} {y}h6" stroke="{FAINT}"/>')
        parts.append(f'<text x="{left + 97}" y="{y + 4}" fill="{INK}" font-size="11" text-anchor="end">{signed(level)}</text>')
    for z in (-4, 0, 4):
        parts.append(f'<text x="{left + 104 + 24 * z}" y="220" fill="{INK}" font-size="11" text-anchor="middle">{signed(z)}</text>')
    parts.append(f'<text x="{left + 104}" y="236" fill="{INK}" font-size="12" text-anchor="middle">{below}</text>')
    return "".join(parts)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 244" font-family="sans-serif" font-size="13">']
    z = np.linspace(-4, 4, 161)
    parts.append(axes(30, 180, "the gate", "z", 34, (2, 4)))
    parts.append(curve(134 + 24 * z, 180 - 34 * np.maximum(z, 0), FAINT, "6 4"))
    parts.append(curve(134 + 24 * z, 180 - 34 * swish(z), GREEN))
    parts.append(f'<text x="70" y="204" fill="{GREEN}" font-size="12" text-anchor="middle">swish</text>')
    parts.append(f'<text x="150" y="76" fill="{INK}" font-size="12">ReLU</text>')
    parts.append(axes(300, 120, "one unit: swish(a) · b", "gate input a", 10, (-8, -4, 4, 8)))
    one = np.ones((1, 1))
    for b, colour, dash in ((2, GREEN, ""), (1, AMBER, ""), (-1, AMBER, "5 3"), (-2, RED, "5 3")):
        unit = [swiglu(np.array([[a, b]]), one[[0, 0]] * [[1], [0]], one[[0, 0]] * [[0], [1]], one)[0, 0] for a in z]
        parts.append(curve(404 + 24 * z, 120 - 10 * np.array(unit), colour, dash))
        end = 120 - 10 * unit[-1] + 4
        parts.append(f'<text x="506" y="{end:.0f}" fill="{colour}" font-size="12">b = {signed(b)}</text>')
    return "".join(parts) + "</svg>"
