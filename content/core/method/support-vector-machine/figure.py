"""The same points with a small and a large price of violation: margins and support vectors."""

import numpy as np
from snippet import svm

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def panel(left: int, c: float, title: str) -> str:
    rng = np.random.default_rng(9)
    y = np.repeat([1.0, -1.0], 18)
    x = rng.normal(size=(36, 2)) * 0.75 + y[:, None] * [1.0, 0.55]
    alpha, bias = svm(x @ x.T, y, c)
    w = (alpha * y) @ x

    def at(a: float, b: float) -> tuple[float, float]:
        return left + 110 + 34 * a, 126 - 34 * b

    parts = [f'<text x="{left}" y="20" fill="{INK}">{title}</text>']
    for level, style in [(0, 'stroke-width="2.5"'), (1, 'stroke-dasharray="5 4"'), (-1, 'stroke-dasharray="5 4"')]:
        along = np.array([-w[1], w[0]]) / np.linalg.norm(w)
        middle = w * (level - bias) / (w @ w)
        steps = np.linspace(-6, 6, 1201)
        inside = [middle + t * along for t in steps if (np.abs(middle + t * along) <= [3.1, 2.2]).all()]
        (ax, ay), (bx, by) = at(*inside[0]), at(*inside[-1])
        parts.append(f'<path d="M{ax:.1f} {ay:.1f}L{bx:.1f} {by:.1f}" stroke="{INK}" {style}/>')
    for point, label, weight in zip(x, y, alpha, strict=True):
        px, py = at(*point)
        if label > 0:
            parts.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3.5" fill="{GREEN}"/>')
        else:
            parts.append(f'<rect x="{px - 3.2:.1f}" y="{py - 3.2:.1f}" width="6.4" height="6.4" fill="{AMBER}"/>')
        if weight > 1e-6:
            parts.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="7.5" fill="none" stroke="{RED}" stroke-width="1.5"/>')
    width, count = 2 / np.linalg.norm(w), int((alpha > 1e-6).sum())
    parts.append(f'<text x="{left}" y="230" fill="{INK}" font-size="12">width {width:.1f}, {count} support vectors</text>')
    return "".join(parts)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(panel(30, 0.05, "C = 0.05: wide margin"))
    parts.append(panel(320, 50.0, "C = 50: narrow margin"))
    return "".join(parts) + "</svg>"
