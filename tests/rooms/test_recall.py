"""Saying a page of the atlas back: graded against the page's own sentences, kept, shown with its evidence, and remembered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from greenroom.grading.models import Models
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate, ItemState
from greenroom.rooms.atlas import recall
from greenroom.rooms.review import memory
from greenroom.rooms.review import services as review
from greenroom.rooms.review.cards import cards
from greenroom.rooms.shelf import services as shelf
from greenroom.rooms.shelf.library import library
from greenroom.rooms.theory import grader
from greenroom.rooms.theory.models import Draft
from greenroom.rooms.today import services as today

OWN_WORDS = (
    "While training, each unit's output is set to zero at random with some probability p, with a new mask on every step. "
    "What is left gets divided by 1 - p, so on average the activations are as large as before, and at inference nothing is "
    "done at all. Units therefore can't depend on certain partners, so they don't co-adapt. You can think of it as an "
    "ensemble: a huge number of smaller networks with shared weights, and the whole network is roughly their average. It "
    "slows training down; usual rates lie between 0.1 and 0.5. With masks left on at test time you average several passes "
    "and get a crude uncertainty estimate (MC dropout). Don't forget to switch it off for prediction, otherwise the outputs "
    "are noisy. In conv layers drop entire channels, because neighbouring pixels carry the same information. I would not "
    "use it when the model is underfitting, for tiny networks, or for pretraining on huge data where each example is seen "
    "about once."
)
OWN_WORDS_ZH = (
    "训练的时候以概率 p 随机把一些神经元的输出置零，每一步掩码都不一样，剩下的除以 1-p，这样期望不变；推理时什么都不做。"
    "这样神经元不能依赖某几个固定的搭档，减少共适应。也可以理解为在训练很多共享权重的子网络，最后的完整网络近似它们的平均。"
    "丢弃率一般 0.1 到 0.5，训练会慢一些。测试时如果保留掩码跑多次取平均，可以大概估计不确定性，也就是 MC dropout。"
    "容易犯的错：推理时忘了关；卷积里丢单个像素没用，要丢整个通道。模型欠拟合的时候不要用，网络很小或者数据特别多、"
    "每个样本只看一遍的时候也不用。"
)
OFF_TOPIC = (
    "It partitions the data into k groups so that the sum of squared distances from the points to their group's mean is as "
    "small as possible. Assign every point to its closest centre, then set each centre to the mean of its points."
)
OFF_TOPIC_ZH = (
    "把数据分成 k 个簇，先把点分配给最近的中心，再把中心更新为簇内点的均值，每一步目标都不会变大，所以一定收敛。"
)
URL = "/atlas/dropout/recall/"


@pytest.fixture(autouse=True)
def _by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same grade whether or not the models have been loaded by now."""
    monkeypatch.setattr(grader, "models", Models.none)
    memory.forget_all()


def item() -> recall.LoadedItem:
    return library()["method/dropout"]


def said(candidate: Candidate, text: str = OWN_WORDS) -> Attempt:
    return recall.answer(candidate=candidate, item=item(), text=text)


@pytest.mark.parametrize(("own", "off"), [(OWN_WORDS, OFF_TOPIC), (OWN_WORDS_ZH, OFF_TOPIC_ZH)], ids=["en", "zh"])
def test_its_ideas_in_own_words_score_far_above_another_subject(ada: Candidate, own: str, off: str) -> None:
    right, wrong = said(ada, own).score, said(ada, off).score
    assert right is not None
    assert wrong is not None
    assert right > 0.8
    assert wrong < 0.3


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_what_stands_on_the_page_earns_nothing(ada: Candidate, lang: str) -> None:
    with translation.override(lang):
        for copied in (item().title(lang[:2]), f"{item().title(lang[:2])}. {recall.task()}"):
            score = said(ada, copied).score
            assert score is not None
            assert score < 0.1


def test_the_attempt_keeps_what_was_looked_for_and_the_words_that_earned_it(client: Client, ada: Candidate) -> None:
    response = client.post(f"{URL}answer", {"text": OWN_WORDS}, follow=True)
    attempt = Attempt.objects.get()
    assert (attempt.kind, attempt.item, attempt.version) == ("answer", "method/dropout", item().version)
    assert attempt.given == {"text": OWN_WORDS, "lang": "en", "mode": "typed"}
    assert {point["need"] for point in attempt.evidence["points"]} == {"must", "should"}
    for point in attempt.evidence["points"]:
        assert point["text"]
        assert bool(point["found"]) == (point["verdict"] != "missing")
        for found in point["found"]:
            assert OWN_WORDS[found["start"] : found["end"]] == found["quote"]
    page = response.content.decode()
    assert "evidence covered" in page
    shown = {"covered": "recalled", "partly": "partly", "missing": "not yet"}
    for words in (*(shown[point["verdict"]] for point in attempt.evidence["points"]), "rough measure", "/memory/next"):
        assert words in page
    assert 'href="/atlas/dropout/"' in page


def test_the_highlighted_answer_is_the_answer(ada: Candidate) -> None:
    assert "".join(piece.text for piece in recall.pieces(said(ada))) == OWN_WORDS


