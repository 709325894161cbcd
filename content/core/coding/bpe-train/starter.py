def train_bpe(words: dict[str, int], n_merges: int, min_count: int) -> list[tuple[str, str]]:
    """Learn byte-pair merges.

    words: word -> how often it occurs (>= 1). Words start as lists of single characters.
    Returns at most n_merges pairs in the order they were learnt; stops when no pair occurs min_count times.
    """
    raise NotImplementedError
