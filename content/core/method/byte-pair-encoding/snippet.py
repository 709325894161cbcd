from collections import Counter
from functools import reduce


def merge(pieces, pair):
    out = []
    for piece in pieces:
        if out and (out[-1], piece) == pair:
            out[-1] += piece
        else:
            out.append(piece)
    return out


def encode(word, rules):  # the merges in the order in which they were learnt
    return reduce(merge, rules, list(word))


def learn(counts, merges):
    """counts: how often each word occurs. Ties go to the smallest pair. (Fast code updates the counts instead.)"""
    rules, pairs = [], True
    while len(rules) < merges and pairs:
        cut = [(encode(word, rules), count) for word, count in counts.items()]
        pairs = Counter(pair for pieces, count in cut for pair in zip(pieces, pieces[1:]) for _ in range(count))
        rules += [min(pairs, key=lambda p: (-pairs[p], p))] if pairs else []
    return rules


rules = learn({"rain": 5, "train": 4, "grain": 2}, 3)
assert rules == [("a", "i"), ("ai", "n"), ("r", "ain")] and encode("brain", rules) == ["b", "rain"]
