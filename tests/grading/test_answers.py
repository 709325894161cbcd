"""The labelled answers: well-formed, and graded no worse than they were. Figures and bars stand in docs/models/entailment.md."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean

import pytest

from greenroom.grading.measure import (
    Labelled,
    Subject,
    f1,
    false_contradictions,
    labelled,
    lines,
    outranked,
    worst_ratio,
)
from greenroom.grading.models import Models

ANSWERS = Path(__file__).parent / "answers"
KINDS = {
    "good",
    "paraphrase",
    "partial",
    "wrong",
    "negated",
    "inverted",
    "soup",
    "shuffled",
    "copied",
    "off-topic",
    "bluff",
    "injection",
}
VERDICTS = {"covered", "partly", "missing", "contradicted"}
STEP = 6
"""One item in so many of the test split is graded here; `python -m bench.grading` grades all."""


def test_every_answer_labels_every_claim_of_an_item(library: dict[str, Subject]) -> None:
    for line in lines(ANSWERS):
        claims = {claim.id for claim in library[line["item"]].item.claims}
        assert set(line["claims"]) == claims, line["item"]
        assert set(line["claims"].values()) <= VERDICTS
        assert line["kind"] in KINDS
        assert line["lang"] in ("en", "zh")


def test_there_are_enough_of_them_and_no_item_is_in_both_splits() -> None:
    rows = list(lines(ANSWERS))
    splits = defaultdict(set)
    for row in rows:
        splits[row["item"]].add(row["split"])
    assert len(rows) >= 400
    assert len(splits) >= 60
    assert all(len(split) == 1 for split in splits.values())
    assert max(Counter((row["lang"], row["answer"]) for row in rows).values()) == 1


@pytest.fixture(scope="module")
def graded(library: dict[str, Subject], models: Models, tmp_path_factory: pytest.TempPathFactory) -> list[Labelled]:
    """Some items of the split that nothing was tuned on."""
    items = sorted({row["item"] for row in lines(ANSWERS) if row["split"] == "test"})[::STEP]
    folder = tmp_path_factory.mktemp("answers")
    kept = [
        raw
        for file in sorted(ANSWERS.glob("*.jsonl"))
        for raw in file.read_text("utf-8").splitlines()
        if any(f'"{item}"' in raw for item in items)
    ]
    (folder / "some.jsonl").write_text("\n".join(kept), "utf-8")
    return labelled(folder, library, models, "test")


def test_claims_are_found(graded: list[Labelled]) -> None:
    assert f1(graded) >= 0.8


def test_good_answers_are_hardly_ever_called_wrong(graded: list[Labelled]) -> None:
    assert false_contradictions(graded) <= 0.03


def test_right_answers_outrank_inverted_ones(graded: list[Labelled]) -> None:
    assert outranked(graded) >= 0.85


def test_attacks_on_form_earn_little(graded: list[Labelled]) -> None:
    ratios = [worst_ratio(graded, kind) for kind in ("soup", "copied", "off-topic", "bluff")]
    assert mean(r for r in ratios if r == r) <= 0.25
