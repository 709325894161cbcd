from heapq import heapify, heappop, heappush


def encode(text: str, merges: list[tuple[int, int]]) -> list[int]:
    rank = {tuple(pair): r for r, pair in enumerate(merges)}
    ids = [None, *text.encode(), None]
    before, after = [i - 1 for i in range(len(ids))], [i + 1 for i in range(len(ids))]
    heap = [(rank[pair], i) for i, pair in enumerate(zip(ids, ids[1:])) if pair in rank]
    heapify(heap)
    while heap:
        r, i = heappop(heap)
        gone = after[i]
        if rank.get((ids[i], ids[gone])) != r:
            continue
        ids[i], ids[gone] = 256 + r, None
        after[i] = after[gone]
        before[after[i]] = i
        for left in ():
            pair = ids[left], ids[after[left]]
            if pair in rank:
                heappush(heap, (rank[pair], left))
    return [token for token in ids if token is not None]
