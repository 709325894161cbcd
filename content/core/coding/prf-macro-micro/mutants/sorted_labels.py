"""Wrong on purpose: see `mutants.sorted-labels` in item.toml."""

from collections import Counter
from itertools import compress
from operator import eq


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def triple(hits: int, guessed: int, true: int) -> tuple[float, float, float]:
    return ratio(hits, guessed), ratio(hits, true), ratio(2 * hits, guessed + true)


def prf(truth: list[str], guess: list[str], labels: list[str]) -> dict:
    true, guessed = Counter(truth), Counter(guess)
    hits = Counter(compress(truth, map(eq, truth, guess)))
    rows = [(*triple(hits[label], guessed[label], true[label]), true[label]) for label in sorted(labels)]
    macro = tuple(sum(row[i] for row in rows) / len(rows) for i in range(3))
    sums = [sum(counter[label] for label in labels) for counter in (hits, guessed, true)]
    weighted = ratio(sum(f1 * support for _, _, f1, support in rows), sums[2])
    return {"per_label": rows, "macro": macro, "micro": triple(*sums), "weighted_f1": weighted}
