"""Softmax shares of a batch at two temperatures, and the bound on the information against the batch size."""

import numpy as np
from snippet import info_nce
from verify import bound

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"


def shares(left: int, temperature: float) -> str:
    rng = np.random.default_rng(7)
    thing = rng.normal(size=(8, 6))
    a, b = (thing + 0.35 * rng.normal(size=thing.shape) for _ in range(2))
    loss, values = info_nce(a, b, temperature)
    parts = [f'<text x="{left}" y="44" fill="{INK}" font-size="12">τ = {temperature:g}, loss {loss:.2f}</text>']
    for i, row in enumerate(values):
        for j, v in enumerate(row):
            place = f'x="{left + 16 * j}" y="{54 + 16 * i}" width="15" height="15"'
            parts.append(f'<rect {place} fill="{GREEN}" fill-opacity="{v:.2f}" stroke="{FAINT}" stroke-opacity="0.4"/>')
    return "".join(parts)


def bounds() -> str:
    sizes = [2, 4, 8, 16, 32, 64, 128, 256]
    low = [bound(0.8, n, batches=max(4, 400 // n)) for n in sizes]
    parts = [f'<path d="M380 40V200H575" fill="none" stroke="{FAINT}"/>']
    for mark in (1, 3, 5):
        parts.append(f'<text x="374" y="{204 - 25 * mark}" fill="{INK}" font-size="10" text-anchor="end">{mark}</text>')
    xs = [388 + 25 * k for k in range(len(sizes))]
    for n, x in zip(sizes, xs, strict=True):
        parts.append(f'<text x="{x}" y="214" fill="{INK}" font-size="10" text-anchor="middle">{n}</text>')
    curves = [
        ([true for _, true in low], INK, "", "true information", 390, 64),
        ([np.log(n) for n in sizes], AMBER, "6 4", "log n", 500, 160),
        ([value for value, _ in low], GREEN, "", "log n − loss", 500, 180),
    ]
    for values, colour, dash, name, left, y in curves:
        points = " ".join(f"{x},{200 - 25 * v:.1f}" for x, v in zip(xs, values, strict=True))
        style = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>')
        parts.append(f'<text x="{left}" y="{y}" fill="{colour}" font-size="12">{name}</text>')
    parts.append(f'<text x="380" y="22" fill="{INK}">nats</text>')
    parts.append(f'<text x="575" y="232" fill="{INK}" font-size="12" text-anchor="end">batch size n</text>')
    return "".join(parts)


def svg() -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">'
    title = f'<text x="30" y="22" fill="{INK}">which of the 8 is the partner?</text>'
    foot = f'<text x="30" y="206" fill="{INK}" font-size="12">rows: anchors, columns: candidates</text>'
    return head + title + shares(30, 0.1) + shares(195, 1.0) + foot + bounds() + "</svg>"
