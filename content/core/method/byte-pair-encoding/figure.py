"""Three words that were not in the corpus, cut after more and more merges; and how the corpus shrinks."""

from snippet import encode, learn
from verify import COUNTS, size

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
WORDS = ("trainings", "repainted", "draining")
STEPS = (0, 4, 8, 12, 20)


def svg() -> str:
    rules = learn(COUNTS, 20)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 250" font-family="sans-serif" font-size="13">']
    parts.append(f'<text x="14" y="20" fill="{INK}">merges</text>')
    for row, t in enumerate(STEPS):
        y = 50 + 40 * row
        parts.append(f'<text x="36" y="{y}" fill="{INK}" text-anchor="middle">{t}</text>')
        for column, word in enumerate(WORDS):
            x = 76 + 114 * column
            if row == 0:
                parts.append(f'<text x="{x}" y="20" fill="{INK}">{word}</text>')
            for piece in encode(word, rules[:t]):
                width = 11 * len(piece)
                fill = GREEN if len(piece) > 1 else "none"
                ink = "#ffffff" if len(piece) > 1 else INK
                parts.append(
                    f'<rect x="{x}" y="{y - 15}" width="{width - 1}" height="22" fill="{fill}" stroke="{FAINT}"/>'
                    f'<text x="{x + (width - 1) / 2:g}" y="{y}" fill="{ink}" font-family="monospace" font-size="12"'
                    f' text-anchor="middle">{piece}</text>'
                )
                x += width
    parts.append(f'<text x="440" y="20" fill="{INK}">pieces in the corpus</text>')
    parts.append(f'<path d="M450 36V210H610" fill="none" stroke="{FAINT}"/>')
    top = size([])
    for t in range(len(rules) + 1):
        height = 160 * size(rules[:t]) / top
        parts.append(f'<rect x="{453 + 7.4 * t:.1f}" y="{210 - height:.1f}" width="5.4" height="{height:.1f}" fill="{AMBER}"/>')
    for t in (0, 10, 20):
        parts.append(f'<text x="{456 + 7.4 * t:.0f}" y="226" fill="{INK}" font-size="11" text-anchor="middle">{t}</text>')
    parts.append(f'<text x="446" y="{214 - 160}" fill="{INK}" font-size="11" text-anchor="end">{top}</text>')
    parts.append(f'<text x="530" y="243" fill="{INK}" font-size="12" text-anchor="middle">merges</text>')
    return "".join(parts) + "</svg>"
