"""Sessions: what goes in, what comes out, what stops them. On the strongest tier of the machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from greenroom.judge.sandbox.probe import probe
from greenroom.judge.service import LocalJudge, start_judge
from greenroom.judge.session import JudgeError, Limits, RunResult
from greenroom.judge.types import Op, Opaque, Outcome, Raised
from greenroom.judge.wire import CannotCross


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


def call(name: str, *args: Any) -> tuple[Op, ...]:
    return (Op("call", name, args),)


def run(judge: LocalJudge, source: str, *scripts: tuple[Op, ...], profile: Any = "py", **options: Any) -> RunResult:
    limits = options.pop("limits", None)
    with judge.open(profile, limits=limits) as session:
        assert session.load(source) is None
        return session.run(scripts, **options)


def first(result: RunResult) -> Outcome:
    assert result.stop == "ok", result
    return result.outcomes[0][0]


def test_a_function_is_called_with_typed_values(judge: LocalJudge) -> None:
    values = (None, True, 2**70, -1.5, float("inf"), "é", b"\0", [1, (2, {3})], {(1, 2): "x"}, 1j, frozenset({1}))
    outcome = first(run(judge, "def f(*a):\n    return a\n", call("f", *values)))
    assert outcome.value == values
    assert [type(v) for v in outcome.value] == [type(v) for v in values]


def test_arrays_keep_dtype_and_shape(judge: LocalJudge) -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)[:, ::-1]
    outcome = first(run(judge, "def f(x):\n    return x.T, x.sum()\n", call("f", array), profile="np"))
    np.testing.assert_array_equal(outcome.value[0], array.T)
    assert outcome.value[0].dtype == np.float32
    assert type(outcome.value[1]) is np.float32


def test_a_class_is_driven_by_a_script_and_names_die_with_it(judge: LocalJudge) -> None:
    source = (
        "class Counter:\n    def __init__(self, n):\n        self.n = n\n"
        "    def add(self, k):\n        self.n += k\n        print('added', k)\n        return self.n\n"
    )
    script = (Op("new", "Counter", (5,), bind="c"), Op("call", "c.add", (2,)), Op("get", "c.n"))
    result = run(judge, source, script, (Op("get", "c.n"),))
    assert [o.value for o in result.outcomes[0]] == [None, 7, 7]
    assert result.outcomes[0][1].stdout == "added 2\n"
    assert result.outcomes[1][0].raised is not None
    assert result.outcomes[1][0].raised.type == "Missing"


def test_a_generator_is_drawn_from_in_steps(judge: LocalJudge) -> None:
    source = "def squares():\n    n = 0\n    while True:\n        yield n * n\n        n += 1\n"
    take = Op("take", "it", (3,))
    result = run(judge, source, (Op("call", "squares", bind="it"), take, take))
    assert [o.value for o in result.outcomes[0]] == [None, [0, 1, 4], [9, 16, 25]]


def test_arguments_come_back_only_when_asked_for(judge: LocalJudge) -> None:
    source = "def f(x):\n    x.append(1)\n"
    assert first(run(judge, source, call("f", [0]))).args_after is None
    assert first(run(judge, source, call("f", [0]), mutates=True)).args_after == ([0, 1],)


def test_an_exception_shows_the_candidates_lines_only(judge: LocalJudge) -> None:
    source = "def g(x):\n    return 1 // x\n\ndef f(x):\n    return g(x)\n"
    raised = first(run(judge, source, call("f", 0))).raised
    assert raised is not None
    assert raised.type == "ZeroDivisionError"
    assert raised.trace == ("solution.py:5, in f: return g(x)", "solution.py:2, in g: return 1 // x")


def test_a_script_stops_at_its_first_exception_and_the_next_one_runs(judge: LocalJudge) -> None:
    source = "def f(x):\n    return 1 / x\n"
    result = run(judge, source, (*call("f", 0), *call("f", 1)), call("f", 2))
    assert [len(outcomes) for outcomes in result.outcomes] == [1, 1]
    assert result.outcomes[1][0].value == 0.5


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("def f(:\n", "SyntaxError"),
        ("x = 1\0", "SyntaxError"),
        ("import sklearn\n", "ModuleNotFoundError"),
        ("1 / 0\n", "ZeroDivisionError"),
        ("\ud800", "UnicodeEncodeError"),
        ("#" * (2 << 20), "ValueError"),
        ("raise SystemExit(3)\n", "SystemExit"),
    ],
)
def test_a_module_that_does_not_load_says_why(judge: LocalJudge, source: str, kind: str) -> None:
    with judge.open("py") as session:
        raised = session.load(source)
        assert isinstance(raised, Raised)
        assert raised.type in (kind, "ValueError")


def test_a_syntax_error_names_its_line(judge: LocalJudge) -> None:
    with judge.open("py") as session:
        raised = session.load("x = 1\ny = = 2\n")
        assert raised is not None
        assert raised.trace == ("solution.py:2: y = = 2",)


def test_pack_files_are_importable_and_runnable(judge: LocalJudge) -> None:
    with judge.open("py") as session:
        extra = {"gen": "import solution\ndef case(seed):\n    return (solution.f(seed),)\n"}
        assert session.load("def f(x):\n    return x + 1\n", extra=extra) is None
        assert session.run([call("case", 1)], module="gen").outcomes[0][0].value == (2,)
        assert session.run([call("f", 5)]).outcomes[0][0].value == 6


def test_results_are_streamed_in_order(judge: LocalJudge) -> None:
    seen: list[int] = []
    scripts = [call("f", n) for n in range(50)]
    result = run(judge, "def f(x):\n    return x\n", *scripts, on_result=lambda i, out: seen.append(out[0].value))
    assert seen == list(range(50)) == [out[0].value for out in result.outcomes]
    assert len(result.cpu_s) == 50


def test_large_values_cross_without_a_deadlock(judge: LocalJudge) -> None:
    arrays = [np.full(200_000, n, dtype=float) for n in range(6)]
    limits = Limits(cpu_s=20, memory_mb=512)
    result = run(judge, "def f(x):\n    return x\n", *(call("f", a) for a in arrays), profile="np", limits=limits)
    assert [out[0].value[0] for out in result.outcomes] == [0, 1, 2, 3, 4, 5]


def test_what_cannot_cross_is_refused_before_anything_runs(judge: LocalJudge) -> None:
    with judge.open("py") as session:
        assert session.load("def f(x):\n    return object\n") is None
        with pytest.raises(CannotCross):
            session.run([call("f", object())])
        assert session.run([call("f", 1)]).outcomes[0][0].value == Opaque("type")


@pytest.mark.parametrize(
    ("body", "stop"),
    [
        ("while True: pass", "TLE"),
        ("import time; time.sleep(99)", "TLE"),
        ("return bytearray(1 << 30)", "MLE"),
        ("print('x' * (1 << 20))", "OLE"),
        ("import os; os._exit(3)", "RE"),
        ("import ctypes; ctypes.string_at(0)", "RE"),
        ("import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)", "SV"),
    ],
)
def test_limits_stop_a_run_and_spend_the_session(judge: LocalJudge, body: str, stop: str) -> None:
    limits = Limits(cpu_s=0.5, wall_s=3)
    with judge.open("py", limits=limits) as session:
        assert session.load(f"def f():\n    {body}\ndef g():\n    return 1\n") is None
        result = session.run([call("g"), call("f"), call("g")])
        assert result.stop == stop
        assert result.outcomes[0][0].value == 1
        assert result.message
        assert session.run([call("g")]).stop == stop


def test_control_characters_do_not_reach_the_reader(judge: LocalJudge) -> None:
    outcome = first(run(judge, "def f():\n    print('a\\x1b[31mb\\x00c\\r\\nd\\te')\n", call("f")))
    assert outcome.stdout == "abc\nd\te\n"


def test_the_seed_makes_global_generators_repeat(judge: LocalJudge) -> None:
    source = "import random, numpy\ndef f():\n    return random.random(), float(numpy.random.rand())\n"

    def draw(seed: int) -> Any:
        with judge.open("np", seed=seed) as session:
            assert session.load(source) is None
            return session.run([call("f")]).outcomes[0][0].value

    assert draw(1) == draw(1) != draw(2)


def test_sets_of_strings_have_one_order(judge: LocalJudge) -> None:
    source = "def f():\n    return list({'a', 'bb', 'ccc', 'dddd', 'eeeee'})\n"
    assert first(run(judge, source, call("f"))).value == first(run(judge, source, call("f"))).value


def test_threads_and_an_event_loop_work(judge: LocalJudge) -> None:
    source = (
        "import asyncio, threading\n"
        "async def work():\n    await asyncio.sleep(0)\n    return 1\n"
        "def f():\n    out = []\n    t = threading.Thread(target=lambda: out.append(asyncio.run(work())))\n"
        "    t.start(); t.join()\n    return out\n"
    )
    assert first(run(judge, source, call("f"))).value == [1]


def test_pandas_and_sqlite_in_the_science_profile(judge: LocalJudge) -> None:
    import pandas as pd

    table = pd.DataFrame({"city": ["a", "b", "a"], "sales": [1.0, 2.0, 4.0]})
    source = (
        "import sqlite3\n"
        "def f(t):\n    return t.groupby('city').sales.sum().reset_index()\n"
        "def q(t):\n    db = sqlite3.connect(':memory:')\n    t.to_sql('t', db)\n"
        "    return db.execute('select city, sum(sales) from t group by city order by city').fetchall()\n"
    )
    result = run(
        judge, source, call("f", table), call("q", table), profile="sci", limits=Limits(cpu_s=20, memory_mb=1024)
    )
    frame = first(result).value
    assert frame.names == ("city", "sales")
    assert list(frame.columns[0]) == ["a", "b"]
    np.testing.assert_array_equal(frame.columns[1], [5.0, 2.0])
    assert result.outcomes[1][0].value == [("a", 5.0), ("b", 2.0)]


def test_what_a_profile_does_not_offer_is_simply_not_found() -> None:
    source = "def f():\n    import sklearn\n"
    for tier in (tier for tier in probe().offered if tier != "E"):
        with start_judge(tier=tier) as judge:
            raised = first(run(judge, source, call("f"), profile="np")).raised
            assert raised is not None
            assert (raised.type, raised.message) == ("ModuleNotFoundError", "No module named 'sklearn'")


def test_the_unsafe_tier_speaks_the_same_language() -> None:
    source = "import os\ndef f(n):\n    if n == 2:\n        os._exit(4)\n    return n\n"
    with start_judge(tier="E", allow_unsafe=True) as judge:
        result = run(judge, source, *(call("f", n) for n in range(4)))
        assert [out[0].value for out in result.outcomes] == [0, 1]
        assert (result.stop, result.message) == ("RE", "the program ended itself with exit code 4")
        limits = Limits(cpu_s=0.3, wall_s=20)
        assert run(judge, "def f():\n    while True: pass\n", call("f"), limits=limits).stop == "TLE"


def test_torch_learns_in_its_profile(judge: LocalJudge) -> None:
    if why := judge.available("torch"):
        pytest.skip(why)
    source = (
        "import torch\ndef f(x):\n    w = torch.zeros(2, requires_grad=True)\n    best = torch.optim.SGD([w], lr=0.5)\n"
        "    (w - torch.tensor(x)).square().sum().backward()\n    best.step()\n    return w.tolist()\n"
    )
    result = run(judge, source, call("f", [3.0, -1.0]), profile="torch")
    assert result.outcomes[0][0].value == [3.0, -1.0]


def test_a_missing_profile_says_what_to_install(judge: LocalJudge) -> None:
    why = judge.available("torch")
    if not why:
        pytest.skip("torch is installed here")
    assert "greenroom[torch]" in why
    with pytest.raises(JudgeError, match="torch"):
        judge.open("torch")
