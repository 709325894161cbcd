def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    rank = {tuple(pair): r for r, pair in enumerate(merges)}
    ids = list(text.encode())
    while True:
        found = [(rank[pair], i) for i, pair in enumerate(zip(ids, ids[1:])) if pair in rank]
        if not found:
            return ids
        r, i = min(found)
        ids[i : i + 2] = [256 + r]
