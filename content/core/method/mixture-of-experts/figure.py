"""Load of eight experts before and after the balance loss was descended on, with the capacity."""

import numpy as np
from snippet import balance, moe

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
N, D, E, K, FACTOR = 512, 16, 8, 2, 1.25


def loads() -> list[np.ndarray]:
    """The router starts by liking what all tokens share, and only the balance loss is trained, as a demonstration."""
    rng = np.random.default_rng(6)
    x = rng.normal(size=(N, D))
    x[:, 0] = 1
    router = 0.5 * rng.normal(size=(D, E))
    router[0] = np.linspace(2.5, -2.5, E)
    found = []
    for step in range(401):
        _, p, chosen = moe(x, router, [np.zeros_like] * E, K)
        if step in (0, 400):
            found.append(np.bincount(chosen.ravel(), minlength=E))
        router -= 0.3 * x.T @ balance(p, chosen)[1]
    return found


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    capacity = int(np.ceil(FACTOR * K * N / E))
    scale = 160 / 512
    for left, title, load in zip((40, 320), ("router left alone", "with the balance loss"), loads()):
        parts.append(f'<text x="{left}" y="20" fill="{INK}" font-size="14">{title}</text>')
        over = int(np.maximum(load - capacity, 0).sum())
        words = f"{over} of {N * K} choices over capacity"
        parts.append(f'<text x="{left}" y="38" fill="{RED if over else GREEN}" font-size="12">{words}</text>')
        parts.append(f'<path d="M{left} 48V210h236" fill="none" stroke="{FAINT}"/>')
        for i, c in enumerate(load):
            x, fits = left + 10 + 28 * i, min(int(c), capacity)
            parts.append(f'<rect x="{x}" y="{210 - scale * fits:.1f}" width="20" height="{scale * fits:.1f}" fill="{GREEN}"/>')
            if c > capacity:
                extra = scale * (c - capacity)
                parts.append(f'<rect x="{x}" y="{210 - scale * c:.1f}" width="20" height="{extra:.1f}" fill="{RED}"/>')
            parts.append(f'<text x="{x + 10}" y="226" fill="{INK}" font-size="11" text-anchor="middle">{i + 1}</text>')
        y = 210 - scale * capacity
        parts.append(f'<path d="M{left} {y:.1f}h236" stroke="{INK}" stroke-dasharray="5 4"/>')
        parts.append(f'<text x="{left + 236}" y="{y - 6:.1f}" fill="{INK}" font-size="11" text-anchor="end">capacity {capacity}</text>')
        parts.append(f'<text x="{left + 120}" y="243" fill="{INK}" font-size="12" text-anchor="middle">expert</text>')
    return "".join(parts) + "</svg>"
