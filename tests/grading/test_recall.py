"""Points out of a page's own sentences, and what an answer gives back of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.grading.models import Models
from greenroom.grading.recall import HALF, points, recall

PAGE = points(
    {
        "summary": (
            "Weight decay [@loshchilov2017] shrinks every weight by the factor $1 - \\eta\\lambda$ at each step. "
            "For SGD this is the same as a penalty on the squared weights; for [Adam](method/adam) it is not."
        ),
        "pitfalls": "- Decaying the biases and the gains of normalisation layers.",
        "when-not": "When the model underfits; with a tiny learning rate, where decay hardly acts.",
    }
)
SENTENCE = st.sampled_from(
    [
        "Weight decay shrinks all weights towards zero.",
        "The norm is $\\frac{x; y.}{z!}$ in any case here.",
        "See [the other method](method/adam-w) for moving averages!",
        "**Never** forget `a; b. c` before the gradient step?",
        "每一步都把所有权重按同一比例缩小。",
        "$x^2 + y^2 = z^2$.",
        "Too short.",
        "- A list item about the learning rate.",
    ]
)


def test_what_must_be_said_weighs_more_than_what_should() -> None:
    assert [(p.id, p.need) for p in PAGE] == [
        ("summary-1", "must"),
        ("summary-2", "must"),
        ("pitfalls-1", "should"),
        ("when-not-1", "should"),
    ]
    assert min(p.weight for p in PAGE if p.need == "must") > max(p.weight for p in PAGE if p.need == "should")


def test_a_sentence_keeps_its_maths_and_loses_its_citation() -> None:
    assert PAGE[0].source == "Weight decay shrinks every weight by the factor $1 - \\eta\\lambda$ at each step."


@pytest.mark.parametrize(
    "nothing",
    ["", "$$x = \\frac{1}{2}; y$$", "It helps.", "```\nfor weight in all_weights: shrink(weight)\n```", "[@a1]"],
)
def test_formulas_code_and_short_sentences_are_no_points(nothing: str) -> None:
    assert points({"summary": nothing}) == ()


def test_a_formula_is_not_cut() -> None:
    (point,) = points({"summary": "The penalty $f(x; y!) = a. b$ keeps all the weights small."})
    assert point.source == "The penalty $f(x; y!) = a. b$ keeps all the weights small."


def test_more_said_scores_more() -> None:
    half = "Each step makes every weight smaller by the factor one minus eta lambda."
    whole = f"{half} For SGD it equals a penalty on the squares of the weights, for Adam it does not."
    found = [recall(PAGE, text, "en") for text in ("The weather is fine at sea today.", half, whole)]
    credits = [sum(told.credit for told in one.told) for one in found]
    assert credits == sorted(set(credits))
    assert found[0].score == 0 < found[1].score <= found[2].score


@pytest.mark.parametrize(
    "said", ["Never decay the biases or the gains of normalisation.", "Decaying biases and gains."]
)
def test_a_warning_may_be_said_as_a_mistake_or_as_a_rule(said: str) -> None:
    told = {t.sentence.id: t for t in recall(PAGE, said, "en").told}
    assert told["pitfalls-1"].verdict != "missing"


def test_the_question_said_again_earns_next_to_nothing() -> None:
    question = "Weight decay. What does it do, how does it work, and when would you not use it?"
    assert recall(PAGE, question, "en", question=question).score < 0.1


def test_the_models_see_it_too(models: Models) -> None:
    said = "At every step decay makes all weights smaller by the same factor, and with SGD that equals an L2 penalty."
    found, other = (
        recall(PAGE, text, "en", models=models) for text in (said, "The sea was calm and the weather fine.")
    )
    assert found.tier == "rules+reader+entailment"
    assert found.score > 0.2 > other.score


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, max_size=6).map(" ".join), st.text(max_size=60))
def test_every_point_is_a_piece_of_its_page(known: str, odd: str) -> None:
    for page in (known, odd, f"{known}\n\n{odd}"):
        found = points({"summary": page})
        assert len({p.id for p in found}) == len(found)
        assert all(p.source in page for p in found)
        assert all(p.source.count("$") % 2 == 0 for p in found if "$" not in odd)


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, max_size=6).map(" ".join) | st.text(max_size=120))
def test_any_answer_gets_a_score_and_its_own_words_as_evidence(answer: str) -> None:
    found = recall(PAGE, answer, "en")
    assert 0 <= found.score <= 1
    assert [t.sentence for t in found.told] == list(PAGE)
    for told in found.told:
        assert (told.credit >= HALF) == (told.verdict != "missing") == bool(told.spans)
        assert all(0 <= span.start < span.end <= len(answer) for span in told.spans)


@given(st.text(max_size=60))
def test_a_page_without_points_gives_nothing(answer: str) -> None:
    assert recall((), answer, "en").score == 0


def test_another_subject_in_fluent_words_earns_next_to_nothing(models: Models) -> None:
    other = (
        "Batch normalisation subtracts the mean of the mini-batch and divides by its standard deviation, channel by channel. "
        "At test time running averages take their place, and a learned scale and shift follow."
    )
    assert recall(PAGE, other, "en", models=models).score < 0.2
