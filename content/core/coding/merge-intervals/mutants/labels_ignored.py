def merge_spans(spans: list[tuple[int, int, str]], gap: int) -> list[tuple[int, int, str]]:
    merged: list[tuple[int, int, str]] = []
    last: dict[str, int] = {}
    for start, end, name in sorted(spans):
        label = "all"
        if start == end:
            continue
        if label in last and start - merged[last[label]][1] <= gap:
            begun, reached, _ = merged[last[label]]
            merged[last[label]] = (begun, max(reached, end), merged[last[label]][2])
        else:
            last[label] = len(merged)
            merged.append((start, end, name))
    return sorted(merged)
