"""Paths from two data points to noise, and back from noise with the ideal denoiser."""

import numpy as np
from snippet import BETA, backward

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
STEPS = len(BETA)


def paths(left: int, states: np.ndarray, colours: list[str]) -> str:
    parts = []
    for path, colour in zip(states.T, colours, strict=True):
        points = " ".join(f"{left + 240 * k / STEPS:.1f},{126 - 30 * v:.1f}" for k, v in enumerate(path) if k % 4 == 0)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-opacity="0.8"/>')
    return "".join(parts)


def svg() -> str:
    rng = np.random.default_rng(10)
    x = np.repeat([-1.0, 1.0], 7)
    forward = [x]
    for beta in BETA:
        forward.append(np.sqrt(1 - beta) * forward[-1] + np.sqrt(beta) * rng.normal(size=14))
    back = [rng.normal(size=14)]
    for t in reversed(range(STEPS)):
        back.append(backward(back[-1], t, rng))
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M40 32V220M280 32V220M310 32V220M550 32V220" stroke="{FAINT}"/>')
    for y, word in ((96, "+1"), (156, "−1")):
        parts.append(f'<text x="30" y="{y + 4}" fill="{INK}" font-size="12" text-anchor="end">{word}</text>')
        parts.append(f'<path d="M40 {y}H550" stroke="{FAINT}" stroke-dasharray="2 5"/>')
    parts.append(paths(40, np.array(forward), [AMBER if v < 0 else GREEN for v in x]))
    parts.append(paths(310, np.array(back), [AMBER if v < 0 else GREEN for v in back[-1]]))
    parts.append(f'<text x="40" y="20" fill="{INK}">forward: data to noise →</text>')
    parts.append(f'<text x="310" y="20" fill="{INK}">backward: noise to data →</text>')
    return "".join(parts) + "</svg>"
