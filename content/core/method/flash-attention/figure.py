"""How the tiles are visited, and what is moved to and from main memory."""

import numpy as np

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
TILES, SIDE, LEFT, TOP = 6, 24, 64, 56
D = 64


def tiles() -> list[str]:
    parts = [f'<text x="{LEFT}" y="20" fill="{INK}">scores, tile by tile</text>']
    parts.append(f'<text x="{LEFT}" y="46" fill="{INK}" font-size="12">keys and values →</text>')
    middle = TOP + TILES * SIDE // 2
    turn = f'transform="rotate(-90 50 {middle})" text-anchor="middle"'
    parts.append(f'<text x="50" y="{middle}" fill="{INK}" font-size="12" {turn}>← queries</text>')
    for r in range(TILES):
        for c in range(TILES):
            x, y = LEFT + SIDE * c, TOP + SIDE * r
            now, gone = (r, c) == (2, 3), r < 2 or (r == 2 and c < 3)
            look = f'fill="{AMBER}" stroke="{INK}"' if now else f'fill="none" stroke="{FAINT}" stroke-dasharray="3 2"'
            parts.append(f'<rect x="{x}" y="{y}" width="20" height="20" {look}/>')
            if gone:
                parts.append(f'<circle cx="{x + 10}" cy="{y + 10}" r="3" fill="{FAINT}"/>')
    for r in range(TILES):
        fill = GREEN if r < 2 else AMBER if r == 2 else "none"
        x, y = LEFT + SIDE * TILES + 12, TOP + SIDE * r
        parts.append(f'<rect x="{x}" y="{y}" width="14" height="20" fill="{fill}" stroke="{FAINT}"/>')
    parts.append(f'<text x="{LEFT + SIDE * TILES + 4}" y="46" fill="{INK}" font-size="12">output</text>')
    parts.append(f'<rect x="{LEFT}" y="212" width="11" height="11" fill="{AMBER}"/>')
    parts.append(f'<text x="{LEFT + 17}" y="222" fill="{INK}" font-size="12">on the chip</text>')
    parts.append(f'<circle cx="{LEFT + 112}" cy="218" r="3" fill="{FAINT}"/>')
    parts.append(f'<text x="{LEFT + 121}" y="222" fill="{INK}" font-size="12">done, not stored</text>')
    return parts


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 244" font-family="sans-serif" font-size="13">']
    parts += tiles()
    lengths = 2.0 ** np.arange(9, 16)
    curves = [("standard", 4 * lengths * D + 4 * lengths**2, RED, "6 3")]
    for block, colour, dash in ((128, AMBER, "2 3"), (512, GREEN, "")):
        curves.append((f"tiles, B = {block}", 2 * lengths * D * (1 + np.ceil(lengths / block)), colour, dash))

    def at(n, moved):
        return 340 + 34 * (np.log2(n) - 9), 200 - 7.2 * (np.log2(moved) - 16)

    parts.append(f'<text x="330" y="20" fill="{INK}">numbers moved, d = {D}</text>')
    parts.append(f'<path d="M340 44V200H556" fill="none" stroke="{FAINT}"/>')
    for n, (name, moved, colour, dash) in enumerate(curves):
        points = " ".join("{:.1f},{:.1f}".format(*at(*pair)) for pair in zip(lengths, moved))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        parts.append(f'<path d="M352 {54 + 19 * n}h18" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        parts.append(f'<text x="376" y="{58 + 19 * n}" fill="{colour}" font-size="12">{name}</text>')
    for n, words in ((512, "512"), (4096, "4k"), (32768, "32k")):
        x = at(n, 1)[0]
        parts.append(f'<text x="{x:.0f}" y="216" fill="{INK}" font-size="11" text-anchor="middle">{words}</text>')
    for power in (20, 30):
        y = at(1, 2.0**power)[1] + 4
        words = {20: "1M", 30: "1G"}[power]
        parts.append(f'<text x="334" y="{y:.0f}" fill="{INK}" font-size="11" text-anchor="end">{words}</text>')
    parts.append(f'<text x="448" y="234" fill="{INK}" font-size="12" text-anchor="middle">length n</text>')
    return "".join(parts) + "</svg>"
