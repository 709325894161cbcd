"""Submissions from source to report, on the real judge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.judge.verdict_items import VARIANCE, VARIANCE_TOML, coding

from greenroom.content.items import LoadedItem
from greenroom.judge.author import PackFault
from greenroom.judge.cases import seed_of
from greenroom.judge.judging import Judging
from greenroom.judge.service import LocalJudge, start_judge
from greenroom.judge.types import TestResult as Result

SEED = 20_26


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


@pytest.fixture(scope="module")
def judging(judge: LocalJudge) -> Iterator[Judging]:
    judging = Judging(judge)
    yield judging
    judging.close()


@pytest.fixture(scope="module")
def item(tmp_path_factory: pytest.TempPathFactory) -> LoadedItem:
    return coding(tmp_path_factory.mktemp("variance"))


def test_right_variants_are_accepted(judging: Judging, item: LoadedItem) -> None:
    for body in (
        "import statistics\ndef variance(values): return statistics.variance(values) if len(values) > 1 else 0",
        "import numpy as np\ndef variance(values): return np.var(values, ddof=1) if len(values) > 1 else np.float32(0)",
        "import numpy as np\ndef variance(v):\n    a = np.float32(v)\n    return np.var(a, ddof=1) if len(v) > 1 else 0",
    ):
        report = judging.submit(item, body, seed=SEED)
        assert report.verdict == "AC", report.message
        assert (len(report.tests), report.total) == (12, 12)
        assert report.usage.cpu_s > 0
        assert report.tier


def test_every_test_is_streamed_in_order(judging: Judging, item: LoadedItem) -> None:
    seen: list[Result] = []
    report = judging.submit(
        item, VARIANCE["mutants/deviation.py"].replace("\n        ", "\n"), seed=SEED, on_test=seen.append
    )
    assert [t.index for t in seen] == list(range(12))
    assert [t.verdict for t in seen] == [t.verdict for t in report.tests]


@pytest.mark.parametrize("slug", ["divides-by-n", "deviation", "no-mean", "absolute"])
def test_the_mistake_is_named_and_the_input_is_small(judging: Judging, item: LoadedItem, slug: str) -> None:
    source = item.read(f"mutants/{slug.replace('-', '_')}.py").replace("mean", "middle")
    report = judging.explain(item, source, judging.submit(item, source, seed=SEED))
    assert report.verdict == "WA"
    assert report.misconception == slug
    assert report.smallest is not None
    assert report.smallest.mismatch is not None
    assert len(report.smallest.input) <= len("variance([0.0, 10.0])")


def test_the_same_seed_gives_the_same_report(judging: Judging, item: LoadedItem) -> None:
    source = item.read("mutants/no_mean.py")
    reports = [judging.explain(item, source, judging.submit(item, source, seed=7)) for _ in range(2)]
    timeless = [
        [(t.verdict, t.mismatch, t.input, t.expected, t.actual) for t in (*r.tests, r.smallest) if t] for r in reports
    ]
    assert timeless[0] == timeless[1]
    assert judging.submit(item, source, seed=8).tests != judging.submit(item, source, seed=7).tests


def test_a_crash_shows_the_candidates_own_lines(judging: Judging, item: LoadedItem) -> None:
    report = judging.submit(item, item.read("mutants/one_crashes.py"), seed=SEED)
    assert report.verdict == "RE"
    failed = next(t for t in report.tests if t.verdict == "RE")
    assert failed.raised is not None
    assert failed.raised.type == "ZeroDivisionError"
    assert any("solution.py" in line for line in failed.raised.trace)
    assert "ZeroDivisionError" in report.message


@pytest.mark.parametrize(
    ("source", "verdict", "hint"),
    [
        ("def variance(values):\n    while True: pass", "TLE", "time limit"),
        ("def variance(values):\n    return print('x' * 10**6)", "OLE", "printed"),
        ("import os\ndef variance(values):\n    os._exit(0)", "RE", "ended itself"),
        ("x = 1 / 0\ndef variance(values): return 0", "RE", "ZeroDivisionError"),
        ("def variance(values): return object()", "WA", "type object"),
        ("def variance(values): pass", "WA", "return missing"),
        ("def variance(values)\n  pass", "RE", "Line 1"),
        (b"\xff\xfe", "RE", "UTF-8"),
        ("def varianz(values): pass", "RE", "does not define variance"),
        ("exec('pass')", "RE", "variance"),
    ],
)
def test_verdicts(judging: Judging, item: LoadedItem, source: str | bytes, verdict: str, hint: str) -> None:
    report = judging.submit(item, source, seed=SEED)
    assert report.verdict == verdict
    assert hint in report.message


def test_a_cheat_equals_nothing(judging: Judging, item: LoadedItem) -> None:
    source = """
