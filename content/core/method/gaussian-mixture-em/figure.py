"""Two components during EM, and the log-likelihood by round."""

import numpy as np
from snippet import em

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
ROUNDS = 30


def outline(mean: np.ndarray, cov: np.ndarray, colour: str, style: str) -> str:
    """The curve two standard deviations away."""
    angles = np.linspace(0, 2 * np.pi, 49)
    curve = mean + 2 * np.stack([np.cos(angles), np.sin(angles)], axis=1) @ np.linalg.cholesky(cov).T
    points = " ".join(f"{160 + 24 * a:.1f},{120 - 24 * b:.1f}" for a, b in curve)
    return f'<polyline points="{points}" fill="none" stroke="{colour}" {style}/>'


def svg() -> str:
    rng = np.random.default_rng(5)
    x = np.vstack([
        rng.normal(size=(70, 2)) * [1.5, 0.35] @ np.array([[0.8, 0.6], [-0.6, 0.8]]) + [-1.2, -0.3],
        rng.normal(size=(45, 2)) * [0.5, 1.2] + [2.4, 0.2],
    ])
    start = [0.5, 0.5], np.array([[0.3, 1.0], [0.7, -1.0]]), [np.eye(2)] * 2
    share, trace = em(x, *start, ROUNDS)[3:]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    for (a, b), part in zip(x, share[:, 0], strict=True):
        place = f'cx="{160 + 24 * a:.1f}" cy="{120 - 24 * b:.1f}" r="3"'
        parts.append(f'<circle {place} fill="{GREEN}" fill-opacity="{part:.2f}"/>')
        parts.append(f'<circle {place} fill="{AMBER}" fill-opacity="{1 - part:.2f}"/>')
    for rounds, style in [(0, 'stroke-dasharray="3 4"'), (ROUNDS, 'stroke-width="2.5"')]:
        means, covs = em(x, *start, rounds)[1:3] if rounds else start[1:]
        parts += [outline(m, c, colour, style) for m, c, colour in zip(means, covs, (GREEN, AMBER), strict=True)]
    parts.append(f'<text x="30" y="20" fill="{INK}">dashed: the start; solid: after 30 rounds</text>')
    parts.append(f'<path d="M350 40V200H570" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="350" y="20" fill="{INK}">log-likelihood</text>')
    parts.append(f'<text x="570" y="222" fill="{INK}" font-size="12" text-anchor="end">rounds, 0 to {ROUNDS - 1}</text>')
    low, high = trace[0], trace[-1]
    curve = " ".join(f"{356 + 7.2 * k:.1f},{192 - 140 * (v - low) / (high - low):.1f}" for k, v in enumerate(trace))
    parts.append(f'<polyline points="{curve}" fill="none" stroke="{INK}" stroke-width="2.5"/>')
    return "".join(parts) + "</svg>"
