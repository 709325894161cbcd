"""Which entries share a mean: a column for batch normalisation, a row for layer normalisation."""

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"
ROWS, COLUMNS, SIDE = 5, 7, 28


def grid(left: int, title: str, colour: str, by_row: bool) -> str:
    parts = [f'<text x="{left}" y="24" fill="{colour}" font-size="14">{title}</text>']
    for r in range(ROWS):
        for c in range(COLUMNS):
            shared = r == 1 if by_row else c == 2
            fill = colour if shared else "none"
            x, y = left + SIDE * c, 56 + SIDE * r
            parts.append(f'<rect x="{x}" y="{y}" width="{SIDE - 4}" height="{SIDE - 4}" fill="{fill}" stroke="{FAINT}"/>')
    parts.append(f'<text x="{left}" y="48" fill="{INK}" font-size="12">features →</text>')
    parts.append(f'<text x="{left}" y="216" fill="{INK}" font-size="12">rows: the examples of a batch</text>')
    return "".join(parts)


def svg() -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">'
    left = grid(50, "batch norm: one feature", AMBER, by_row=False)
    right = grid(330, "layer norm: one example", GREEN, by_row=True)
    foot = f'<text x="50" y="234" fill="{INK}" font-size="12">filled: the entries that share one mean and one variance</text>'
    return head + left + right + foot + "</svg>"
