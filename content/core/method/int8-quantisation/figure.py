"""An outlier stretches the grid of everyone; the error of one scale and of a scale for each row."""

import numpy as np
from snippet import quantise, restore

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def ruler(y: int, values: np.ndarray, title: str, colour: str) -> str:
    """Four bits for the eye: fifteen levels over the range of the values."""
    step = np.abs(values).max() / 7
    parts = [f'<text x="30" y="{y - 26}" fill="{colour}" font-size="12">{title}</text>']
    parts.append(f'<path d="M36 {y}H284" stroke="{FAINT}"/>')
    for level in range(-7, 8):
        if abs(level * step) <= 4.2:
            parts.append(f'<path d="M{160 + 29 * level * step:.1f} {y - 8}v16" stroke="{colour}" stroke-width="2"/>')
    for v in values:
        parts.append(f'<circle cx="{160 + 29 * v:.1f}" cy="{y - 14}" r="3" fill="{INK}"/>')
    return "".join(parts)


def error(outlier: float, axis: int | None) -> float:
    """Relative error of the rows that have no outlier."""
    x = np.random.default_rng(3).normal(size=(16, 128))
    x[0, 0] = outlier
    back = restore(*quantise(x, axis=axis))
    return float(np.linalg.norm((back - x)[1:]) / np.linalg.norm(x[1:]))


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    values = np.array([-1.0, -0.72, -0.35, -0.1, 0.2, 0.55, 0.8])
    parts.append(f'<text x="30" y="20" fill="{INK}">15 levels follow the largest value</text>')
    parts.append(ruler(90, values, "without an outlier", GREEN))
    parts.append(ruler(170, np.r_[values, 4.0], "with one", RED))
    parts.append(f'<path d="M370 40V200H570" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="350" y="20" fill="{INK}">relative error of the other rows</text>')
    sizes = np.array([3, 6, 12, 25, 50, 100, 200])
    curves = [("one scale", None, RED, "6 4"), ("one scale a row", 1, GREEN, "")]
    for n, (name, axis, colour, dash) in enumerate(curves):
        heights = [200 - 50 * (np.log10(error(s, axis)) + 2.5) for s in sizes]
        points = " ".join(f"{380 + 30 * k},{y:.1f}" for k, y in enumerate(heights))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M384 {54 + 20 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="408" y="{58 + 20 * n}" fill="{colour}" font-size="12">{name}</text>')
    for power, word in [(-2, "1 %"), (-1, "10 %"), (0, "100 %")]:
        y = 204 - 50 * (power + 2.5)
        parts.append(f'<text x="364" y="{y:.0f}" fill="{INK}" font-size="11" text-anchor="end">{word}</text>')
    for k, s in enumerate(sizes):
        parts.append(f'<text x="{380 + 30 * k}" y="214" fill="{INK}" font-size="10" text-anchor="middle">{s}</text>')
    parts.append(f'<text x="570" y="232" fill="{INK}" font-size="12" text-anchor="end">size of one outlier</text>')
    return "".join(parts) + "</svg>"
