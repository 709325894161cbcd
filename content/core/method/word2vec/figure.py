"""Vectors learnt from small made-up sentences: where the words lie, and what their scores have become."""

import numpy as np
from snippet import step

INK, FAINT, GREEN, AMBER, RED = "#1d241f", "#8d8672", "#1c6446", "#b07a1e", "#9c2f1b"
GROUPS = (
    ("red blue green white", RED),
    ("cat dog horse bird", GREEN),
    ("runs sleeps eats waits", AMBER),
)
K = 3


def learn():
    """Sentences take one word from each group, each word leaning to some of the next; every pair of words in a sentence counts."""
    rng = np.random.default_rng(3)
    habits = [rng.dirichlet(np.full(4, 0.8), size=4) for _ in range(2)]
    sentences = []
    for _ in range(1200):
        words = [int(rng.integers(4))]
        for habit in habits:
            words.append(int(rng.choice(4, p=habit[words[-1]])))
        sentences.append([4 * group + word for group, word in enumerate(words)])
    sentences = np.array(sentences)
    pairs = np.concatenate([sentences[:, [i, j]] for i in range(3) for j in range(3) if i != j])
    chances = np.bincount(pairs[:, 1], minlength=12) / len(pairs)
    v, u = 0.1 * rng.normal(size=(2, 12, 8))
    for epoch in range(14):
        rng.shuffle(pairs)
        noise = rng.choice(12, size=(len(pairs), K), p=chances)
        others = np.hstack([pairs[:, 1:], noise])
        for k in range(0, len(pairs), 40):
            step(v, u, pairs[k : k + 40, 0], others[k : k + 40], 0.1 / (1 + epoch / 2))
    seen = np.zeros((12, 12))
    np.add.at(seen, tuple(pairs.T), 1)
    return v, u, seen


def svg() -> str:
    v, u, seen = learn()
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 590 250" font-family="sans-serif" font-size="13">']
    centred = v - v.mean(axis=0)
    _, _, axes = np.linalg.svd(centred)
    axes = axes[:2] * np.sign(axes[:2, :1])  # the sign of an axis is arbitrary: fix it
    flat = centred @ axes.T
    flat *= 78 / np.abs(flat).max()
    parts.append(f'<text x="20" y="20" fill="{INK}">word vectors, first two axes</text>')
    parts.append(f'<rect x="20" y="32" width="180" height="180" fill="none" stroke="{FAINT}"/>')
    for word, (x, y) in enumerate(flat):
        colour = GROUPS[word // 4][1]
        parts.append(f'<circle cx="{110 + x:.1f}" cy="{122 - y:.1f}" r="5" fill="{colour}" fill-opacity="0.75"/>')
    for name, (x, y), (_, colour) in zip(("colours", "animals", "verbs"), flat.reshape(3, 4, 2).mean(axis=1), GROUPS):
        at = f'x="{min(110 + x, 180):.0f}" y="{147 - y:.0f}"'
        parts.append(f'<text {at} fill="{colour}" font-size="11" text-anchor="middle">{name}</text>')
    for row, (words, colour) in enumerate(GROUPS):
        for k, word in enumerate(words.split()):
            parts.append(f'<text x="212" y="{54 + 60 * row + 13 * k}" fill="{colour}" font-size="11">{word}</text>')
    pmi = np.log(np.maximum(seen, 1) * seen.sum() / np.outer(seen.sum(axis=1), seen.sum(axis=0))) - np.log(K)
    parts.append(f'<text x="320" y="20" fill="{INK}">score u · v</text>')
    parts.append(f'<path d="M320 32V212H570" fill="none" stroke="{FAINT}"/>')

    def at(x: float, y: float) -> tuple[float, float]:
        return 320 + 72 * (x + 2.6), 212 - 51 * (y + 2.6)

    parts.append('<path d="M{:.0f} {:.0f}L{:.0f} {:.0f}" stroke="{}" stroke-dasharray="5 4"/>'.format(*at(-2.5, -2.5), *at(0.7, 0.7), FAINT))
    for word, other in np.argwhere(seen > 20):
        x, y = at(pmi[word, other], v[word] @ u[other])
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{GREEN}" fill-opacity="0.6"/>')
    for tick in (-2, -1, 0):
        x, y = at(tick, tick)
        name = str(tick).replace("-", "−")
        parts.append(f'<text x="{x:.0f}" y="228" fill="{INK}" font-size="11" text-anchor="middle">{name}</text>')
        parts.append(f'<text x="314" y="{y + 4:.0f}" fill="{INK}" font-size="11" text-anchor="end">{name}</text>')
    parts.append(f'<text x="445" y="244" fill="{INK}" font-size="12" text-anchor="middle">PMI − log k</text>')
    return "".join(parts) + "</svg>"
