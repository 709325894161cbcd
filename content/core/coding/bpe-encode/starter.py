def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    """Token ids of the text's UTF-8 bytes after the merges, the earliest rule first.

    merges[r] = (a, b): the neighbours a, b become the token 256 + r. Ids below 256 are bytes.
    """
    raise NotImplementedError
