"""How much of the first state is still felt after t steps."""

import numpy as np
from snippet import init, step

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
STEPS, D = 60, 24


def plain(rng, xs):
    """Norm of the derivative of a tanh network's state with respect to its first state, step by step."""
    w, u = rng.normal(size=(D, 4)) / 2, 0.9 * rng.normal(size=(D, D)) / np.sqrt(D)
    h, jacobian, out = np.zeros(D), np.eye(D), [1.0]
    for x in xs:
        h = np.tanh(w @ x + u @ h)
        jacobian = (1 - h**2)[:, None] * u @ jacobian
        out.append(np.linalg.norm(jacobian) / np.sqrt(D))
    return out


def lstm(rng, xs, bias):
    """The same for an LSTM's cell, by complex steps along every direction."""
    params = init(4, D, bias, rng, scale=0.5)
    states = [(np.zeros(D), 1e-30j * e) for e in np.eye(D)]
    out = [1.0]
    for x in xs:
        states = [step(params, x, h, c)[:2] for h, c in states]
        out.append(np.linalg.norm([c.imag / 1e-30 for _, c in states]) / np.sqrt(D))
    return out


def svg() -> str:
    xs = np.random.default_rng(1).normal(size=(STEPS, 4))
    curves = [("LSTM, forget bias 4", lstm(np.random.default_rng(2), xs, 4.0), GREEN, "")]
    curves += [("LSTM, forget bias 1", lstm(np.random.default_rng(2), xs, 1.0), AMBER, "8 3")]
    curves += [("LSTM, forget bias 0", lstm(np.random.default_rng(2), xs, 0.0), FAINT, "3 3")]
    curves += [("plain, tanh", plain(np.random.default_rng(2), xs), RED, "6 4")]
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 30V208H410" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="18" fill="{INK}">effect of the first state on the present one</text>')
    parts.append(f'<text x="233" y="235" fill="{INK}" text-anchor="middle">step</text>')
    for k in (0, 20, 40, 60):
        parts.append(f'<text x="{62 + 5.7 * k:.0f}" y="222" fill="{INK}" font-size="11" text-anchor="middle">{k}</text>')
    for power in (0, -4, -8, -12):
        parts.append(f'<text x="54" y="{48 - 11 * power}" fill="{INK}" font-size="11" text-anchor="end">1e{power}</text>')
    for n, (name, values, colour, dash) in enumerate(curves):
        heights = 44 - 11 * np.log10(values)
        points = " ".join(f"{62 + 5.7 * k:.1f},{y:.1f}" for k, y in enumerate(heights))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M420 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="444" y="{66 + 24 * n}" fill="{INK if colour == FAINT else colour}" font-size="12">{name}</text>')
    return "".join(parts) + "</svg>"
