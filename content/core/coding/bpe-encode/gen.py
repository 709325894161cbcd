import random
from collections import Counter

Case = tuple[str, list[tuple[int, int]]]


def _learn(rng: random.Random, sample: str, count: int) -> list[tuple[int, int]]:
    """Rules a trainer could have learned, with some chance in the order."""
    ids, merges = list(sample.encode()), []
    while len(merges) < count and len(ids) > 1:
        pairs = Counter(zip(ids, ids[1:]))
        pair = rng.choice(sorted(pairs, key=lambda p: (-pairs[p], p))[:4])
        merges.append(pair)
        ids = _merged(ids, pair, 255 + len(merges))
    return merges


def _merged(ids: list[int], pair: tuple[int, int], new: int) -> list[int]:
    out: list[int] = []
    i = 0
    while i < len(ids):
        hit = tuple(ids[i : i + 2]) == pair
        out.append(new if hit else ids[i])
        i += 2 if hit else 1
    return out


def _words(rng: random.Random, letters: str, length: int) -> str:
    return "".join(rng.choice(letters) for _ in range(length))


def case(tier: str, seed: int) -> Case:
    rng = random.Random(seed)
    if tier == "sample":
        return (_words(rng, "ab", 5), [(97, 98), (256, 97)]) if seed % 2 else (_words(rng, "abc", 6), [(98, 99), (97, 256)])
    if tier == "large":
        return sized(12_000, seed)
    letters = rng.choice(["ab", "abc", "abcd "])
    text = _words(rng, letters, rng.randint(6, 40))
    if tier == "small":
        return text, _learn(rng, _words(rng, letters, 60), rng.randint(1, 25))
    return _edge(rng, seed % 5, text)


def _edge(rng: random.Random, kind: int, text: str) -> Case:
    if kind == 0:
        return "" if rng.random() < 0.5 else text[:1], [(97, 98), (98, 97)]
    if kind == 1:
        return "a" * rng.randint(2, 40), _learn(rng, "a" * 64, rng.randint(1, 4))
    if kind == 2:
        letters = "é漢字🙂aß"
        return _words(rng, letters, 25), _learn(rng, _words(rng, letters, 60), rng.randint(5, 20))
    if kind == 3:
        return text, []
    return _words(rng, "abc", 40), [(98, 99), (97, 98), (97, 256), (99, 257), (257, 99), (258, 258), (97, 97)]


def sized(n: int, seed: int) -> Case:
    rng = random.Random(seed)
    return _words(rng, "abcde fgh", n), _learn(rng, _words(rng, "abcde fgh", 1500), 150)


def valid(text: str, merges: list[tuple[int, int]]) -> bool:
    if not isinstance(text, str) or any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        return False
    known = all(0 <= part < 256 + r for r, pair in enumerate(merges) for part in pair)
    return known and all(len(pair) == 2 for pair in merges) and len({tuple(pair) for pair in merges}) == len(merges)