def test_every_sentence_of_the_page_is_told(ada: Candidate) -> None:
    parts = dict(recall.rows(item=item(), attempt=said(ada)))
    assert list(parts) == ["summary", "pitfalls", "when-not"]
    assert all(parts.values())


def test_the_attempt_grades_the_card(ada: Candidate) -> None:
    place = cards().place["method/dropout", ""]
    assert memory.memory_of(candidate=ada).deck.fresh[place]
    assert list(memory.graded(said(ada, OFF_TOPIC), cards())) == [(place, 1)]
    assert list(memory.graded(said(ada), cards())) == [(place, 3)]
    assert not memory.memory_of(candidate=ada).deck.fresh[place]


def test_the_time_since_the_draft_was_opened_is_its_duration(client: Client, ada: Candidate) -> None:
    client.get(URL)
    Draft.objects.update(opened_at=timezone.now() - timedelta(minutes=3))
    attempt = said(ada)
    assert attempt.ended_at - attempt.started_at >= timedelta(minutes=3)


def test_reading_is_no_attempt(client: Client, ada: Candidate) -> None:
    assert f'href="{URL}"' in client.get("/atlas/dropout/").content.decode()
    client.get(URL)
    assert not Attempt.objects.exists()
    assert not ItemState.objects.exists()


def test_a_draft_survives_and_is_used_up_by_the_answer(client: Client, ada: Candidate) -> None:
    client.post(f"{URL}draft", {"text": "half a thought"})
    assert "half a thought" in client.get(URL).content.decode()
    assert "half a thought" not in client.get("/theory/dropout/").content.decode()
    client.post(f"{URL}answer", {"text": OWN_WORDS})
    assert not Draft.objects.filter(item="method/dropout").exists()


@pytest.mark.parametrize(("text", "words"), [("   ", "Write something first"), ("a " * 9000, "longer than")])
def test_what_cannot_be_graded_says_what_to_do(client: Client, ada: Candidate, text: str, words: str) -> None:
    response = client.post(f"{URL}answer", {"text": text})
    assert response.status_code == 400
    page = response.content.decode()
    assert words in page
    assert f"{URL}draft" in page
    assert not Attempt.objects.exists()


def test_a_draft_that_is_too_long_is_refused(client: Client, ada: Candidate) -> None:
    assert client.post(f"{URL}draft", {"text": "a" * 12_001}).status_code == 400


def test_markup_in_an_answer_is_only_words(client: Client, ada: Candidate) -> None:
    nasty = "<script>alert(1)</script> <img src=x onerror=alert(1)> " + OWN_WORDS
    page = client.post(f"{URL}answer", {"text": nasty}, follow=True).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    client.post(f"{URL}draft", {"text": "</textarea><script>alert(1)</script>"})
    assert "<script>alert" not in client.get(URL).content.decode()


def test_other_peoples_answers_are_not_there(client: Client, ada: Candidate, bo: Candidate) -> None:
    assert client.get(f"/atlas/recalled/{said(bo).pk}/").status_code == 404
    client.post(f"{URL}draft", {"text": "mine"})
    assert Draft.objects.get(text="mine").candidate == ada


def test_no_page_no_recall(client: Client, ada: Candidate) -> None:
    for url in ("/atlas/nothing/recall/", "/atlas/recalled/99/"):
        assert client.get(url).status_code == 404


def test_a_recalled_page_is_solved_wherever_that_counts(client: Client, ada: Candidate) -> None:
    topic = item().item.topic.partition("/")[0]
    before = {c.topic: (c.solved, c.total) for c in shelf.coverage(candidate=ada)}[topic]
    said(ada)
    assert record.states(candidate=ada)["method/dropout"].status == "solved"
    assert {c.topic: (c.solved, c.total) for c in shelf.coverage(candidate=ada)}[topic] == (before[0] + 1, before[1])
    assert today.day(ada).solved == 1
    for url in ("/atlas/dropout/", "/shelf/?status=solved"):
        assert "Solved</span>" in client.get(url).content.decode()


def test_the_queue_leads_to_the_recall_and_names_the_kind(
    client: Client, ada: Candidate, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.update_profile(candidate=ada, hours_per_week=80)
    turn = next(turn for turn in review.queue(candidate=ada).turns if turn.row.item.kind == "method")
    assert turn.claims == 1
    page = client.get("/memory/").content.decode()
    assert f'href="/atlas/{turn.row.item.item.slug}/recall/"' in page
    assert '<span class="badge">Method</span>' in page
    monkeypatch.setattr(review, "next_item", lambda candidate: item())
    assert client.get("/memory/next")["Location"] == URL


def test_today_leads_to_the_recall_and_the_shelf_to_the_page(client: Client, ada: Candidate) -> None:
    record.update_profile(candidate=ada, welcomed_at=timezone.now())
    now = timezone.now()
    for other in shelf.on_shelf():
        if other.id != item().id:
            record.append_attempt(
                candidate=ada, item=other.id, version="x", kind="submit", started_at=now, verdict="AC", score=1.0
            )
    page = client.get("/").content.decode()
    assert f'href="{URL}"' in page
    assert '<span class="badge">Method</span>' in page
    assert 'href="/atlas/dropout/"' in client.get("/shelf/?status=new").content.decode()
