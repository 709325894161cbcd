"""Checks of the equations."""

import random

from snippet import encode, learn, merge

COUNTS = {
    "train": 9, "trained": 6, "training": 8, "rain": 7, "raining": 3, "rained": 2, "paint": 5,
    "painted": 4, "painting": 4, "sing": 5, "singing": 2, "walk": 6, "walked": 5, "walking": 4,
}  # fmt: skip


def size(rules):
    """Pieces in the whole corpus."""
    return sum(count * len(encode(word, rules)) for word, count in COUNTS.items())


def adjacent(rules, pair):
    """How often the pair stands in the corpus, counted through a string of pieces."""
    needle, total = "|" + "|".join(pair) + "|", 0
    for word, count in COUNTS.items():
        text = "|" + "|".join(encode(word, rules)) + "|"
        total += count * sum(text.startswith(needle, k) for k in range(len(text)))
    return total


def the_commonest_pair_is_joined():
    rules = learn(COUNTS, 12)
    for t, chosen in enumerate(rules):
        seen = {pair for word in COUNTS for pair in zip(encode(word, rules[:t]), encode(word, rules[:t])[1:])}
        assert adjacent(rules[:t], chosen) == max(adjacent(rules[:t], pair) for pair in seen)


def each_merge_shortens_by_its_count():
    rules, letters = learn(COUNTS, 20), set("".join(COUNTS))
    for t, rule in enumerate(rules):
        assert size(rules[: t + 1]) == size(rules[:t]) - adjacent(rules[:t], rule)
    assert len(letters | {a + b for a, b in rules}) == len(letters) + 20
    assert merge(["a", "a", "a"], ("a", "a")) == ["aa", "a"]  # with equal halves occurrences may overlap


def joining_gives_the_text_back():
    rules, rng = learn(COUNTS, 20), random.Random(1)
    letters = sorted(set("".join(COUNTS)))
    known = set(letters) | {a + b for a, b in rules}
    for _ in range(300):
        word = "".join(rng.choices(letters, k=rng.randint(1, 15)))
        pieces = encode(word, rules)
        assert "".join(pieces) == word and set(pieces) <= known
    every = bytes(range(256)).decode("latin-1")  # with bytes as letters nothing is ever unknown
    word = "".join(chr(b) for b in "训练 ☂ naïve".encode())
    assert set(word) <= set(every) and bytes(map(ord, "".join(encode(word, rules)))).decode() == "训练 ☂ naïve"
