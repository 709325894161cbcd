"""A fitted curve of probabilities, and the slope on separable data with and without a ridge."""

import numpy as np
from snippet import newton, sigmoid

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def fitted() -> str:
    rng = np.random.default_rng(4)
    x = rng.uniform(-4, 4, size=60)
    y = (rng.random(60) < sigmoid(1.4 * x - 0.5)).astype(float)
    w = newton(np.c_[np.ones(60), x], y)
    parts = [f'<path d="M50 40V200H270" fill="none" stroke="{FAINT}"/>']
    for a, b in zip(x, y, strict=True):
        place, fill = f'cx="{160 + 26 * a:.1f}" cy="{190 - 140 * b:.1f}"', GREEN if b else AMBER
        parts.append(f'<circle {place} r="3.5" fill="{fill}" fill-opacity="0.6"/>')
    grid = np.linspace(-4.1, 4.1, 83)
    points = " ".join(f"{160 + 26 * a:.1f},{190 - 140 * sigmoid(w[0] + w[1] * a):.1f}" for a in grid)
    parts.append(f'<polyline points="{points}" fill="none" stroke="{INK}" stroke-width="2.5"/>')
    border = 160 - 26 * w[0] / w[1]
    parts.append(f'<path d="M{border:.1f} 44V200M50 120H{border:.1f}" stroke="{FAINT}" stroke-dasharray="3 3"/>')
    for mark in (0, 0.5, 1):
        parts.append(f'<text x="44" y="{194 - 140 * mark:.0f}" fill="{INK}" font-size="11" text-anchor="end">{mark}</text>')
    parts.append(f'<text x="50" y="20" fill="{INK}">probability of class 1</text>')
    parts.append(f'<text x="{border:.1f}" y="218" fill="{INK}" font-size="12" text-anchor="middle">boundary</text>')
    return "".join(parts)


def separable() -> str:
    x = np.c_[np.ones(8), [-4.0, -3, -2, -1, 1, 2, 3, 4]]
    y = (x[:, 1] > 0).astype(float)
    parts = [f'<path d="M350 40V200H570" fill="none" stroke="{FAINT}"/>']
    parts.append(f'<text x="350" y="20" fill="{INK}">slope on separable data</text>')
    parts.append(f'<text x="570" y="218" fill="{INK}" font-size="12" text-anchor="end">Newton steps, 0 to 12</text>')
    for mark in (5, 10):
        parts.append(f'<text x="344" y="{204 - 11 * mark}" fill="{INK}" font-size="11" text-anchor="end">{mark}</text>')
    for n, (name, ridge, colour, dash) in enumerate([("no penalty", 0.0, RED, "6 4"), ("ridge 0.1", 0.1, GREEN, "")]):
        slopes = [newton(x, y, ridge, k)[1] for k in range(13)]
        style = f' stroke-dasharray="{dash}"' if dash else ""
        points = " ".join(f"{354 + 17 * k},{200 - 11 * s:.1f}" for k, s in enumerate(slopes))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M370 {54 + 22 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="394" y="{58 + 22 * n}" fill="{colour}" font-size="12">{name}</text>')
    return "".join(parts)


def svg() -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">'
    return head + fitted() + separable() + "</svg>"