class Always(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __hash__ = None
def variance(values): return Always(0)
"""
    assert judging.submit(item, source, seed=SEED).verdict == "WA"


def test_examples_are_the_same_for_everybody(judging: Judging, item: LoadedItem) -> None:
    shown = judging.examples(item)
    assert len(shown) == 2
    assert all(t.input.startswith("variance([") and t.expected for t in shown)
    report = judging.run(item, item.read("solutions/brute.py"))
    assert [(t.input, t.expected) for t in report.tests] == [(t.input, t.expected) for t in shown]
    assert all(t.actual for t in report.tests)


def test_own_inputs(judging: Judging, item: LoadedItem) -> None:
    source = "def variance(values):\n    print(len(values))\n    return 0.0"
    report = judging.run(item, source, inputs="[1.0, 3.0]\n[5.0]")
    assert [t.verdict for t in report.tests] == ["WA", "AC"]
    assert [t.expected for t in report.tests] == ["2.0", "0.0"]
    assert [t.stdout for t in report.tests] == ["2\n", "1\n"]
    named = judging.run(item, source, inputs="values = [5.0]")
    assert named.verdict == "AC"


@pytest.mark.parametrize(
    ("inputs", "hint"),
    [("[]", "does not allow"), ("1, 2", "does not allow"), ("open('/etc/passwd')", "array"), ("[1", "Line 1")],
)
def test_bad_own_inputs(judging: Judging, item: LoadedItem, inputs: str, hint: str) -> None:
    report = judging.run(item, item.read("solutions/optimal.py"), inputs=inputs)
    assert report.verdict == "PE"
    assert hint.replace("does not allow", "statement allows") in report.message


def test_fresh_seeds_differ_and_are_prepared(judging: Judging, item: LoadedItem) -> None:
    seeds = {judging.fresh_seed(item) for _ in range(3)}
    assert len(seeds) == 3
    assert judging.submit(item, item.read("solutions/optimal.py"), seed=seeds.pop()).verdict == "AC"


def test_seeds_of_tests() -> None:
    assert [seed_of(5, "sample", i) for i in range(3)] == [0, 1, 2]
    assert [seed_of(5, "edge", i) % 7 for i in range(7)] == list(range(7))
    assert seed_of(5, "edge", 0) != seed_of(6, "edge", 0)
    assert all(0 <= seed_of(s, "large", 3) < 2**32 for s in range(1000))


def test_a_broken_generator_is_the_packs_fault(judging: Judging, tmp_path: Path) -> None:
    broken = coding(tmp_path, {**VARIANCE, "gen.py": "def case(tier, seed): return 1 / 0\n"})
    with pytest.raises(PackFault, match="ZeroDivisionError"):
        judging.submit(broken, VARIANCE["starter.py"].replace("\n        ", "\n"), seed=SEED)


QUEUE_TOML = VARIANCE_TOML.replace(
    "variance(values: list[float]) -> float", "class Queue(size): push(x), pop()"
).replace('entry = "variance"', 'entry = "Queue"')
QUEUE = {
    "gen.py": """
        import random

        def case(tier, seed):
            rng = random.Random(f"{tier} {seed}")
            ops = [{"new": "Queue", "args": [3], "as": "q"}]
            for _ in range(20):
                ops.append({"call": "q.push", "args": [rng.randint(0, 99)]} if rng.random() < .6 else {"call": "q.pop"})
            return [*ops, {"get": "q.size"}]
    """,
    "solutions/optimal.py": """
        class Queue:
            def __init__(self, size):
                self.most, self.held = size, []
            @property
            def size(self):
                return len(self.held)
            def push(self, x):
                self.held = [*self.held, x][-self.most:]
            def pop(self):
                return self.held.pop(0) if self.held else None
    """,
}


def test_a_class_is_judged_step_by_step(judging: Judging, tmp_path: Path) -> None:
    files = dict(QUEUE)
    files["solutions/brute.py"] = files["solutions/optimal.py"]
    for i in range(5):
        files[f"mutants/m{i}.py"] = files["solutions/optimal.py"].replace("pop(0)", "pop()")
    item = coding(tmp_path, files, QUEUE_TOML)
    assert judging.submit(item, item.read("solutions/brute.py"), seed=SEED).verdict == "AC"
    report = judging.explain(
        item, item.read("mutants/m0.py"), judging.submit(item, item.read("mutants/m0.py"), seed=SEED)
    )
    assert report.verdict == "WA"
    assert report.message.startswith("Step ")
    assert report.smallest is not None
    steps = report.smallest.input.splitlines()
    assert [s.partition("(")[0] for s in steps] == ["q = Queue", "q.push", "q.push", "q.pop"]


COIN_TOML = (
    VARIANCE_TOML.replace("variance(values: list[float]) -> float", "flips(p, n, seed)")
    .replace('entry = "variance"', 'entry = "flips"')
    .replace('kind = "float"', 'kind = "distribution"')
)
COIN = {
    "gen.py": """
        def case(tier, seed):
            return (0.3 if tier != "edge" else 0.9, 2000, seed)

        def valid(p, n, seed):
            return 0 <= p <= 1 and n > 0
    """,
    "check.py": """
        import greenroom_stats as stats

        def check(args, actual, expected):
            p, n, seed = args
            if len(actual) != n:
                return f"There are {len(actual)} flips instead of {n}."
            heads = sum(map(bool, actual))
            return stats.frequencies([n - heads, heads], [1 - p, p]) or stats.independent([float(v) for v in actual])
    """,
    "solutions/optimal.py": """
        import numpy as np
        def flips(p, n, seed):
            return (np.random.default_rng(seed).random(n) < p).tolist()
    """,
    "solutions/brute.py": """
        import random
        def flips(p, n, seed):
            rng = random.Random(seed)
            return [int(rng.random() < p) for _ in range(n)]
    """,
    "mutants/one_minus_p.py": """
        import random
        def flips(p, n, seed):
            rng = random.Random(seed)
            return [rng.random() > p for _ in range(n)]
    """,
    "mutants/short.py": """
        def flips(p, n, seed):
            return [True]
    """,
}


def test_samplers_are_judged_by_their_distribution(judging: Judging, tmp_path: Path) -> None:
    files = COIN | {f"mutants/m{i}.py": COIN["mutants/short.py"] for i in range(3)}
    item = coding(tmp_path, files, COIN_TOML)
    for name in ("optimal", "brute"):
        for seed in range(3):
            report = judging.submit(item, item.read(f"solutions/{name}.py"), seed=seed)
            assert report.verdict == "AC", report.message
    wrong = judging.submit(item, item.read("mutants/one_minus_p.py"), seed=SEED)
    assert wrong.verdict == "WA"
    assert wrong.tests[0].mismatch is not None
    assert wrong.tests[0].mismatch.cause == "statistical"
    assert "frequency" in wrong.message
    assert "1 flips" in judging.submit(item, item.read("mutants/short.py"), seed=SEED).message
    assert judging.submit(item, "def flips(p, n, seed): return 5", seed=SEED).verdict == "WA"


def test_an_ill_conditioned_answer_gets_the_slack_it_needs(judging: Judging, tmp_path: Path) -> None:
    """Cancellation: no float64 algorithm can find these variances to seven digits, and another algorithm must not fail."""
    gen = VARIANCE["gen.py"].replace("rng.uniform(-5, 20)", "1e5 + rng.random() * 1e-2")
    item = coding(tmp_path, VARIANCE | {"gen.py": gen})
    source = "import numpy as np\ndef variance(v):\n    return np.var(np.array(v), ddof=1) if len(v) > 1 else 0.0"
    report = judging.submit(item, source, seed=SEED)
    assert report.verdict == "AC", report.message
    assert np.isfinite(report.usage.cpu_s)
