"""Weights of two heads with hand-made tasks, and of one head that was given both tasks."""

import numpy as np
from snippet import multi_head

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
LETTERS = "ABCABC"
SIDE = 24


def weights(shared: bool) -> np.ndarray:
    """A token is its letter and its place, one-hot. Task 0 asks for the place before, task 1 for the same letter."""
    n = len(LETTERS)
    x = np.hstack([np.eye(3)[["ABC".index(c) for c in LETTERS]], np.eye(n)])
    before, same = np.zeros((9, 9)), np.zeros((9, 9))
    before[3:, 3:] = 24 * np.eye(n, k=-1)  # place i asks for place i - 1
    same[:3, :3] = 24 * np.eye(3)
    keys = np.eye(9)
    causal = np.tril(np.ones((n, n), dtype=bool))
    queries = before + same if shared else np.hstack([before, same])
    h = 1 if shared else 2
    keys = np.hstack([keys] * h)
    return multi_head(x, queries, keys, keys, np.zeros((9 * h, 9)), h, causal)[1]


def grid(left: int, title: str, note: str, colour: str, table: np.ndarray) -> str:
    parts = [f'<text x="{left}" y="22" fill="{colour}" font-size="14">{title}</text>']
    for k, letter in enumerate(LETTERS):
        at = left + SIDE * k + SIDE // 2
        parts.append(f'<text x="{at}" y="48" fill="{INK}" text-anchor="middle">{letter}</text>')
        parts.append(f'<text x="{left - 12}" y="{72 + SIDE * k}" fill="{INK}" text-anchor="middle">{letter}</text>')
    for r, row in enumerate(table):
        for c, w in enumerate(row):
            x, y = left + SIDE * c, 55 + SIDE * r
            parts.append(
                f'<rect x="{x}" y="{y}" width="22" height="22" fill="{colour}" fill-opacity="{w:.2f}" stroke="{FAINT}"/>'
            )
    parts.append(f'<text x="{left}" y="222" fill="{INK}" font-size="12">{note}</text>')
    return "".join(parts)


def svg() -> str:
    two, one = weights(shared=False), weights(shared=True)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    parts.append(grid(40, "head 1", "reads the token before", GREEN, two[0]))
    parts.append(grid(230, "head 2", "reads the same letter", AMBER, two[1]))
    parts.append(grid(420, "one head, both tasks", "must share its weight", RED, one[0]))
    parts.append(f'<text x="40" y="242" fill="{INK}" font-size="12">rows: the token that asks; columns: the token that is read</text>')
    return "".join(parts) + "</svg>"
