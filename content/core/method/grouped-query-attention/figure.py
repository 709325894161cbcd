"""Who shares with whom, and the cache that follows: 32 layers, 32,768 tokens, 8 query heads of width 128, two bytes."""

from snippet import cache_bytes

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
H, STEP, LEFT = 8, 26, 132


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="{LEFT - 9}" y="18" fill="{GREEN}">query heads</text>')
    parts.append(f'<text x="{LEFT + 91}" y="18" fill="{AMBER}">key and value heads</text>')
    parts.append(f'<text x="392" y="18" fill="{INK}">cache</text>')
    for row, (name, g) in enumerate((("multi-head", 8), ("grouped", 2), ("multi-query", 1))):
        y = 44 + 70 * row
        parts.append(f'<text x="14" y="{y + 24}" fill="{INK}">{name}</text>')
        parts.append(f'<text x="14" y="{y + 40}" fill="{INK}" font-size="12">g = {g}</text>')
        places = [LEFT + STEP * ((H // g) * (c + 0.5) - 0.5) for c in range(g)]
        for i in range(H):
            x = LEFT + STEP * i
            parts.append(f'<path d="M{x} {y}L{places[i * g // H]:.0f} {y + 40}" stroke="{FAINT}" stroke-width="1.5"/>')
            parts.append(f'<circle cx="{x}" cy="{y}" r="8" fill="{GREEN}"/>')
        for x in places:
            parts.append(f'<rect x="{x - 8:.0f}" y="{y + 32}" width="16" height="16" fill="{AMBER}"/>')
        size = cache_bytes(32, 32_768, g, 128) / 2**30
        parts.append(f'<rect x="392" y="{y + 10}" width="{32 * size:.0f}" height="22" fill="{AMBER}"/>')
        parts.append(f'<text x="{400 + 32 * size:.0f}" y="{y + 26}" fill="{INK}">{size:g} GiB</text>')
    note = "32 layers, 32,768 tokens, head width 128, 2 bytes"
    parts.append(f'<text x="580" y="244" fill="{INK}" font-size="11" text-anchor="end">{note}</text>')
    return "".join(parts) + "</svg>"
