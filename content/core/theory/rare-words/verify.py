"""Checks of the claims about rare words."""

from collections import Counter

import numpy as np


def _corpus(n=20000, types=20000):
    p = 1 / np.arange(1, types + 1)
    return np.random.default_rng(0).choice(types, n, p=p / p.sum())


def most_types_are_rare():
    counts = np.array(list(Counter(_corpus()[:10000].tolist()).values()))
    assert (counts == 1).mean() > 0.5
    bits = -np.log2(np.sort(counts) / counts.sum())
    assert bits[0] > 2 * bits[-1], "a word seen once carries several times the bits of the commonest"
    seen = set(_corpus()[:10000].tolist())
    assert np.mean([w not in seen for w in _corpus()[10000:].tolist()]) > 0.1


def _merge(words, pair):
    merged = {}
    for w, n in words.items():
        out, i = [], 0
        while i < len(w):
            step = 2 if w[i : i + 2] == pair else 1
            out.append("".join(w[i : i + step]))
            i += step
        merged[tuple(out)] = n
    return merged


def pairs_merge_until_words_share_pieces():
    words = {tuple("low"): 5, tuple("lower"): 2, tuple("lowest"): 1}
    for _ in range(2):
        pairs = Counter()
        for w, n in words.items():
            for pair in zip(w, w[1:]):
                pairs[pair] += n
        words = _merge(words, max(pairs, key=lambda p: (pairs[p], p)))
    assert set(words) == {("low",), ("low", "e", "r"), ("low", "e", "s", "t")}


def _vector(word, d=512):
    """The sum of fixed random vectors of the character trigrams."""
    marked = f"<{word}>"
    grams = [marked[i : i + 3] for i in range(len(marked) - 2)]
    return sum(np.random.default_rng(list(g.encode())).normal(size=d) for g in grams)


def character_grams_give_unseen_words_a_vector():
    cos = lambda a, b: _vector(a) @ _vector(b) / np.linalg.norm(_vector(a)) / np.linalg.norm(_vector(b))
    assert cos("tokenisation", "tokeniser") > 0.4 > cos("tokenisation", "marmalade")


def smoothing_gives_unseen_words_mass():
    counts = np.array([7, 2, 1, 0, 0])
    plain, smooth = counts / counts.sum(), (counts + 1) / (counts.sum() + 5)
    assert plain[3] == 0 < smooth[3] and np.isclose(smooth.sum(), 1) and smooth[0] < plain[0]


def subsampling_evens_the_counts():
    corpus = _corpus()
    counts = np.bincount(corpus, minlength=20000)
    keep = np.minimum(1, np.sqrt(1e-3 * len(corpus) / np.maximum(counts, 1)))
    kept = corpus[np.random.default_rng(1).random(len(corpus)) < keep[corpus]]
    share = lambda c: (c == 0).mean()
    assert share(kept) < 0.5 * share(corpus)
