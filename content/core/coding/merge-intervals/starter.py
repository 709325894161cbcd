def merge_spans(spans: list[tuple[int, int, str]], gap: int) -> list[tuple[int, int, str]]:
    """Merge spans of one label that overlap, touch, or lie at most `gap` apart.

    spans: half-open (start, end, label) with start <= end, in any order. gap >= 0.
    Returns new (start, end, label) tuples ordered by start, then end, then label.
    """
    raise NotImplementedError
