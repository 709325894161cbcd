"""Checks of the claims about augmenting text."""

import numpy as np

TEXT = "the service was not good and the food was cold but the music was pleasant".split()


SYNONYMS = {"good": "fine", "cold": "chilly", "music": "tunes", "pleasant": "agreeable"}


def _edit(words, rate, rng):
    """Each word is, at the rate, replaced by a synonym, repeated elsewhere, swapped with the next or deleted."""
    out = list(words)
    for _ in range(rng.binomial(len(words), rate)):
        i, j = rng.integers(len(out), size=2)
        kind = rng.integers(4)
        if kind == 0:
            out[i] = SYNONYMS.get(out[i], out[i])
        elif kind == 1:
            out.insert(i, out[j])
        elif kind == 2:
            out[i], out[j] = out[j], out[i]
        elif len(out) > 1:
            del out[i]
    return out


def few_edits_keep_most_words():
    rng = np.random.default_rng(0)
    def in_place(rate):
        made = [_edit(TEXT, rate, rng) for _ in range(500)]
        changed = np.mean([m != TEXT for m in made])
        pairs = lambda w: set(zip(w, w[1:]))
        return changed, np.mean([len(pairs(TEXT) & pairs(m)) / len(pairs(TEXT)) for m in made])
    changed, kept = in_place(0.1)
    assert changed > 0.5 and kept > 0.75, "a new sentence that keeps most of the old one"
    assert in_place(0.8)[1] < 0.6 * kept


def typos_break_words_but_not_character_grams():
    grams = lambda w: {f"<{w}>"[i : i + 3] for i in range(len(w))}
    right, wrong = "excellent", "excelent"
    shared = len(grams(right) & grams(wrong)) / len(grams(right) | grams(wrong))
    assert right != wrong and shared > 0.6


def mixup_mixes_inputs_and_labels():
    """For a linear scorer of embeddings the score of the mixture is the mixture of the scores."""
    rng = np.random.default_rng(1)
    a, b, w, lam = *rng.normal(size=(3, 8)), 0.3
    assert np.isclose((lam * a + (1 - lam) * b) @ w, lam * (a @ w) + (1 - lam) * (b @ w))
    assert np.isclose((lam * np.eye(2)[0] + (1 - lam) * np.eye(2)[1]).sum(), 1)


def filtering_removes_wrong_labels():
    """Generated points carry 30 per cent wrong labels; keeping those that a classifier of the real data confirms helps."""
    rng = np.random.default_rng(2)
    draw = lambda n: (lambda y: (y, rng.normal(size=(n, 2)) + 3 * y[:, None]))(rng.integers(0, 2, n))
    y, x = draw(40)
    middle = (x[y == 0].mean(0) + x[y == 1].mean(0)) / 2
    truth, made = draw(1000)
    given = np.where(rng.random(1000) < 0.3, 1 - truth, truth)
    agree = ((made - middle).sum(1) > 0) == given
    assert (given == truth).mean() < 0.75 < 0.95 < (given[agree] == truth[agree]).mean()


def deleting_not_flips_the_label():
    def sentiment(words):
        score, sign = 0, 1
        for w in words:
            sign = -1 if w == "not" else sign
            if w == "good":
                score, sign = score + sign, 1
        return score
    assert sentiment(TEXT) < 0 < sentiment([w for w in TEXT if w != "not"])


def augmenting_before_the_split_leaks():
    """Random labels cannot be learned, yet near-copies on both sides of the split make it look so."""
    rng = np.random.default_rng(3)
    x, y = rng.normal(size=(400, 10)), rng.integers(0, 2, 400)
    near = lambda a, b, la, lb: (la[((b[:, None] - a) ** 2).sum(2).argmin(1)] == lb).mean()
    copies, labels = np.r_[x, x + 0.01 * rng.normal(size=x.shape)], np.r_[y, y]
    order = rng.permutation(800)
    train, test = order[:560], order[560:]
    leaky = near(copies[train], copies[test], labels[train], labels[test])
    assert leaky > 0.75 > 0.65 > near(x[:280], x[280:], y[:280], y[280:])
