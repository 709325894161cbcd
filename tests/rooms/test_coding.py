from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import numpy as np
import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from greenroom.content.items import LoadedItem
from greenroom.content.models import Compare, Debug
from greenroom.jobs.models import Job
from greenroom.judge import types as judged
from greenroom.judge.compare import compare
from greenroom.judge.intake import accept
from greenroom.judge.overheard import stopped
from greenroom.judge.said import Worded, sentence
from greenroom.judge.types import Mismatch, Outcome, Raised, Report
from greenroom.judge.verdicts import summary
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate, ItemState
from greenroom.rooms.coding import reports, services, sitting
from greenroom.rooms.coding.models import Draft, Submission
from greenroom.rooms.shelf.library import library

HOST = {"host": "localhost"}
URL = "/coding/stable-softmax/"


@pytest.fixture
def item() -> LoadedItem:
    return library()["coding/stable-softmax"]


def test_a_report_survives_json_with_infinities() -> None:
    mismatch = Mismatch("nan", sentence("not finite {x}", x="\0"), max_abs=float("inf"), max_rel=float("nan"))
    report = Report("WA", 7, (judged.TestResult(0, "edge", "WA", mismatch),), 3)
    back = reports.from_json(reports.to_json(report)).tests[0].mismatch
    assert back
    assert back.message == "not finite \\x00"
    assert back.max_abs == float("inf")
    assert back.max_rel != back.max_rel


@pytest.mark.parametrize(("verdict", "passed", "score"), [("AC", 4, 1.0), ("WA", 2, 0.5), ("TLE", 4, 0.99)])
def test_only_accepted_solves(verdict: str, passed: int, score: float) -> None:
    tests = tuple(judged.TestResult(n, "small", "AC" if n < passed else "WA") for n in range(4))
    assert reports.score(Report(verdict, 0, tests, 4)) == score  # type: ignore[arg-type]


@pytest.mark.django_db
def test_the_clock_counts_what_ran_and_not_what_was_paused(ada: Candidate, item: LoadedItem) -> None:
    sitting.move_timer(candidate=ada, item=item.id, move="start")
    begun = timezone.now()
    running = sitting.read(candidate=ada, item=item.id, now=begun + timedelta(seconds=60))
    assert running.running
    assert running.elapsed == pytest.approx(60, abs=1)
    sitting.move_timer(candidate=ada, item=item.id, move="pause")
    later = sitting.read(candidate=ada, item=item.id, now=begun + timedelta(hours=1))
    assert later.elapsed == pytest.approx(0, abs=1)
    assert not later.running


@pytest.mark.django_db
def test_hints_open_in_order_and_once(ada: Candidate, item: LoadedItem) -> None:
    for _ in range(5):
        services.open_hint(candidate=ada, item=item)
    now = sitting.read(candidate=ada, item=item.id)
    assert now.hints == (1, 2, 3)
    assert now.cost == 6


@pytest.mark.django_db
def test_handing_in_queues_one_job_and_a_second_time_gives_the_same(ada: Candidate, item: LoadedItem) -> None:
    first = services.hand_in(candidate=ada, item=item, kind="submit", code="x = 1")
    again = services.hand_in(candidate=ada, item=item, kind="submit", code="x = 2")
    assert first == again
    assert Job.objects.filter(kind="judge").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["", "  \n", "x" * (services.MAX_CODE + 1)])
def test_what_cannot_be_judged_is_refused_with_advice(client: Client, code: str) -> None:
    answer = client.post(f"{URL}submit", {"kind": "run", "code": code}, headers=HOST)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not Submission.objects.exists()


@pytest.mark.django_db
def test_giving_up_opens_the_editorial_once_and_never_solves(ada: Candidate, item: LoadedItem) -> None:
    assert not services.may_read_editorial(candidate=ada, item=item)
    services.give_up(candidate=ada, item=item)
    services.give_up(candidate=ada, item=item)
    assert services.may_read_editorial(candidate=ada, item=item)
    assert Attempt.objects.filter(kind=Attempt.Kind.GIVE_UP).count() == 1
    assert record.states(candidate=ada)[item.id].status == ItemState.Status.GAVE_UP


@pytest.mark.django_db
def test_the_editorial_and_the_solutions_stay_closed_before(client: Client, item: LoadedItem) -> None:
    page = client.get(f"{URL}editorial", headers=HOST).content.decode()
    assert "opens when you have solved" in page
    assert "Brute force" not in page
    room = client.get(URL, headers=HOST).content.decode()
    assert item.read("solutions/optimal.py").splitlines()[-1].strip() not in room


