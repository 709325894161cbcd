"""Numeric questions: a variant stays as it was put, slips are named, unreadable answers cost nothing, there is always another."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from greenroom.judge.judging import Judging
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.coding.judges import judging
from greenroom.rooms.drill import services
from greenroom.rooms.drill.models import Put
from greenroom.rooms.shelf.library import library


@pytest.fixture(scope="module")
def judges() -> Judging:
    return judging()


def item(slug: str = "bayes-posterior-test") -> services.LoadedItem:
    return library()[f"param/{slug}"]


def speak(ada: Candidate, lang: int) -> None:
    ada.language = ("en", "zh-hans")[lang]
    ada.save()


def test_a_right_answer_solves_and_the_way_is_shown(client: Client, ada: Candidate, judges: Judging) -> None:
    put = services.current(candidate=ada, item=item(), judge=judges.judge)
    page = client.post(f"/drill/bayes-posterior-test/answer/{put.pk}", {"typed": repr(put.variant["answer"])})
    assert "Another one like this" in page.content.decode()
    attempt = Attempt.objects.get()
    assert (attempt.score, attempt.given["variant"]["answer"]) == (1.0, put.variant["answer"])


def test_a_slip_is_named_and_costs_half(client: Client, ada: Candidate, judges: Judging) -> None:
    put = services.current(candidate=ada, item=item(), judge=judges.judge)
    slip = put.variant["slips"]["base-rate-neglected"]
    page = client.post(f"/drill/bayes-posterior-test/answer/{put.pk}", {"typed": str(slip)}).content.decode()
    assert "base rate" in page
    client.post(f"/drill/bayes-posterior-test/answer/{put.pk}", {"typed": repr(put.variant["answer"])})
    assert [a.score for a in Attempt.objects.order_by("id")] == [0.0, 0.5]


@pytest.mark.parametrize("typed", ["", "forty", "1/0", "__import__('os')", "9**9**9**9"])
def test_what_cannot_be_read_costs_nothing(client: Client, ada: Candidate, judges: Judging, typed: str) -> None:
    put = services.current(candidate=ada, item=item(), judge=judges.judge)
    page = client.post(f"/drill/bayes-posterior-test/answer/{put.pk}", {"typed": typed}).content.decode()
    assert "did not count as a try" in page
    assert not Attempt.objects.exists()
    assert Put.objects.get(pk=put.pk).tries == 0


def test_the_variant_stays_until_it_is_over_and_then_another_comes(ada: Candidate, judges: Judging) -> None:
    first = services.current(candidate=ada, item=item(), judge=judges.judge)
    assert services.current(candidate=ada, item=item(), judge=judges.judge).pk == first.pk
    services.give_up(put=first, item=item())
    second = services.current(candidate=ada, item=item(), judge=judges.judge)
    assert second.pk != first.pk
    assert Attempt.objects.get().kind == Attempt.Kind.GIVE_UP


def test_other_peoples_variants_are_not_there(client: Client, ada: Candidate, bo: Candidate, judges: Judging) -> None:
    theirs = services.current(candidate=bo, item=item(), judge=judges.judge)
    assert client.post(f"/drill/bayes-posterior-test/answer/{theirs.pk}", {"typed": "1"}).status_code == 404
    assert client.post(f"/drill/bayes-posterior-test/give-up/{theirs.pk}").status_code == 404


@pytest.mark.parametrize("slug", ["iou-by-hand", "nucleus-set", "derivative-by-hand", "eigen-2x2", "lora-params"])
def test_every_type_of_answer_is_kept_and_read_back(ada: Candidate, judges: Judging, slug: str) -> None:
    put = services.another(candidate=ada, item=item(slug), judge=judges.judge)
    kept = Put.objects.get(pk=put.pk)
    answer = kept.variant["answer"]
    typed = ", ".join(map(str, answer)) if isinstance(answer, list) else str(answer)
    found, attempt = services.answer(put=kept, item=item(slug), typed=typed)
    assert (found.verdict, attempt is not None) == ("right", True)


ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
UNUSABLE = {
    "conv-output-size": ["1.5", "1e3.5"],
    "lora-params": ["", "3 GiB", "x + y", "1e999", "(1", "1 @ 2", "5" * 700, "10^70", "sqrt(-1)", "-" * 3],
    "training-flops-time": ["3 GiB", "log(0)", "0^-1", "1/0", "exp(10^9)", "max(i, 1)", "exp(1, 2)", "sin 1", "1)"],
    "rope-angle": ["1", "()", "1, x", ", ".join("1" * 145)],
    "derivative-by-hand": ["x +", "quux", "(" * 70 + "x", "+".join("x" * 299), "x+" * 299 + "x, 2", "sqrt(x, 1)"],
}


@pytest.mark.parametrize("slug", UNUSABLE)
@pytest.mark.parametrize("lang", [0, 1], ids=["en", "zh"])
def test_what_is_wrong_with_an_answer_is_said_in_the_readers_language(
    client: Client, ada: Candidate, judges: Judging, slug: str, lang: int
) -> None:
    speak(ada, lang)
    put = services.another(candidate=ada, item=item(slug), judge=judges.judge)
    for typed in UNUSABLE[slug]:
        page = client.post(f"/drill/{slug}/answer/{put.pk}", {"typed": typed}).content.decode()
        said = re.sub("<[^>]+>", "", page[page.index('role="alert"') : page.index('for="typed"')])
        assert bool(ENGLISH.search(said)) == (not lang), said


def test_a_unit_in_a_message_is_translated(client: Client, ada: Candidate, judges: Judging) -> None:
    speak(ada, 1)
    put = services.current(candidate=ada, item=item("training-flops-time"), judge=judges.judge)
    page = client.post(f"/drill/training-flops-time/answer/{put.pk}", {"typed": "3 GiB"}).content.decode()
    assert "GiB 不是所求的量的单位；请以 天 作答。" in page


def test_an_attempt_keeps_the_message_as_text(ada: Candidate, judges: Judging) -> None:
    put = services.current(candidate=ada, item=item("rope-angle"), judge=judges.judge)
    _found, attempt = services.answer(put=put, item=item("rope-angle"), typed="1, 2, 3, 4, 5")
    assert attempt is not None
    assert attempt.evidence["message"].endswith("entries, yours has 5.")


HELP = {
    "bellman-update": ("A difference of up to 0.006 is allowed.", "误差不超过 0.006 算对。"),
    "lora-params": ("A difference of up to 0.5 % is allowed.", "误差不超过 0.5 % 算对。"),
    "train-memory": ("A difference of up to 1 % is allowed.", "误差不超过 1 % 算对。"),
    "rope-angle": (
        "numbers or expressions: 1, 1/2, -2*log(3). A difference of up to 0.008 is allowed.",
        "也可以是算式",
    ),
}


@pytest.mark.parametrize("slug", HELP)
@pytest.mark.parametrize("lang", [0, 1], ids=["en", "zh"])
def test_the_help_says_the_tolerance(client: Client, ada: Candidate, judges: Judging, slug: str, lang: int) -> None:
    speak(ada, lang)
    page = client.get(f"/drill/{slug}/").content.decode()
    assert HELP[slug][lang] in page
    assert " 0 %" not in page


@pytest.mark.parametrize("slug", ["conv-output-size", "iou-by-hand", "nucleus-set", "derivative-by-hand"])
def test_an_exact_answer_has_no_tolerance(client: Client, ada: Candidate, judges: Judging, slug: str) -> None:
    assert "A difference of" not in client.get(f"/drill/{slug}/").content.decode()


@pytest.mark.parametrize(("lang", "label"), [(0, "days"), (1, "天")])
def test_units_that_are_words_are_translated(
    client: Client, ada: Candidate, judges: Judging, lang: int, label: str
) -> None:
    speak(ada, lang)
    put = services.current(candidate=ada, item=item("training-flops-time"), judge=judges.judge)
    answer = put.variant["answer"]
    assert f"({label})" in client.get("/drill/training-flops-time/").content.decode()
    page = client.post(f"/drill/training-flops-time/answer/{put.pk}", {"typed": repr(answer)}).content.decode()
    assert f"{answer:.8g} {label}" in page
    assert f"<strong>{answer:.6g} {label}</strong>" in page


def test_the_right_answer_has_the_six_digits_of_the_solution(ada: Candidate, judges: Judging) -> None:
    put = services.another(candidate=ada, item=item("rope-angle"), judge=judges.judge)
    put.variant["answer"] = [1 / 3, -2 / 3, 4]
    assert services.written_answer(put, item("rope-angle")) == "[0.333333, -0.666667, 4]"


def test_an_unknown_question_is_not_found(client: Client, ada: Candidate) -> None:
    assert client.get("/drill/no-such/").status_code == 404
