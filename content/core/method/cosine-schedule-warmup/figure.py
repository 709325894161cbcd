"""A schedule with warm-up and cosine decay, and what it does to a noisy quadratic."""

import numpy as np
from snippet import noisy_quadratic, rate

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
STEPS = np.arange(600)


def line(x0, heights, colour, dash=""):
    points = " ".join(f"{x0 + 220 * k / 600:.1f},{heights[k]:.1f}" for k in range(0, 600, 3))
    style = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>'


def word(x, y, text, colour=INK, anchor="start", size=12):
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{text}</text>'


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    cosine, constant = rate(STEPS, 600, 60, peak=0.3), np.full(600, 0.3)
    parts += [f'<path d="M{x} 40V200h230" fill="none" stroke="{FAINT}"/>' for x in (40, 345)]
    parts += [word(40, 24, "learning rate", size=13), word(345, 24, "squared error, noisy quadratic", size=13)]
    parts += [word(270, 220, "step", anchor="end"), word(575, 220, "step", anchor="end")]
    parts += [line(42, 200 - 140 * constant / 0.3, RED, "6 4"), line(42, 200 - 140 * cosine / 0.3, GREEN)]
    parts += [word(212, 54, "constant", RED), word(64, 220, "warm-up ends", anchor="middle", size=11), word(80, 182, "cosine decay", GREEN)]
    parts += [word(34, 64, "peak", anchor="end", size=11), word(34, 204, "0", anchor="end", size=11)]
    parts.append(f'<path d="M64 200V60" stroke="{FAINT}" stroke-dasharray="2 3"/>')
    for power in (-3, -2, -1, 0, 1):
        parts.append(word(340, 104 - 31 * power, f"1e{power}", anchor="end", size=11))
    for rates, colour, dash in ((constant, RED, "6 4"), (cosine, GREEN, "")):
        parts.append(line(347, 100 - 31 * np.log10(noisy_quadratic(rates)), colour, dash))
    parts += [word(572, 116, "constant: noise floor", RED, "end"), word(440, 178, "cosine", GREEN)]
    return "".join(parts) + "</svg>"
