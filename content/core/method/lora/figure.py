"""A frozen square matrix beside two thin trained ones."""

INK, FAINT, GREEN, AMBER = "#1d241f", "#8d8672", "#1c6446", "#b07a1e"


def box(x: int, y: int, width: int, height: int, fill: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="{INK}"/>'


def word(x: int, y: int, text: str, colour: str = INK, size: int = 13) -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" font-size="{size}" text-anchor="middle">{text}</text>'


def svg() -> str:
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 240" font-family="sans-serif" font-size="13">']
    parts += [box(50, 40, 150, 150, FAINT), word(125, 120, "W", "#ffffff", 20), word(125, 214, "frozen, d × k")]
    parts += [word(236, 122, "+", INK, 24), word(280, 121, "α / r  ·", INK, 16)]
    parts += [box(325, 40, 20, 150, GREEN), word(335, 214, "B, d × r", GREEN), word(335, 30, "starts at 0", GREEN, 12)]
    parts += [box(385, 105, 150, 20, AMBER), word(460, 149, "A, r × k", AMBER), word(460, 95, "starts random", AMBER, 12)]
    return "".join(parts) + "</svg>"
