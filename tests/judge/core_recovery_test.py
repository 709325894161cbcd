"""Deaths from outside: the submission is judged again, and a dead supervisor leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from greenroom.judge.nursery import ForkedChild
from greenroom.judge.running import LiveSession
from greenroom.judge.sandbox.probe import probe
from greenroom.judge.service import LocalJudge, start_judge
from greenroom.judge.session import JudgeError, Limits, Session
from greenroom.judge.types import Op

SLOW = "import time\ndef f(n):\n    time.sleep(0.15)\n    return n\n"
SCRIPTS = [(Op("call", "f", (n,)),) for n in range(6)]

pytestmark = pytest.mark.skipif(not probe().tier.startswith(("A", "B")), reason="needs forked children")


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


def child_of(session: Session) -> ForkedChild:
    return cast(ForkedChild, cast(LiveSession, session)._child)


def judged_despite(judge: LocalJudge, harm: Callable[[Session], None], times: int = 1) -> Any:
    """Judge a slow submission, doing harm after its second answer."""
    seen: list[int] = []

    def on_result(index: int, _: object) -> None:
        seen.append(index)
        if index in range(1, 1 + times):
            harm(session)

    with judge.open("py", limits=Limits(cpu_s=5, wall_s=60)) as session:
        assert session.load(SLOW) is None
        result = session.run(SCRIPTS, on_result=on_result)
    return result, seen


def test_a_killed_child_is_replaced(judge: LocalJudge) -> None:
    result, seen = judged_despite(judge, lambda session: os.kill(child_of(session).pid, signal.SIGKILL))
    assert result.stop == "ok"
    assert [out[0].value for out in result.outcomes] == list(range(6))
    assert seen == list(range(6)), "each answer is told once"


def test_a_killed_zygote_is_replaced(judge: LocalJudge) -> None:
    before = judge.zygote_pid("py")
    result, _ = judged_despite(judge, lambda _: os.kill(before, signal.SIGKILL))
    assert result.stop == "ok"
    assert [out[0].value for out in result.outcomes] == list(range(6))
    assert judge.zygote_pid("py") != before


def test_a_child_that_is_always_killed_is_the_judges_fault(judge: LocalJudge) -> None:
    result, _ = judged_despite(judge, lambda session: os.kill(child_of(session).pid, signal.SIGKILL), times=5)
    assert result.stop == "IE"


def test_a_dead_supervisor_leaves_no_process_behind() -> None:
    program = (
        "import sys, time\nfrom greenroom.judge.service import start_judge\nfrom greenroom.judge.types import Op\n"
        "judge = start_judge(); session = judge.open('py')\n"
        "session.load('import time\\ndef f():\\n    time.sleep(600)\\n')\n"
        "print(judge.zygote_pid('py'), session._child.pid, flush=True)\n"
        "session.run([(Op('call', 'f'),)])\n"
    )
    path = os.pathsep.join(entry for entry in sys.path if entry)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    ) as process:
        assert process.stdout is not None
        pids = [int(text) for text in process.stdout.readline().split()]
        assert all(Path(f"/proc/{pid}").exists() for pid in pids)
        process.kill()
    deadline = time.monotonic() + 20
    while any(running(pid) for pid in pids):
        assert time.monotonic() < deadline, "a process outlived its supervisor"
        time.sleep(0.02)


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_closed_judge_says_so() -> None:
    judge = start_judge()
    judge.warm("py")
    judge.close()
    with pytest.raises(JudgeError, match="closed"):
        judge.open("py")


def test_many_threads_share_one_judge(judge: LocalJudge) -> None:
    answers: list[int] = []

    def work(n: int) -> None:
        with judge.open("py") as session:
            assert session.load("def f(x):\n    return x * x\n") is None
            answers.append(session.run([(Op("call", "f", (n,)),)]).outcomes[0][0].value)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [n * n for n in range(12)]


def test_one_submission_many_times_has_one_verdict(judge: LocalJudge) -> None:
    verdicts = set()
    for _ in range(200):
        with judge.open("py") as session:
            raised = session.load("def f(x):\n    return sorted({str(i) for i in range(x)}, key=hash)\n")
            verdicts.add((raised, repr(session.run([(Op("call", "f", (n,)),) for n in range(5)]).outcomes)))
    assert len(verdicts) == 1
