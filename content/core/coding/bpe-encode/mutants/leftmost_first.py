def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    rank = {tuple(pair): r for r, pair in enumerate(merges)}
    ids = list(text.encode())
    i = 0
    while i + 1 < len(ids):
        pair = ids[i], ids[i + 1]
        if pair in rank:
            ids[i : i + 2] = [256 + rank[pair]]
            i = max(i - 1, 0)
        else:
            i += 1
    return ids
