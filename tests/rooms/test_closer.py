"""A closer look at accepted code: by the real judge, in the background, as an event that changes no verdict."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import timezone
from django.utils.html import strip_tags

from greenroom.content.items import LoadedItem
from greenroom.jobs import ledger, registry
from greenroom.jobs.models import Job
from greenroom.jobs.worker import Worker
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.coding import closer, services
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.shelf.library import library
from tests.judge.verdict_items import BASE, VARIANCE, VARIANCE_TOML

pytestmark = pytest.mark.django_db(transaction=True)
HOST = {"host": "localhost"}
CASES = 120
RARE = textwrap.dedent(VARIANCE["solutions/optimal.py"]).replace(
    "    mean =", "    if len(values) == 7:\n        return 0.5\n    mean ="
)
PACK = """
id = "tiny"
version = "1.0.0"
languages = ["en"]
min_engine = "0.1"
title.en = "A tiny pack"
licence = { prose = "CC-BY-4.0", code = "Apache-2.0" }
"""


@pytest.fixture(autouse=True)
def item(tmp_path: Path, transactional_db: None) -> Iterator[LoadedItem]:
    """An exercise with one small hidden test, in a pack of its own, and few cases to compare with."""
    toml = VARIANCE_TOML.replace("small = 6\nedge = 3", "small = 1\nedge = 1")
    folder = tmp_path / "tiny/coding/variance"
    for name, text in VARIANCE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text).lstrip())
        if name.startswith("mutants/"):
            slug = Path(name).stem.replace("_", "-")
            toml += f'[mutants.{slug}]\nfile = "{name}"\nexpect = "WA"\nsays = {{ en = "{slug}" }}\n'
    (folder / "item.toml").write_text(BASE + toml)
    (folder / "text.en.md").write_text("## Statement\n\nThe sample variance.\n")
    (tmp_path / "tiny/pack.toml").write_text(PACK)
    library.cache_clear()
    with override_settings(CONFIG=replace(settings.CONFIG, closer_cases=CASES, packs=(tmp_path / "tiny",))):
        yield library()["coding/variance"]
    library.cache_clear()
    Submission.objects.all().delete()


def judged(ada: Candidate, item: LoadedItem, code: str, kind: str = "submit", seed: int = 1) -> Submission:
    made = services.hand_in(candidate=ada, item=item, kind=kind, code=code)
    Submission.objects.filter(pk=made.pk).update(seed=seed)
    assert Worker().run_once()
    made.refresh_from_db()
    return made


def page(client: Client, submission: Submission, language: str = "en") -> str:
    client.cookies["django_language"] = language
    return client.get(f"/submission/{submission.pk}/", headers=HOST).content.decode()


def words(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())


def test_accepted_code_is_looked_at_after_its_verdict(client: Client, ada: Candidate, item: LoadedItem) -> None:
    made = judged(ada, item, item.read("solutions/optimal.py"))
    assert made.verdict == "AC"
    waiting = page(client, made)
    assert "Waiting for its turn" in words(waiting)
    assert f'data-closer="/submission/{made.pk}/closer"' in waiting
    before = list(Attempt.objects.values())
    assert not Worker().run_once(), "whoever judges leaves it"
    assert Worker().run_once(background=True)
    assert list(Attempt.objects.values()) == before
    kinds = [event.kind for event in record.replay(candidate=ada, stream=made.stream)]
    assert closer.PROGRESS in kinds[kinds.index("done") :]
    assert (kinds[-1], kinds.count(closer.KIND)) == (closer.KIND, 1)
    shown = page(client, made)
    assert "data-closer" not in shown
    assert f"In {CASES} fresh cases, small ones and edge cases, your answers were the reference's." in words(shown)
    assert any(said in words(shown) for said in ("times the reference's time", "too quick to be timed"))
    assert "Nothing to remark on." in words(shown)
    assert closer.ask(submission=made) is None, "once is enough"


def test_it_is_read_in_chinese(client: Client, ada: Candidate, item: LoadedItem) -> None:
    made = judged(ada, item, item.read("solutions/optimal.py"))
    assert "正在排队" in words(page(client, made, "zh-hans"))
    assert Worker().run_once(background=True)
    part = client.get(f"/submission/{made.pk}/closer", headers=HOST).content.decode()
    assert "再细看一遍" in part
    assert f"在 {CASES} 个新用例" in part
    assert "只与参考解法比，不与别人比" in part or "测不出来" in part


def test_a_difference_that_the_tests_missed_is_shown_and_the_verdict_stays(
    client: Client, ada: Candidate, item: LoadedItem
) -> None:
    tries = (judged(ada, item, RARE, seed=seed) for seed in range(1, 20))
    made = next(submission for submission in tries if submission.verdict == "AC")
    assert Worker().run_once(background=True)
    shown = page(client, made)
    assert 'data-verdict="AC"' in shown
    assert "The verdict stays Accepted, but a counterexample was found" in words(shown)
    assert "variance([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])" in words(shown)
    assert "0.5" in words(shown)
    own = "[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]"
    assert f'data-own-input="{own}"' in shown
    again = services.hand_in(candidate=ada, item=item, kind="run", code=RARE, inputs=own)
    assert Worker().run_once()
    again.refresh_from_db()
    assert again.verdict == "WA", "what is offered as an own input differs there too"


def test_a_killed_worker_loses_nothing(ada: Candidate, item: LoadedItem) -> None:
    made = judged(ada, item, item.read("solutions/optimal.py"))
    assert ledger.claim(worker="killed", kinds=registry.kinds(), background=True)
    assert not Worker().run_once(background=True)
    assert closer.standing(made).state == "waiting"
    ledger.reap(kinds=registry.kinds(), now=timezone.now() + timedelta(days=1))
    assert Worker().run_once(background=True)
    assert closer.standing(made).state == "done"
    assert Job.objects.get(kind=closer.KIND).attempt == 2


def test_what_cannot_be_done_says_so_and_may_be_asked_for_again(
    client: Client, ada: Candidate, item: LoadedItem
) -> None:
    made = judged(ada, item, item.read("solutions/optimal.py"))
    for _ in range(ledger.MOST_ATTEMPTS):
        assert ledger.claim(worker="killed", kinds=registry.kinds(), background=True)
        ledger.reap(kinds=registry.kinds(), now=timezone.now() + timedelta(days=1))
    assert closer.standing(made).state == "failed"
    assert "It could not be done. The verdict stands." in words(page(client, made))
    assert closer.ask(submission=made)


@pytest.mark.parametrize("what", ["a run", "not accepted", "turned off"])
def test_nothing_else_is_looked_at(what: str, client: Client, ada: Candidate, item: LoadedItem) -> None:
    code = "def variance(values):\n    return 7.0\n" if what == "not accepted" else item.read("solutions/optimal.py")
    with override_settings(CONFIG=replace(settings.CONFIG, closer_cases=0 if what == "turned off" else CASES)):
        made = judged(ada, item, code, "run" if what == "a run" else "submit")
    assert not Job.objects.filter(background=True).exists()
    assert "closer look" not in page(client, made)


def test_what_was_accepted_before_there_was_a_closer_look_still_shows(
    client: Client, ada: Candidate, item: LoadedItem
) -> None:
    made = judged(ada, item, item.read("solutions/optimal.py"))
    Job.objects.filter(background=True).delete()
    shown = words(page(client, made))
    assert "Accepted" in shown
    assert "closer look" not in shown
    assert client.get(f"/submission/{made.pk}/closer", headers=HOST).content.strip() == b""


def test_what_is_kept_is_plain_json(ada: Candidate, item: LoadedItem) -> None:
    made = judged(ada, item, item.read("solutions/optimal.py"))
    assert Worker().run_once(background=True)
    found = closer.standing(made).found
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert (found["cases"], found["version"], found["look"]["fuzzed"]["cases"]) == (CASES, item.version, CASES)
