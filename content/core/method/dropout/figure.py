"""Two random masks in training, none at test time."""

import numpy as np
from snippet import dropout

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"


def svg() -> str:
    rng = np.random.default_rng(1)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    rows = [("training, step 1", True), ("training, step 2", True), ("test", False)]
    for n, (name, training) in enumerate(rows):
        y = 40 + 66 * n
        parts.append(f'<text x="30" y="{y + 5}" fill="{INK}">{name}</text>')
        for k, value in enumerate(dropout(np.ones(8), 0.5, rng, training)[0]):
            x = 190 + 50 * k
            if value:
                parts.append(f'<circle cx="{x}" cy="{y}" r="{12 * np.sqrt(value):.1f}" fill="{GREEN}"/>')
                continue
            parts.append(f'<circle cx="{x}" cy="{y}" r="12" fill="none" stroke="{FAINT}" stroke-dasharray="3 3"/>')
            parts.append(f'<path d="M{x - 7} {y - 7}l14 14m0 -14l-14 14" stroke="{RED}" stroke-width="2"/>')
    note = "half are dropped on average; the area is the factor: 2 for survivors, 1 at test"
    parts.append(f'<text x="30" y="228" fill="{INK}" font-size="12">{note}</text>')
    return "".join(parts) + "</svg>"