@pytest.mark.django_db
def test_a_draft_is_unfinished_until_it_is_solved(ada: Candidate, item: LoadedItem) -> None:
    services.save_draft(candidate=ada, item=item, code=services.starter(item), inputs="")
    assert services.unfinished(candidate=ada) == []
    services.save_draft(candidate=ada, item=item, code="def softmax_jvp(z, v): ...", inputs="")
    assert services.unfinished(candidate=ada) == [item.id]
    now = timezone.now()
    record.append_attempt(
        candidate=ada, item=item.id, version=item.version, kind="submit", started_at=now, verdict="AC", score=1.0
    )
    assert services.unfinished(candidate=ada) == []


@pytest.mark.django_db
def test_other_peoples_work_is_not_there(client: Client, ada: Candidate, bo: Candidate, item: LoadedItem) -> None:
    theirs = services.hand_in(candidate=bo, item=item, kind="submit", code="SECRET = 1")
    Draft.objects.create(candidate=bo, item=item.id, code="SECRET = 2")
    sitting.open_hint(candidate=bo, item=item.id, n=1, cost=1)
    assert client.get(f"/submission/{theirs.pk}/", headers=HOST).status_code == 404
    assert client.get(f"/live/{theirs.stream}", headers=HOST).status_code in {200, 404}
    for path in ("", "history", "hints", f"compare?pick={theirs.pk}&pick={theirs.pk}"):
        assert "SECRET" not in client.get(URL + path, headers=HOST).content.decode()
    assert "Cost so far" not in client.get(f"{URL}hints", headers=HOST).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["draft", "submit", "timer"])
def test_writing_needs_the_token(path: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(URL + path, {"code": "x"}, headers=HOST).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/coding/no-such-thing/",
        "/method/stable-softmax/draft",
        "/coding/../../etc/passwd/",
        "/shelf/figure/coding/stable-softmax/item.toml",
        "/shelf/figure/coding/stable-softmax/..%2f..%2fpack.toml",
        "/submission/999999/",
    ],
)
def test_there_is_nothing_elsewhere(client: Client, path: str) -> None:
    assert client.get(path, headers=HOST).status_code == 404


@pytest.mark.django_db
def test_nonsense_is_answered_with_advice(client: Client, ada: Candidate) -> None:
    assert client.post(f"{URL}timer", {"move": "fly"}, headers=HOST).status_code == 400
    assert client.post("/settings/keys", {"keymap": "nano"}, headers=HOST).status_code == 400
    assert client.post("/settings/theme", {"theme": "pink"}, headers=HOST).status_code == 400
    assert "Pick exactly two" in client.get(f"{URL}compare?pick=x", headers=HOST).content.decode()


ENGLISH = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")
"""Three words in a row. Names, numbers and code have fewer."""


def report_in_chinese(client: Client, ada: Candidate, item: LoadedItem, stored: dict[str, Any]) -> str:
    """The text of the page that shows a stored report."""
    ada.language = "zh-hans"
    ada.save()
    kept = Submission.objects.create(
        candidate=ada, item=item.id, version=item.version, kind="submit", state="judged", code="x", report=stored
    )
    return unescape(strip_tags(client.get(f"/submission/{kept.pk}/", headers=HOST).content.decode()))


