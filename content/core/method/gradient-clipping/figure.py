"""What clipping does to arrows, and to descent at a cliff."""

import numpy as np
from snippet import clip_by_global_norm, descend, grad

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"


def word(x, y, text, colour=INK, anchor="start", size=12):
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{text}</text>'


def arrow(tip, colour, width, dash=""):
    (x, y), (ux, uy) = tip, tip / np.linalg.norm(tip)
    corners = [(x, y), (x - 9 * ux - 4 * uy, y - 9 * uy + 4 * ux), (x - 9 * ux + 4 * uy, y - 9 * uy - 4 * ux)]
    head = " ".join(f"{135 + a:.1f},{126 - b:.1f}" for a, b in corners)
    style = f' stroke-dasharray="{dash}"' if dash else ""
    shaft = f'<path d="M135 126L{135 + x - 6 * ux:.1f} {126 - y + 6 * uy:.1f}" stroke="{colour}" stroke-width="{width}"{style}/>'
    return shaft + f'<polygon points="{head}" fill="{colour}"/>'


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<circle cx="135" cy="126" r="60" fill="none" stroke="{FAINT}"/>')
    for angle, length in ((0.35, 1.75), (1.25, 0.6), (2.2, 1.4), (3.3, 1.9), (4.2, 0.85), (5.6, 1.5)):
        g = 60 * length * np.array([np.cos(angle), np.sin(angle)])
        if length > 1:
            parts.append(arrow(g, RED, 1.2, "4 3"))
        parts.append(arrow(clip_by_global_norm([g], 60.0)[0][0], GREEN, 2.5))
    parts += [word(20, 24, "gradients, before and after", size=13), word(135, 215, "radius c", INK, "middle")]
    parts.append(f'<path d="M310 40V200H575" fill="none" stroke="{FAINT}"/>')
    parts += [word(310, 24, "loss of a unit unrolled over 30 steps", size=13), word(440, 233, "weight", anchor="middle")]

    def place(w):
        loss = np.clip((np.asarray(w) ** 30 - 1) ** 2, 10 ** (-40 / 22), None)  # ends on the axis
        return 320 + 600 * (np.asarray(w) - 0.8), 160 - 22 * np.log10(loss)

    for w in (0.8, 0.9, 1.0, 1.1, 1.2):
        parts.append(word(round(320 + 600 * (w - 0.8)), 214, f"{w}", anchor="middle", size=11))
    for power in (0, 2, 4):
        parts.append(word(304, 164 - 22 * power, f"1e{power}", anchor="end", size=11))
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(*place(np.linspace(0.8, 1.2, 401)), strict=True))
    parts.append(f'<polyline points="{points}" fill="none" stroke="{INK}" stroke-width="1.5"/>')
    path = descend(1.2, grad, lr=0.01, c=1.0, steps=19)
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{GREEN}"/>' for x, y in zip(*place(path), strict=True)]
    parts.append(word(500, 130, "clipped", GREEN))
    x, y = place(1.2)
    far = f"{1.2 - 0.01 * grad(1.2):,.0f}".replace(",", " ").replace("-", "−")
    parts.append(f'<path d="M{x - 8:.0f} {y:.1f}H330m8 -4l-8 4l8 4" fill="none" stroke="{RED}" stroke-width="1.5" stroke-dasharray="5 3"/>')
    parts.append(word(336, round(float(y)) - 8, f"unclipped: to weight {far}", RED))
    return "".join(parts) + "</svg>"
