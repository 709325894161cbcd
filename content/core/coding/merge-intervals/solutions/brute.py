def merge_spans(spans: list[tuple[int, int, str]], gap: int) -> list[tuple[int, int, str]]:
    done: dict[str, list[tuple[int, int]]] = {}
    for start, end, label in spans:
        if start < end:
            apart = []
            for s, e in done.get(label, []):
                if s - end > gap or start - e > gap:
                    apart.append((s, e))
                else:
                    start, end = min(start, s), max(end, e)
            done[label] = [*apart, (start, end)]
    return sorted((s, e, label) for label, kept in done.items() for s, e in kept)
