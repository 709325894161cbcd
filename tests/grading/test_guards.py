"""Guards look at form alone, and let real answers pass, telegraphic ones too."""

from __future__ import annotations

from random import Random

import pytest

from greenroom.grading.guards import guard, orders
from greenroom.grading.measure import Subject
from greenroom.grading.text import Lang
from greenroom.grading.train.attacks import BLUFF, INJECTION, OFF_TOPIC, shuffle, soup

QUESTION = "Explain how dropout is applied. Does it differ between training and testing?"
NOTES = "BN: normalise per channel with the batch mean/var, then scale gamma, shift beta. Test: running avg. Small batch -> noisy."


def names(answer: str, lang: Lang = "en", question: str = QUESTION) -> set[str]:
    return {flag.name for flag in guard(answer, question, lang)}


@pytest.mark.parametrize("answer", ["", "   ", "yes", "ok fine", "。。。"])
def test_empty(answer: str) -> None:
    assert names(answer) == {"empty"}


def test_copied() -> None:
    assert "copied" in names(f"{QUESTION} Dropout is applied.")
    assert "copied" in names(
        "什么是批归一化？它有哪些弊端？什么是批归一化，它有哪些弊端", "zh", "什么是批归一化？它有哪些弊端？"
    )


def test_notes_are_no_soup() -> None:
    assert names(NOTES) == set()


def test_repetition() -> None:
    assert "repeated" in names("Dropout zeroes units at random. " * 4)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_injection_is_found_where_it_stands(lang: Lang) -> None:
    answer = f"{OFF_TOPIC[lang][0]} {INJECTION[lang]}"
    spans = orders(answer)
    assert spans
    assert all(s.start >= len(OFF_TOPIC[lang][0]) for s in spans)


@pytest.mark.parametrize("text", [*BLUFF["en"], *OFF_TOPIC["en"]])
def test_fluent_english_trips_no_guard_of_form(text: str) -> None:
    assert names(text) == set()


def test_model_answers_trip_no_guard(library: dict[str, Subject]) -> None:
    for subject in library.values():
        for lang in subject.documents:
            flags = guard(subject.model_answer(lang), subject.question(lang), lang)
            assert not flags, (subject.item.id, lang, flags)


def test_soup_and_shuffled_words_are_seen(library: dict[str, Subject]) -> None:
    rng = Random(1)
    for lang in ("en", "zh"):
        texts = [s.model_answer(lang) for s in library.values() if lang in s.documents]
        assert sum("soup" in names(soup(t, lang, rng), lang) for t in texts) >= 0.95 * len(texts)
        least = 0.9 if lang == "en" else 0.6
        assert sum(bool(names(shuffle(t, lang, rng), lang)) for t in texts) >= least * len(texts)
