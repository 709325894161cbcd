"""Spread of the pre-activations by depth, with and without batch normalisation."""

import numpy as np
from snippet import batch_norm

INK, FAINT, GREEN, RED = "#1d241f", "#8d8672", "#1c6446", "#9c2f1b"
DEPTH, WIDTH = 20, 64


def spreads(normalise: bool) -> list[float]:
    rng = np.random.default_rng(7)
    x, out = rng.normal(size=(128, WIDTH)), []
    for _ in range(DEPTH):
        z = x @ rng.normal(size=(WIDTH, WIDTH)) * 2 / np.sqrt(WIDTH)
        if normalise:
            running = {"mean": np.zeros(WIDTH), "var": np.ones(WIDTH)}
            z = batch_norm(z, np.ones(WIDTH), np.zeros(WIDTH), running)
        out.append(float(z.std()))
        x = np.maximum(z, 0)
    return out


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts.append(f'<path d="M60 20V210H440" fill="none" stroke="{FAINT}"/>')
    parts.append(f'<text x="60" y="14" fill="{INK}">standard deviation</text>')
    parts.append(f'<text x="440" y="232" fill="{INK}" text-anchor="end">layer, 1 to {DEPTH}</text>')
    for power in range(4):
        parts.append(f'<text x="54" y="{204 - 52 * power}" fill="{INK}" font-size="11" text-anchor="end">{10**power}</text>')
    for n, (name, normalise, colour) in enumerate([("no normalisation", False, RED), ("batch norm", True, GREEN)]):
        points = " ".join(f"{66 + 19 * k},{200 - 52 * np.log10(s):.1f}" for k, s in enumerate(spreads(normalise)))
        style = "" if normalise else ' stroke-dasharray="6 4"'
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<path d="M446 {62 + 24 * n}h18" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="470" y="{66 + 24 * n}" fill="{colour}" font-size="12">{name}</text>')
    return "".join(parts) + "</svg>"
