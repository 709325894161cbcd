def merge_spans(spans: list[tuple[int, int, str]], gap: int) -> list[tuple[int, int, str]]:
    kept = [span for span in spans if span[0] < span[1]]
    merging = True
    while merging:
        merging = False
        for i, (s, e, label) in enumerate(kept):
            for j in range(len(kept) - 1, i, -1):
                if kept[j][2] == label and kept[j][0] - e <= gap and s - kept[j][1] <= gap:
                    kept[i] = (min(s, kept[j][0]), max(e, kept[j][1]), label)
                    del kept[j]
                    merging = True
                    break
            if merging:
                break
    return sorted(kept)