def wrong(expected: Any, actual: Any, **rule: Any) -> Mismatch:
    wanted, got = (one if isinstance(one, Outcome) else Outcome(one) for one in (expected, actual))
    found = compare(wanted, got, Compare(**rule))
    assert found
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mismatch", "told"),
    [
        (wrong(np.ones(2), np.ones((2, 1))), "形状是 (2, 1)，应为 (2,)。"),
        (wrong(np.ones(2), 1.0), "这是单个数，形状应为 (2,)。"),
        (wrong([1, 2], [1]), "长度是 1，应为 2。"),
        (wrong([{"a": ["x"]}], [{"a": ["y"]}]), "[0]['a'][0] 处：值不对。"),
        (wrong({"a": 1}, {}), "缺少键 'a'。"),
        (wrong([1], None), "是不是漏了 return？"),
        (wrong("a", 1), "答案的类型是 int，应为 str。"),
        (wrong(np.ones(2), np.ones(2, int), dtype="kind"), "数值的类型是 int，应为 float。"),
        (wrong(Outcome(stdout="a"), Outcome(stdout="b"), stdout=True), "打印的内容从第 1 行起不同。"),
        (wrong(Outcome(None, args_after=([1],)), Outcome(None, args_after=([],)), mutates=True), "第 1 个参数"),
        (wrong(Outcome(raised=Raised("ValueError", "x")), 1), "应抛出 ValueError"),
        (wrong(1, Outcome(raised=Raised("Missing", "solution.py does not define 'f'"))), "没有定义 'f'"),
    ],
)
def test_a_wrong_answer_is_explained_in_chinese(
    client: Client, ada: Candidate, item: LoadedItem, mismatch: Mismatch, told: str
) -> None:
    result = judged.TestResult(0, "small", "WA", mismatch, input="f(1)", expected="1", actual="2")
    said = summary("WA", [result], 5)
    shown = report_in_chinese(client, ada, item, reports.to_json(Report("WA", 7, (result,), 5, said=said)))
    assert told in shown
    assert not ENGLISH.findall(shown)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verdict", "why", "told"),
    [
        ("RE", accept("def f(x", "f"), "第 1 行不是有效的 Python"),
        ("RE", accept("def F(x): 1", "f", "f(x)"), "有一个 F"),
        ("RE", Report("RE", 0, said=stopped("RE", "the program crashed (SIGSEGV)")), "程序崩溃了（SIGSEGV）"),
        (
            "PE",
            Report("PE", 0, said=sentence("There is no parameter {unknown}. The parameters are {names}.")),
            "没有名为",
        ),
    ],
)
def test_what_could_not_be_judged_is_explained_in_chinese(
    client: Client, ada: Candidate, item: LoadedItem, verdict: judged.Verdict, why: Worded, told: str
) -> None:
    shown = report_in_chinese(client, ada, item, reports.to_json(Report(verdict, 0, said=why.said)))
    assert told in shown


@pytest.mark.django_db
def test_what_is_not_defined_is_said_in_chinese(client: Client, ada: Candidate, item: LoadedItem) -> None:
    raised = Raised("Missing", "'s' has no attribute 'fit'")
    result = judged.TestResult(0, "small", "RE", None, raised)
    stored = reports.to_json(Report("RE", 7, (result,), 5, said=summary("RE", [result], 5)))
    shown = report_in_chinese(client, ada, item, stored)
    assert shown.count("'s' 没有属性 'fit'") == 2
    assert "Missing" not in shown


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", ["WA", "RE"])
def test_reports_from_before_still_show(client: Client, ada: Candidate, item: LoadedItem, verdict: str) -> None:
    mismatch = {"cause": "shape", "message": "The shape is (2,); it should be (3,).", "index": None}
    test = {"index": 0, "tier": "edge", "verdict": verdict, "mismatch": mismatch, "input": "f(1)"}
    stored = {"verdict": verdict, "seed": 7, "tests": [test], "total": 1, "message": "It stopped. Passed 0 of 1 tests."}
    shown = report_in_chinese(client, ada, item, stored)
    assert "形状不同。" in shown
    assert "The shape is (2,); it should be (3,)." in shown
    assert ("It stopped." in shown) == (verdict == "RE")


def test_a_debugging_room_speaks_of_bugs_not_of_examples(client: Client, ada: Candidate) -> None:
    page = client.get("/debug/leaky-scaler/", headers=HOST).content.decode()
    assert "look for every bug" in page
    assert "Run tries the examples" not in page
    assert "Run tries the examples" in client.get(URL, headers=HOST).content.decode()


def test_a_debugging_report_counts_bugs(client: Client, ada: Candidate) -> None:
    exercise = library()["debug/leaky-scaler"]
    assert isinstance(exercise.item, Debug)
    bugs = tuple(judged.TestResult(n, name, "AC" if n else "WA") for n, name in enumerate(exercise.item.bugs))
    submission = Submission.objects.create(
        candidate=ada,
        item="debug/leaky-scaler",
        version=exercise.version,
        kind="run",
        state="done",
        report=reports.to_json(Report("WA", 7, bugs, len(bugs))),
        verdict="WA",
    )
    page = " ".join(strip_tags(client.get(f"/submission/{submission.pk}/", headers=HOST).content.decode()).split())
    assert "3 of 4 bugs mended" in page
    assert "examples" not in page
