"""Training and validation loss of boosted stumps, with a small and a large learning rate."""

import numpy as np
from snippet import boost, predict

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
ROUNDS = 150


def logistic(y: np.ndarray, f: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    p = 1 / (1 + np.exp(-f))
    return p - y, p * (1 - p)


def losses(rate: float) -> tuple[np.ndarray, np.ndarray]:
    """By round, on the data it learns from and on new data."""
    rng = np.random.default_rng(4)
    x = rng.normal(size=(1100, 6))
    chance = 1 / (1 + np.exp(-1.5 * (x[:, 0] + np.abs(x[:, 1]) - 0.8)))
    y = (rng.random(1100) < chance).astype(float)
    f, out = np.zeros(1100), []
    for s in boost(x[:100], y[:100], ROUNDS, rate, logistic):
        f += predict([s], x, rate)
        out.append(np.logaddexp(0, f) - y * f)
    values = np.array(out)
    return values[:, :100].mean(axis=1), values[:, 100:].mean(axis=1)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 24V210H400" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="16" fill="{INK}">logistic loss</text>')
    parts.append(f'<text x="400" y="232" fill="{INK}" text-anchor="end">trees, 1 to {ROUNDS}</text>')
    for mark in (0.25, 0.5, 0.75, 1.0):
        parts.append(f'<text x="54" y="{214 - 160 * mark:.0f}" fill="{INK}" font-size="11" text-anchor="end">{mark}</text>')
    slow, fast = losses(0.1), losses(1.0)
    curves = [
        ("new data, rate 1", fast[1], RED, "2 4"),
        ("new data, rate 0.1", slow[1], GREEN, ""),
        ("training, rate 0.1", slow[0], AMBER, "6 4"),
        ("training, rate 1", fast[0], FAINT, "6 4"),
    ]
    for n, (name, values, colour, dash) in enumerate(curves):
        points = " ".join(f"{62 + 2.25 * k:.1f},{210 - 160 * v:.1f}" for k, v in enumerate(values))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M420 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="444" y="{66 + 24 * n}" fill="{INK}" font-size="12">{name}</text>')
    best = int(slow[1].argmin())
    x, y = 62 + 2.25 * best, 210 - 160 * slow[1][best]
    parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="none" stroke="{INK}" stroke-width="2"/>')
    parts.append(f'<circle cx="429" cy="158" r="5" fill="none" stroke="{INK}" stroke-width="2"/>')
    parts.append(f'<text x="444" y="162" fill="{INK}" font-size="12">stop here</text>')
    return "".join(parts) + "</svg>"
