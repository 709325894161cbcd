def merge_spans(spans: list[tuple[int, int, str]], gap: int) -> list[tuple[int, int, str]]:
    merged: list[tuple[int, int, str]] = []
    last: dict[str, int] = {}
    for start, end, label in sorted(spans):
        if start == end:
            continue
        if label in last and start - merged[last[label]][1] <= gap:
            begun, reached, _ = merged[last[label]]
            merged[last[label]] = (begun, max(reached, end), label)
        else:
            last[label] = len(merged)
            merged.append((start, end, label))
    return merged
