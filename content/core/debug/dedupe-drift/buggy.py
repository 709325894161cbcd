"""From raw labelled texts to training batches: clean, drop duplicates, split, shuffle, batch."""

import hashlib
import random


def clean(text):
    """Lower case, with runs of white space as single spaces."""
    return " ".join(text.lower().split())


def dedupe(rows):
    """Keeps the first of all (text, label) rows whose texts are equal after cleaning; the kept rows are unchanged."""
    seen, kept = set(), []
    for text, label in rows:
        if clean(text) not in seen:
            seen.add(text)
            kept.append((text, label))
    return kept


def is_held_out(text, share):
    """The same answer for the same cleaned text in every process, for ever: no randomness, no state."""
    return random.Random(hash(clean(text))).random() < share


def split(rows, share):
    """(training rows, held-out rows) of the de-duplicated data."""
    rows = dedupe(rows)
    return [r for r in rows if not is_held_out(r[0], share)], [r for r in rows if is_held_out(r[0], share)]


def epoch(rows, size, seed, number):
    """The batches of one epoch: all rows once, in an order that depends on (seed, number) only. `rows` is left as it is."""
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    return [[rows[i] for i in order[start : start + size]] for start in range(0, len(rows) - size + 1, size)]
