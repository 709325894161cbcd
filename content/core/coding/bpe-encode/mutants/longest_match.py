def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    spelled = {i: bytes([i]) for i in range(256)}
    for r, (a, b) in enumerate(merges):
        spelled[256 + r] = spelled[a] + spelled[b]
    ids = {word: token for token, word in reversed(spelled.items())}
    longest = max(map(len, ids))
    data, out, i = text.encode(), [], 0
    while i < len(data):
        size = next(k for k in range(min(longest, len(data) - i), 0, -1) if data[i : i + k] in ids)
        out.append(ids[data[i : i + size]])
        i += size
    return out
