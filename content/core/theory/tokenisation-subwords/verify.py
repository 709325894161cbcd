"""Checks of the claims about subword tokenisation: a small byte-pair encoder."""

from collections import Counter

CORPUS = "the cat and the dog and the bird sat in the sun " * 20 + "a zyzzyva sat there "


def _join(word, pair):
    out, i = [], 0
    while i < len(word):
        both = word[i : i + 2] == pair
        out.append(word[i] + word[i + 1] if both else word[i])
        i += 1 + both
    return tuple(out)


def _pairs(words):
    count = Counter()
    for word, n in words.items():
        for pair in zip(word, word[1:], strict=False):
            count[pair] += n
    return count


def _train(text, merges):
    words = Counter(tuple(w) for w in text.split())
    learnt = []
    while len(learnt) < merges and (count := _pairs(words)):
        best = min(count, key=lambda p: (-count[p], p))
        learnt.append(best)
        words = Counter({_join(w, best): n for w, n in words.items()})
    return learnt


def _encode(word, learnt):
    pieces = tuple(word)
    for pair in learnt:
        pieces = _join(pieces, pair)
    return pieces


def frequent_words_stay_whole():
    learnt = _train(CORPUS, 12)
    assert _encode("the", learnt) == ("the",) and _encode("and", learnt) == ("and",)
    assert len(_encode("zyzzyva", learnt)) > 3 and "".join(_encode("zyzzyva", learnt)) == "zyzzyva"
    assert "".join(_encode("thesand", learnt)) == "thesand" and len(_encode("thesand", learnt)) < 7, "never seen, yet spelt"


def training_merges_the_commonest_pair():
    """low x 5, lower x 2, newest x 6, widest x 3: 'es' is met nine times and goes first, then 'est'."""
    text = "low " * 5 + "lower " * 2 + "newest " * 6 + "widest " * 3
    assert _pairs(Counter(tuple(w) for w in text.split()))["e", "s"] == 9
    assert _train(text, 2) == [("e", "s"), ("es", "t")]


def merges_apply_in_order():
    """The merge bc was learnt before ab, so abc becomes a + bc though a scan from the left would find ab."""
    learnt = [("b", "c"), ("a", "b")]
    assert _encode("abc", learnt) == ("a", "bc") and _encode("abd", learnt) == ("ab", "d")
    learnt = [("c", "d"), ("a", "b"), ("ab", "c")]
    assert _encode("abcd", learnt) == ("ab", "cd"), "the longest match would take abc first"


def bytes_cover_everything():
    text = "naïve 词元 🙂 qwrtz"
    ids = list(text.encode())
    assert all(0 <= i < 256 for i in ids) and bytes(ids).decode() == text
    assert len("词".encode()) == 3


def vocabulary_against_length():
    tokens = [sum(len(_encode(w, _train(CORPUS, m))) for w in CORPUS.split()) for m in (0, 4, 12)]
    assert tokens[0] > tokens[1] > tokens[2]
    rows = [v * 4096 for v in (32_000, 128_000)]
    assert rows == [131_072_000, 524_288_000], "parameters of one embedding matrix of width 4096"


def loss_per_token_depends_on_the_cut():
    """The same text with the same probability, cut into 20 or into 10 tokens: only the loss per byte is the same."""
    nats, size = 30.0, 40
    per_token = [nats / n for n in (20, 10)]
    per_byte = [loss * n / size for loss, n in zip(per_token, (20, 10), strict=True)]
    assert per_token[1] == 2 * per_token[0] and per_byte[0] == per_byte[1]
