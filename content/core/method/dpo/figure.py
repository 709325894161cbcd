"""Policies trained with three strengths on the closed form, and the loss with the weight of a pair."""

import numpy as np
from snippet import dpo, train

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
REFERENCE = np.log([0.32, 0.28, 0.2, 0.14, 0.06])
REWARD = np.array([0.0, 0.5, 1.0, 1.5, 2.0])


def share(logits):
    return np.exp(logits) / np.exp(logits).sum()


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="40" y="20" fill="{INK}">probability of five answers</text>')
    parts.append(f'<path d="M40 34V200H270" fill="none" stroke="{FAINT}"/>')
    rows = [("reference", None, FAINT, "5 4")]
    rows += [("β = 1", 1.0, AMBER, ""), ("β = 0.5", 0.5, GREEN, ""), ("β = 0.25", 0.25, RED, "")]
    for k, (name, beta, colour, dash) in enumerate(rows):
        exact = share(REFERENCE if beta is None else REFERENCE + REWARD / beta)
        points = " ".join(f"{58 + 48 * n},{200 - 160 * p:.1f}" for n, p in enumerate(exact))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        if beta is not None:
            for n, p in enumerate(share(train(REFERENCE, REWARD, beta))):
                parts.append(f'<circle cx="{58 + 48 * n}" cy="{200 - 160 * p:.1f}" r="4" fill="{colour}"/>')
        parts.append(f'<path d="M56 {44 + 18 * k}h20" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        parts.append(f'<text x="82" y="{48 + 18 * k}" fill="{colour}" font-size="12">{name}</text>')
    for n, r in enumerate(REWARD):
        parts.append(f'<text x="{58 + 48 * n}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{r:g}</text>')
    for p in (0, 0.5, 1):
        parts.append(f'<text x="34" y="{204 - 160 * p:.0f}" fill="{INK}" font-size="11" text-anchor="end">{p:g}</text>')
    parts.append(f'<text x="154" y="238" fill="{INK}" font-size="12" text-anchor="middle">reward (line: formula, dots: trained)</text>')

    margins, zero = np.linspace(-3, 3, 61), np.zeros(1)
    values = [dpo(np.array([m]), zero, zero, zero, 1.0) for m in margins]
    parts.append(f'<text x="340" y="20" fill="{INK}">one pair of answers</text>')
    parts.append(f'<path d="M340 200H570M455 34V200" stroke="{FAINT}"/>')
    for k, (name, ys, colour, dash) in enumerate(
        (
            ("loss", [v[0] for v in values], GREEN, ""),
            ("gradient weight", [-v[1][0] for v in values], AMBER, "6 3"),
        )
    ):
        points = " ".join(f"{455 + 36 * m:.1f},{200 - 48 * y:.1f}" for m, y in zip(margins, ys))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        parts.append(f'<path d="M462 {44 + 18 * k}h20" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        parts.append(f'<text x="488" y="{48 + 18 * k}" fill="{colour}" font-size="12">{name}</text>')
    for m in (-2, 0, 2):
        name = str(m).replace("-", "−")
        parts.append(f'<text x="{455 + 36 * m}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{name}</text>')
    for y in (1, 2, 3):
        parts.append(f'<text x="334" y="{204 - 48 * y}" fill="{INK}" font-size="11" text-anchor="end">{y}</text>')
    parts.append(f'<text x="455" y="238" fill="{INK}" font-size="12" text-anchor="middle">margin, chosen over rejected</text>')
    return "".join(parts) + "</svg>"
