"""A tilted cloud with its axes and projections, and the share of variance kept by k directions."""

import numpy as np
from snippet import pca, project, rebuild

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def cloud() -> str:
    rng = np.random.default_rng(4)
    x = rng.normal(size=(34, 2)) * [1.9, 0.6] @ np.array([[0.85, 0.53], [-0.53, 0.85]])
    mean, directions, variances = pca(x, 2)
    feet = rebuild(project(x, mean, directions[:1]), mean, directions[:1])

    def at(p: np.ndarray) -> tuple[float, float]:
        return 155 + 30 * (p[0] - mean[0]), 122 - 30 * (p[1] - mean[1])

    parts = []
    for point, foot in zip(x, feet, strict=True):
        (px, py), (fx, fy) = at(point), at(foot)
        parts.append(f'<path d="M{px:.1f} {py:.1f}L{fx:.1f} {fy:.1f}" stroke="{FAINT}"/>')
        parts.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{INK}"/>')
    for direction, spread, colour in zip(directions, np.sqrt(variances), (GREEN, AMBER), strict=True):
        (ax, ay), (bx, by) = at(mean - 2 * spread * direction), at(mean + 2 * spread * direction)
        parts.append(f'<path d="M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}" stroke="{colour}" stroke-width="3"/>')
    return "".join(parts)


def shares() -> str:
    rng = np.random.default_rng(2)
    x = rng.normal(size=(400, 3)) * [3, 2, 1] @ rng.normal(size=(3, 8)) + rng.normal(size=(400, 8))
    kept = pca(x, 1)[2].cumsum() / pca(x, 1)[2].sum()
    parts = [f'<path d="M350 40V200H570" fill="none" stroke="{FAINT}"/>']
    for k, share in enumerate(kept):
        left, top = 358 + 26 * k, 200 - 150 * share
        parts.append(f'<rect x="{left}" y="{top:.1f}" width="18" height="{200 - top:.1f}" fill="{GREEN}"/>')
        parts.append(f'<text x="{left + 9}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{k + 1}</text>')
    parts.append(f'<path d="M350 50H570" stroke="{FAINT}" stroke-dasharray="3 3"/>')
    parts.append(f'<text x="344" y="54" fill="{INK}" font-size="11" text-anchor="end">100 %</text>')
    parts.append(f'<text x="344" y="204" fill="{INK}" font-size="11" text-anchor="end">0</text>')
    return "".join(parts)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="30" y="22" fill="{GREEN}">first direction</text>')
    parts.append(f'<text x="140" y="22" fill="{AMBER}">second direction</text>')
    parts.append(f'<text x="350" y="22" fill="{INK}">variance kept by k directions</text>')
    parts.append(f'<text x="460" y="234" fill="{INK}" font-size="12" text-anchor="middle">k, of 8 features</text>')
    return "".join(parts) + cloud() + shares() + "</svg>"
