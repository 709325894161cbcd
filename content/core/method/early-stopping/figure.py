"""Errors of gradient descent on training and validation data, with the best step and the end of patience."""

import numpy as np
from snippet import problem, train

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
PATIENCE = 200


def word(x, y, text, colour=INK, anchor="start", size=12):
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="{anchor}">{text}</text>'


def svg() -> str:
    x, y, xv, yv = problem()

    def run(inputs, targets):
        def step(w):
            return w - 0.3 * x.T @ (x @ w - y) / len(y)

        return train(step, lambda w: ((inputs @ w - targets) ** 2).mean(), np.zeros(x.shape[1]), 10**6, 3000)

    (_, best, validation), training = run(xv, yv), run(x, y)[2]
    steps = np.unique(np.logspace(0, np.log10(3000), 120).astype(int))

    def place(t, value):
        return 60 + 108 * np.log10(t), 196 - 110 * np.log10(value / 0.3)

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 28V200H440" fill="none" stroke="{FAINT}"/>')
    parts += [word(60, 18, "mean squared error", size=13), word(250, 235, "step", anchor="middle", size=13)]
    parts += [word(60 + 108 * k, 216, f"{10**k}", anchor="middle", size=11) for k in range(4)]
    parts += [word(54, round(place(1, v)[1]) + 4, f"{v}", anchor="end", size=11) for v in (0.5, 1, 2, 5)]
    for n, (name, values, colour, dash) in enumerate([("training", training, RED, "6 4"), ("validation", validation, GREEN, "")]):
        points = " ".join("{:.1f},{:.1f}".format(*place(t, values[t])) for t in steps)
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M456 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(word(480, 66 + 24 * n, name, colour))
    bx, by = place(best, validation[best])
    end = place(best + PATIENCE, 1.0)[0]
    parts.append(f'<circle cx="{bx:.1f}" cy="{by:.1f}" r="5" fill="{GREEN}"/>')
    parts.append(f'<path d="M{end:.1f} 40V200" stroke="{INK}" stroke-dasharray="2 3"/>')
    parts.append(word(round(bx), round(by) - 12, f"best: step {best}", GREEN, "middle"))
    parts += [word(round(end) - 6, 74, f"patience {PATIENCE} ends", anchor="end")]
    return "".join(parts) + "</svg>"
