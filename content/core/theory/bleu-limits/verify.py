"""Checks of the claims about BLEU."""

import re
from collections import Counter

import numpy as np

REFERENCE = "the committee did not approve the new budget on friday"


def _grams(words, n):
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def _bleu(output, references, split=str.split, most=4):
    out, refs = split(output), [split(r) for r in references]
    logs = []
    for n in range(1, most + 1):
        have, allowed = _grams(out, n), Counter()
        for r in refs:
            allowed |= _grams(r, n)
        hits = sum(min(c, allowed[g]) for g, c in have.items())
        logs.append(np.log(max(hits, 0.1) / max(sum(have.values()), 1)))
    near = min((abs(len(r) - len(out)), len(r)) for r in refs)[1]
    return np.exp(np.mean(logs) + min(0, 1 - near / len(out)))


def bleu_by_hand():
    assert np.isclose(_bleu(REFERENCE, [REFERENCE]), 1)
    assert np.isclose(_bleu("the the the the", ["the cat is here"], most=1), 1 / 4)
    short = _bleu("the committee did not approve", [REFERENCE])
    assert np.isclose(short, np.exp(1 - 10 / 5))


def a_synonym_costs_as_much_as_an_error():
    right, wrong = REFERENCE.replace("budget", "spending-plan"), REFERENCE.replace("budget", "banana")
    assert np.isclose(_bleu(right, [REFERENCE]), _bleu(wrong, [REFERENCE])) and _bleu(right, [REFERENCE]) < 0.8


def a_lost_negation_hardly_costs():
    reversed_, paraphrase = REFERENCE.replace(" not", ""), "on friday the panel rejected the new budget"
    assert _bleu(reversed_, [REFERENCE]) > 2 * _bleu(paraphrase, [REFERENCE])
    assert _bleu(reversed_, [REFERENCE]) >= 0.9 * _bleu(REFERENCE.replace(" new", ""), [REFERENCE])


def scores_depend_on_references_and_tokens():
    out = "on friday the committee rejected the new budget ."
    more = [REFERENCE, "the committee rejected the new budget on friday"]
    assert _bleu(out, more) > 1.5 * _bleu(out, more[:1])
    words = lambda s: re.findall(r"[a-z]+", s)
    assert not np.isclose(_bleu(out, more), _bleu(out, more, words))


def raters_average_out_their_noise():
    rng = np.random.default_rng(0)
    truth = rng.normal(size=300)
    ratings = truth[:, None] + 1.5 * rng.normal(size=(300, 9))
    alone, crowd = (np.corrcoef(truth, ratings[:, :k].mean(1))[0, 1] for k in (1, 9))
    assert crowd > 0.85 > 0.65 > alone
