def merge_spans(spans: list[tuple[int, int, str]], gap: int) -> list[tuple[int, int, str]]:
    merged: list[tuple[int, int, str]] = []
    for start, end, label in sorted(span for span in spans if span[0] < span[1]):
        if merged and merged[-1][2] == label and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end), label)
        else:
            merged.append((start, end, label))
    return merged
