"""What is accepted of one drafted token, and the speed-up by the length of the draft."""

import numpy as np

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
P = np.array([0.42, 0.26, 0.16, 0.10, 0.06])
Q = np.array([0.24, 0.34, 0.12, 0.24, 0.06])
COST = 0.05


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    alpha = np.minimum(P, Q).sum()
    parts.append(f'<text x="30" y="20" fill="{INK}">one token: target p, draft q, α = {alpha:.2f}</text>')
    parts.append(f'<path d="M30 36V200H270" fill="none" stroke="{FAINT}"/>')
    for k, (p, q) in enumerate(zip(P, Q)):
        x, both = 44 + 46 * k, min(p, q)
        for low, high, look in (
            (0, both, f'fill="{GREEN}"'),
            (both, p, f'fill="{AMBER}"'),
            (both, q, f'fill="none" stroke="{RED}" stroke-width="1.5" stroke-dasharray="4 3"'),
        ):
            if high > low:
                parts.append(f'<rect x="{x}" y="{200 - 300 * high:.1f}" width="30" height="{300 * (high - low):.1f}" {look}/>')
        parts.append(f'<text x="{x + 15}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{"abcde"[k]}</text>')
    for k, (words, look) in enumerate(
        (
            ("drafted and accepted: min(p, q)", f'fill="{GREEN}"'),
            ("drawn after a rejection: p − q", f'fill="{AMBER}"'),
            ("drafted and rejected: q − p", f'fill="none" stroke="{RED}" stroke-width="1.5" stroke-dasharray="4 3"'),
        )
    ):
        parts.append(f'<rect x="112" y="{36 + 20 * k}" width="12" height="12" {look}/>')
        parts.append(f'<text x="130" y="{46 + 20 * k}" fill="{INK}" font-size="11">{words}</text>')

    parts.append(f'<text x="350" y="20" fill="{INK}">speed-up, draft costs {COST} of a run</text>')
    parts.append(f'<path d="M350 36V200H540" fill="none" stroke="{FAINT}"/>')
    gammas = np.arange(0, 17)
    for alpha, colour, dash in ((0.9, GREEN, ""), (0.8, AMBER, "6 3"), (0.6, RED, "2 3")):
        gain = (1 - alpha ** (gammas + 1)) / ((1 - alpha) * (COST * gammas + 1))
        xs, ys = 350 + 11.25 * gammas, 200 - 33 * gain
        points = " ".join(f"{x},{y:.1f}" for x, y in zip(xs, ys))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        best = int(np.argmax(gain))
        parts.append(f'<circle cx="{xs[best]}" cy="{ys[best]:.1f}" r="4" fill="{colour}"/>')
        parts.append(f'<text x="536" y="{ys[-1] + 4:.0f}" fill="{colour}" font-size="12">α = {alpha}</text>')
    for s in (1, 2, 3, 4):
        parts.append(f'<text x="344" y="{204 - 33 * s}" fill="{INK}" font-size="11" text-anchor="end">{s}×</text>')
    for g in (0, 4, 8, 12, 16):
        parts.append(f'<text x="{350 + 11.25 * g}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{g}</text>')
    parts.append(f'<text x="445" y="238" fill="{INK}" font-size="12" text-anchor="middle">drafted tokens γ (dot: best)</text>')
    parts.append(f'<text x="150" y="238" fill="{INK}" font-size="12" text-anchor="middle">next token</text>')
    return "".join(parts) + "</svg>"
