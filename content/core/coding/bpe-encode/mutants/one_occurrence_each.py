def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    ids = list(text.encode())
    for r, pair in enumerate(merges):
        for i in range(len(ids) - 1):
            if (ids[i], ids[i + 1]) == tuple(pair):
                ids[i : i + 2] = [256 + r]
                break
    return ids
