"""Densities of data and generator with the ideal discriminator; size of the generator's gradient under both losses."""

import numpy as np
from snippet import sigmoid

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def line(xs: np.ndarray, ys: np.ndarray, colour: str, dash: str = "") -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
    style = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>'


def game() -> str:
    x = np.linspace(-3, 3, 121)
    real = np.exp(-((x - 0.9) ** 2) / (2 * 0.6**2)) / 0.6
    fake = np.exp(-((x + 0.8) ** 2) / (2 * 0.8**2)) / 0.8
    parts = [f'<path d="M40 48V200H280" fill="none" stroke="{FAINT}"/>']
    parts.append(f'<path d="M40 124H280" stroke="{FAINT}" stroke-dasharray="3 3"/>')
    parts.append(f'<text x="34" y="128" fill="{INK}" font-size="11" text-anchor="end">½</text>')
    parts.append(f'<text x="34" y="54" fill="{INK}" font-size="11" text-anchor="end">1</text>')
    across = 160 + 39 * x
    parts += [line(across, 200 - 60 * real, GREEN), line(across, 200 - 60 * fake, AMBER, "6 4")]
    parts.append(line(across, 200 - 152 * real / (real + fake), INK, "2 4"))
    parts.append(f'<text x="40" y="20" fill="{GREEN}">data</text><text x="84" y="20" fill="{AMBER}">generator</text>')
    parts.append(f'<text x="160" y="20" fill="{INK}">best D (dotted)</text>')
    return "".join(parts)


def gradients() -> str:
    s = np.linspace(-6, 6, 97)
    parts = [f'<path d="M350 48V200H570" fill="none" stroke="{FAINT}"/>']
    parts.append(f'<text x="350" y="20" fill="{INK}">size of the generator\'s gradient</text>')
    parts.append(f'<text x="344" y="54" fill="{INK}" font-size="11" text-anchor="end">1</text>')
    parts.append(f'<text x="344" y="204" fill="{INK}" font-size="11" text-anchor="end">0</text>')
    across = 460 + 18 * s
    parts += [line(across, 200 - 150 * sigmoid(s), RED, "6 4"), line(across, 200 - 150 * (1 - sigmoid(s)), GREEN)]
    parts.append(f'<text x="566" y="140" fill="{RED}" font-size="12" text-anchor="end">log(1 − D)</text>')
    parts.append(f'<text x="356" y="140" fill="{GREEN}" font-size="12">−log D</text>')
    parts.append(f'<text x="350" y="218" fill="{INK}" font-size="12">fake is seen through</text>')
    parts.append(f'<text x="570" y="218" fill="{INK}" font-size="12" text-anchor="end">D is fooled</text>')
    return "".join(parts)


def svg() -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">'
    return head + game() + gradients() + "</svg>"
