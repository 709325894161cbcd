"""Mixed points between two classes, and the weights they are mixed with."""

import numpy as np
from snippet import mixup

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
ENDS = np.array([[28, 100, 70], [156, 47, 27]])  # GREEN and RED


def word(x, y, text, colour=INK, anchor="start", size=12):
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{text}</text>'


def density(weight, alpha):
    """Of Beta(alpha, alpha); the constant by the mean over a fine substitution weight = sin² t."""
    t = (np.arange(4000) + 0.5) / 4000 * np.pi / 2
    total = (2 * (np.sin(t) * np.cos(t)) ** (2 * alpha - 1)).mean() * np.pi / 2
    return (weight * (1 - weight)) ** (alpha - 1) / total


def svg() -> str:
    rng = np.random.default_rng(12)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    x = np.concatenate([rng.normal((80, 160), 14, size=(14, 2)), rng.normal((215, 85), 14, size=(14, 2))])
    y = np.repeat(np.eye(2), 14, axis=0)
    parts += [word(20, 20, "examples and their mixtures"), word(345, 20, "density of the mixing weight μ")]
    for _ in range(3):
        for (px, py), share in zip(*mixup(x, y, 1.0, rng), strict=True):
            colour = "#" + "".join(f"{round(c):02x}" for c in share @ ENDS)
            parts.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colour}" fill-opacity="0.75"/>')
    for (px, py), (green, _) in zip(x, y, strict=True):
        fill = GREEN if green else RED
        parts.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="5.5" fill="{fill}" stroke="#ffffff"/>')
    parts += [word(80, 222, "class 1", GREEN, "middle"), word(215, 40, "class 2", RED, "middle")]
    parts.append(f'<path d="M345 36V200H555" fill="none" stroke="{FAINT}"/>')
    for share in (0, 0.5, 1):
        parts.append(word(345 + 210 * share, 216, f"{share}", anchor="middle", size=11))
    for level in (0, 1, 2, 3):
        parts.append(word(339, 204 - 52 * level, f"{level}", anchor="end", size=11))
    weight = np.linspace(0.004, 0.996, 249)
    for alpha, colour, dash in ((0.2, GREEN, ""), (1.0, AMBER, "8 3"), (4.0, RED, "5 3")):
        heights = 200 - 52 * density(weight, alpha)
        points = " ".join(f"{345 + 210 * w:.1f},{h:.1f}" for w, h in zip(weight, heights, strict=True) if h > 36)
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.2"{style}/>')
    parts += [word(358, 60, "α = 0.2", GREEN), word(360, 140, "α = 1", AMBER), word(480, 84, "α = 4", RED)]
    return "".join(parts) + "</svg>"
