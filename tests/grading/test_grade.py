"""The grader on the library's items: right answers earn, wrong ones do not, and every figure can be opened to its words."""

from __future__ import annotations

import json
from itertools import pairwise
from random import Random
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.grading.grade import grade
from greenroom.grading.measure import Subject, attack, negation_losses
from greenroom.grading.models import Models
from greenroom.grading.selfcheck import check_item
from greenroom.grading.text import Lang

OURS = (
    "attention-qkv",
    "batch-normalisation",
    "bias-variance",
    "dropout",
    "fid-limits",
    "l1-vs-l2",
    "lstm-vs-rnn",
    "roc-auc",
)
SAMPLE = 12
"""Items under attack: enough to tell, few enough to be quick."""


@pytest.fixture(scope="module")
def sample(library: dict[str, Subject]) -> list[Subject]:
    found = list(library.values())
    return found[:: max(1, len(found) // SAMPLE)]


OPEN = {"batch-normalisation", "l1-vs-l2"}
"""Where a claim of a good probe is missed, so that it earns less than its band."""
PROBED = [
    pytest.param(
        slug, marks=pytest.mark.xfail(slug in OPEN, reason="a good probe earns less than its band", strict=False)
    )
    for slug in OURS
]


@pytest.mark.parametrize("slug", PROBED)
def test_probes_fall_in_their_bands(slug: str, library: dict[str, Subject], models: Models) -> None:
    subject = library[f"theory/{slug}"]
    checks = list(check_item(subject.item, dict(subject.documents), models))
    assert [(c.lang, c.kind, c.grade.score, c.band) for c in checks if c.kind != "model" and not c.holds] == []
    assert min(c.grade.score for c in checks if c.kind == "model") >= 0.75


def test_every_verdict_shows_its_words(library: dict[str, Subject], models: Models) -> None:
    subject = library["theory/dropout"]
    answer = subject.model_answer("en")
    result = subject.grade(answer, "en", models)
    assert result.tier == "rules+reader+entailment"
    for claim in result.claims:
        assert (claim.span is not None) == (claim.verdict != "missing")
        assert claim.span is None or 0 <= claim.span.start < claim.span.end <= len(answer)
    assert "set to zero at random" in (result.claim("what").span or pytest.fail("no span")).of(answer)
    json.dumps(result.to_dict())


def test_the_score_is_the_weighted_credit_of_the_claims(library: dict[str, Subject]) -> None:
    subject = library["theory/roc-auc"]
    result = subject.grade(next(p.text for p in subject.item.probes if p.kind == "good"), "en", Models.none())
    total = sum(c.weight for c in result.claims if c.need != "bonus")
    assert result.misconceptions == ()
    assert result.score == pytest.approx(min(1, sum(c.weight * c.credit for c in result.claims) / total), abs=1e-4)


def test_gaps_suggest_follow_ups_weightiest_first(library: dict[str, Subject]) -> None:
    subject = library["theory/batch-normalisation"]
    result = subject.grade("Batch norm subtracts the mean and divides by the standard deviation.", "en", Models.none())
    assert result.claim("standardise").verdict == "covered"
    assert result.claim("modes").verdict == "missing"
    assert (
        result.follow_ups[0] == "Your model is excellent in training mode and poor in evaluation mode. Name two causes."
    )
    assert "You can fit only two images on each GPU. What would you change?" in result.follow_ups


def test_a_misconception_is_named_with_its_reply(library: dict[str, Subject], models: Models) -> None:
    subject = library["theory/l1-vs-l2"]
    answer = "L1 adds absolute values and L2 adds squares. L2 gives sparse solutions with many weights exactly zero."
    result = subject.grade(answer, "en", models)
    hit = next(h for h in result.misconceptions if h.id == "l2-sparse")
    assert hit.sure
    assert "L2 gives sparse" in hit.span.of(answer)
    assert "only makes weights small" in hit.reply
    assert result.claim("sparsity").verdict == "contradicted"


def test_chinese_is_read_by_a_reader_of_its_own(library: dict[str, Subject], models: Models) -> None:
    subject = library["theory/dropout"]
    result = subject.grade(subject.model_answer("zh"), "zh", models)
    assert result.tier == "rules+reader"
    assert result.score >= 0.9


@pytest.mark.parametrize("kind", ["soup", "copied", "off-topic", "injection"])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("tier", ["rules", "all"])
def test_attacks_earn_at_most_a_quarter(
    kind: str, lang: Lang, tier: str, sample: list[Subject], models: Models
) -> None:
    used = models if tier == "all" else Models.none()
    rng, here = Random(5), [s for s in sample if lang in s.documents]
    scores = [s.grade(attack(s, kind, lang, rng), lang, used).score for s in here]
    assert scores
    assert max(scores) <= 0.25


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_right_answer_to_another_question_earns_little(lang: Lang, sample: list[Subject], models: Models) -> None:
    here = [s for s in sample if lang in s.documents]
    beside = [s.grade(other.model_answer(lang), lang, models).score for s, other in pairwise(here)]
    assert mean(beside) <= 0.1


NEGATED = 0.85
"""The share that must be lost of a few; `bench/grading.py` measures all, and docs/models/entailment.md says what came of it."""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_negated_claim_is_lost(lang: Lang, sample: list[Subject], models: Models) -> None:
    counts = [negation_losses(s, lang, models) for s in sample if lang in s.documents]
    assert sum(tried for _, tried in counts) >= 6
    assert sum(lost for lost, _ in counts) >= NEGATED * sum(tried for _, tried in counts)


def test_same_answer_same_grade(library: dict[str, Subject], models: Models) -> None:
    subject = library["theory/fid-limits"]
    answer = subject.model_answer("en")
    first = subject.grade(answer, "en", models)
    subject.grade("something else in between, about the Inception features", "en", models)
    assert subject.grade(answer, "en", models) == first


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gets_a_score(text: str) -> None:
    item = _item()
    for lang in ("en", "zh"):
        result = grade(item, text, lang)
        assert 0 <= result.score <= 1
        assert {c.id for c in result.claims} == {c.id for c in item.claims}


def _item():  # type: ignore[no-untyped-def]
    from greenroom.content.models import Theory
    from greenroom.content.paths import library_root
    from greenroom.content.tomlfile import read_model

    return read_model(library_root() / "core" / "theory" / "dropout" / "item.toml", Theory)
