"""One deep tree and a forest on a noisy curve; variance of a mean of correlated trees."""

import numpy as np
from snippet import predict, tree

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def fits() -> str:
    rng = np.random.default_rng(2)
    x = np.sort(rng.uniform(0, 6, size=110))[:, None]
    y = np.sin(x[:, 0]) + 0.35 * rng.normal(size=110)
    grid = np.linspace(0, 6, 241)[:, None]
    one = predict(tree(x, y, 1, rng, 5), grid)
    bags = rng.integers(len(y), size=(40, len(y)))
    many = np.mean([predict(tree(x[i], y[i], 1, rng, 5), grid) for i in bags], axis=0)
    dots = zip(40 + 40 * x[:, 0], 118 - 46 * y, strict=True)
    parts = [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="2.2" fill="{FAINT}"/>' for a, b in dots]
    for values, colour, width in [(one, RED, 1.2), (many, GREEN, 3)]:
        points = " ".join(f"{40 + 40 * a:.1f},{118 - 46 * b:.1f}" for a, b in zip(grid[:, 0], values, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
    points = " ".join(f"{40 + 40 * a:.1f},{118 - 46 * np.sin(a):.1f}" for a in grid[:, 0])
    parts.append(f'<polyline points="{points}" fill="none" stroke="{INK}" stroke-width="1.5" stroke-dasharray="4 4"/>')
    return "".join(parts)


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="40" y="20" fill="{RED}">one tree</text><text x="110" y="20" fill="{GREEN}">40 trees</text>')
    parts.append(f'<text x="180" y="20" fill="{INK}">dashed: the truth</text>')
    parts.append(fits())
    parts.append(f'<path d="M350 40V200H570" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="350" y="20" fill="{INK}">variance of the mean of trees</text>')
    parts.append(f'<text x="570" y="222" fill="{INK}" font-size="12" text-anchor="end">trees, 1 to 30</text>')
    parts.append(f'<text x="344" y="54" fill="{INK}" font-size="11" text-anchor="end">1</text>')
    parts.append(f'<text x="344" y="204" fill="{INK}" font-size="11" text-anchor="end">0</text>')
    trees = np.arange(1, 31)
    for rho, colour, dash in [(0.7, RED, "2 4"), (0.3, AMBER, "6 4"), (0.0, GREEN, "")]:
        heights = 200 - 150 * (rho + (1 - rho) / trees)
        points = " ".join(f"{349 + 7 * k},{y:.1f}" for k, y in zip(trees, heights, strict=True))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        place = f'x="559" y="{heights[-1] - 10:.1f}" font-size="12" text-anchor="end"'
        parts.append(f'<text {place} fill="{colour}">correlation {rho:g}</text>')
    return "".join(parts) + "</svg>"
