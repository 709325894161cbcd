"""The theory room: answers are kept, graded with evidence, asked on about, and disputed without a change of score."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from greenroom.grading.models import Models
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.shelf.library import library
from greenroom.rooms.theory import grader, services
from greenroom.rooms.theory.models import Draft

GOOD = (
    "During training dropout sets each unit to zero at random with probability p. At test time nothing is dropped, the whole "
    "network is used. The kept activations are divided by 1 - p so that the expected activation is the same. It prevents "
    "overfitting because units cannot rely on particular others (co-adaptation)."
)
PARTIAL = "During training dropout sets each unit to zero at random with probability p."


def item() -> services.LoadedItem:
    return library()["theory/dropout"]


def test_an_answer_is_graded_with_its_own_words_as_evidence(client: Client, ada: Candidate) -> None:
    response = client.post("/theory/dropout/answer", {"text": GOOD}, follow=True)
    attempt = Attempt.objects.get()
    for entry in attempt.evidence["claims"]:
        if entry.get("end"):
            assert GOOD[entry["start"] : entry["end"]] == entry["quote"]
    assert response.status_code == 200
    assert "evidence covered" in response.content.decode()


def test_a_good_answer_in_own_words_scores_high(ada: Candidate) -> None:
    attempt = services.answer(candidate=ada, item=item(), text=GOOD)
    assert attempt.score is not None
    assert attempt.score > 0.7


def test_a_gap_is_asked_about_two_deep_and_then_the_dialogue_ends(ada: Candidate) -> None:
    attempt = services.answer(candidate=ada, item=item(), text=PARTIAL)
    asked = []
    while ask := services.next_ask(candidate=ada, item=item(), attempt=attempt):
        asked.append(ask.key)
        assert services.reply(candidate=ada, item=item(), attempt=attempt, text="I do not know that one.")
    assert 1 <= len(asked) <= services.DEPTH
    assert len(set(asked)) == len(asked)
    assert services.reply(candidate=ada, item=item(), attempt=attempt, text="again") is None
    replies = [a for a in record.attempts(candidate=ada, item=item().id) if a.score is None]
    assert len(replies) == len(asked)


def test_disagreeing_is_kept_and_changes_no_score(client: Client, ada: Candidate) -> None:
    attempt = services.answer(candidate=ada, item=item(), text=PARTIAL)
    missing = next(j.claim.id for j in services.judged(item=item(), attempt=attempt) if j.verdict == "missing")
    client.post(f"/theory/answer/{attempt.pk}/dispute", {"claim": missing})
    again = Attempt.objects.get(pk=attempt.pk)
    assert again.score == attempt.score
    assert [j.disputed for j in services.judged(item=item(), attempt=again) if j.claim.id == missing] == [True]


def test_a_denial_is_asked_about_in_the_words_that_make_it(client: Client, ada: Candidate) -> None:
    denied = "During training dropout does not set each unit to zero at random with probability p."
    page = client.post("/theory/dropout/answer", {"text": denied}, follow=True).content.decode()
    words = [entry["doubted"] for entry in Attempt.objects.get().evidence["claims"] if "doubted" in entry]
    assert words
    assert all(doubted in denied and f"Do you say the opposite here? “{doubted}”" in page for doubted in words)


def test_what_rules_graded_can_be_graded_again_when_the_models_are_there(
    client: Client, ada: Candidate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grader, "models", Models.none)
    first = services.answer(candidate=ada, item=item(), text=GOOD)
    pages = []
    for state in ("loading", "ready"):
        monkeypatch.setattr(grader, "state", lambda state=state: state)
        pages.append(client.get(f"/theory/answer/{first.pk}/").content.decode())
    assert ["Grade these words again" in page for page in pages] == [False, True]
    client.post("/theory/dropout/answer", {"text": GOOD})
    assert [a.given["text"] for a in services.answers(candidate=ada, item=item())] == [GOOD, GOOD]


def test_a_draft_survives_and_is_used_up_by_the_answer(client: Client, ada: Candidate) -> None:
    client.post("/theory/dropout/draft", {"text": "half a thought"})
    assert "half a thought" in client.get("/theory/dropout/").content.decode()
    client.post("/theory/dropout/answer", {"text": GOOD})
    assert not Draft.objects.exists()


@pytest.mark.parametrize(("text", "words"), [("   ", "Write something first"), ("a " * 9000, "longer than")])
def test_what_cannot_be_graded_says_what_to_do(client: Client, ada: Candidate, text: str, words: str) -> None:
    response = client.post("/theory/dropout/answer", {"text": text})
    assert response.status_code == 400
    assert words in response.content.decode()
    assert not Attempt.objects.exists()


def test_the_page_that_complains_saves_and_previews_like_the_first(client: Client, ada: Candidate) -> None:
    page = client.post("/theory/dropout/answer", {"text": " "}).content.decode()
    assert "/theory/dropout/draft" in page
    assert "/theory/preview" in page


def test_markup_in_an_answer_is_only_words(client: Client, ada: Candidate) -> None:
    nasty = "<script>alert(1)</script> <img src=x onerror=alert(1)> " + GOOD
    page = client.post("/theory/dropout/answer", {"text": nasty}, follow=True).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    preview = client.post("/theory/preview", {"text": nasty + " [x](javascript:alert(1))"}).content.decode()
    assert "<script" not in preview
    assert "<img" not in preview
    assert 'href="javascript' not in preview


def test_other_peoples_answers_are_not_there(client: Client, ada: Candidate, bo: Candidate) -> None:
    theirs = services.answer(candidate=bo, item=item(), text=GOOD)
    assert client.get(f"/theory/answer/{theirs.pk}/").status_code == 404
    assert client.post(f"/theory/answer/{theirs.pk}/reply", {"text": "mine"}).status_code == 404
    assert client.post(f"/theory/answer/{theirs.pk}/dispute", {"claim": "what"}).status_code == 404


def test_without_a_recogniser_speech_is_refused_politely(client: Client, ada: Candidate) -> None:
    response = client.post("/theory/voice")
    assert response.status_code == 400
    assert "Type the answer" in response.json()["error"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [(GOOD, "en"), ("训练时以概率 p 把神经元置零", "zh"), ("用 softmax 加 temperature 采样", "zh"), ("", "en")],
)
def test_the_language_is_seen(text: str, lang: str) -> None:
    assert services.language_of(text) == lang


class Pieces(TestCase):
    """The highlighted answer is the answer."""

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.sampled_from(GOOD.split(". ")), min_size=1, max_size=5))
    def test_pieces_join_to_the_text(self, sentences: list[str]) -> None:
        text = ". ".join(sentences)
        attempt = services.answer(candidate=record.solo_candidate(), item=item(), text=text)
        assert "".join(piece.text for piece in services.pieces(attempt)) == text
