def _apply(ids: list[int], pair: tuple[int, int], new: int) -> list[int]:
    if pair[0] not in ids:
        return ids
    out: list[int] = []
    for token in ids:
        out.append(token)
        if len(out) > 1 and (out[-2], out[-1]) == pair:
            out[-2:] = [new]
    return out


def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    ids = list(text.encode("utf-8"))
    for r, pair in enumerate(merges):
        ids = _apply(ids, tuple(pair), 256 + r)
    return ids
