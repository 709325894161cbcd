"""The judge measured against what one would use instead: a fresh bubblewrap, Python and imports for every submission.

Both sides do the same work in the same minute on the same machine, interleaved, so that the ratios mean something on a busy one.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

from greenroom.judge.sandbox import launch
from greenroom.judge.sandbox.paths import paths
from greenroom.judge.service import LocalJudge
from greenroom.judge.session import Limits, Profile
from greenroom.judge.types import Op, Script

TESTS: Final = 20
_REST: Final = 0.05
"""Seconds between submissions where the wait of one person is measured."""
_LIMITS: Final = Limits(cpu_s=20, wall_s=120, memory_mb=2048)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `bar` is what must be reached: at least it, or at most it when `most`."""

    name: str
    value: float
    unit: str
    bar: float
    most: bool = False
    detail: str = ""

    @property
    def reached(self) -> bool:
        """Whether the bar is met."""
        return self.value <= self.bar if self.most else self.value >= self.bar

    def __str__(self) -> str:
        sign, mark = "≤" if self.most else "≥", "ok " if self.reached else "LOW"
        return f"{mark} {self.name:36} {self.value:9.2f} {self.unit:14} (bar {sign} {self.bar:g})  {self.detail}"

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {**asdict(self), "reached": self.reached}


@dataclass(frozen=True, slots=True)
class _Work:
    """A submission: its source, the arguments of test n as source text, the modules a cold process imports for it."""

    source: str
    make: str
    imports: str
    bar: float


_WORK: Final[dict[Profile, _Work]] = {
    "py": _Work(
        "def solve(xs, target):\n    seen = {}\n    for i, x in enumerate(xs):\n        if target - x in seen:\n"
        "            return [seen[target - x], i]\n        seen[x] = i\n    return []\n",
        "([(7 * k + n) % 101 for k in range(40)], 50 + n)",
        "",
        8,
    ),
    "np": _Work(
        "import numpy as np\ndef solve(x):\n    e = np.exp(x - x.max(-1, keepdims=True))\n"
        "    return e / e.sum(-1, keepdims=True)\n",
        "(__import__('numpy').linspace(-n, n, 64).reshape(8, 8),)",
        "import numpy",
        25,
    ),
    "sci": _Work(
        "import numpy as np, pandas as pd\nfrom sklearn.linear_model import LinearRegression\n"
        "def solve(x, y):\n    t = pd.DataFrame(x).assign(y=y)\n"
        "    return LinearRegression().fit(t.drop(columns='y').to_numpy(), t['y'].to_numpy()).coef_\n",
        "(__import__('numpy').sin(__import__('numpy').arange(60.0) * (n + 1)).reshape(20, 3), __import__('numpy').arange(20.0))",
        "import numpy, pandas, sklearn.linear_model",
        40,
    ),
    "torch": _Work(
        "import torch\ndef solve(x):\n    w = torch.ones(8, 8, requires_grad=True)\n"
        "    (torch.tensor(x) @ w).square().sum().backward()\n"
        "    return w.grad.numpy()\n",
        "(__import__('numpy').linspace(-n, n, 64, dtype='float32').reshape(8, 8),)",
        "import numpy, torch",
        60,
    ),
}

_COLD: Final = """
import json, sys
sys.path.extend({path!r})
{imports}
space = {{}}
exec({source!r}, space)
print(json.dumps([(lambda v: v.tolist() if hasattr(v, "tolist") else v)(space["solve"](*{make})) for n in range({tests})]))
"""


def _cold(profile: Profile) -> Callable[[], Any]:
    """A function that judges the submission in a fresh sandboxed process and returns its answers."""
    work, found = _WORK[profile], paths(profile)
    code = _COLD.format(path=[str(launch.SITE)], imports=work.imports, source=work.source, make=work.make, tests=TESTS)
    inside = launch.python(code, found.interpreter, launch.APP)
    command = launch.as_ordinary(launch.wrapped(inside, found, capable=False), launch.needed(found))

    def once() -> Any:
        done = subprocess.run(command, env=launch.ENVIRONMENT, capture_output=True, check=True)  # noqa: S603
        return json.loads(done.stdout)

    return once


def _scripts(profile: Profile) -> list[Script]:
    make = compile(_WORK[profile].make, "make", "eval")
    return [(Op("call", "solve", eval(make, {"n": n})),) for n in range(TESTS)]  # our own text


def _judged(judge: LocalJudge, profile: Profile) -> Callable[[], Any]:
    scripts = _scripts(profile)

    def once() -> Any:
        with judge.open(profile, limits=_LIMITS) as session:
            raised = session.load(_WORK[profile].source)
            result = session.run(scripts)
        if raised is not None or result.stop != "ok":
            raise RuntimeError(f"the benchmark's submission failed: {raised} {result.stop} {result.message}")
        values = [out[0].value for out in result.outcomes]
        return [value.tolist() if hasattr(value, "tolist") else value for value in values]

    return once


def _inside(profile: Profile) -> Callable[[], Any]:
    """The same calls in this process."""
    scripts = _scripts(profile)

    def once() -> Any:
        space: dict[str, Any] = {}
        exec(compile(_WORK[profile].source, "solution.py", "exec"), space)  # noqa: S102  # our own text
        return [space["solve"](*script[0].args) for script in scripts]

    return once


def _milliseconds(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def _rested(work: Callable[[], Any]) -> float:
    """Milliseconds when the children it needs are parked, as they are when one person submits; `throughput` is the other case."""
    time.sleep(_REST)
    return _milliseconds(work)


def against_cold(judge: LocalJudge, profile: Profile, *, warm_runs: int = 60, cold_runs: int = 8) -> Row:
    """Submit to verdict, median, as a ratio to a cold sandboxed process."""
    cold, judged = _cold(profile), _judged(judge, profile)
    if cold() != judged():
        raise RuntimeError(f"both sides must answer alike on {profile}")
    colds, warms = [], []
    for _ in range(cold_runs):
        colds.append(_milliseconds(cold))
        warms += [_rested(judged) for _ in range(warm_runs // cold_runs)]
    old, new = statistics.median(colds), statistics.median(warms)
    tail = sorted(warms)[int(0.95 * len(warms))]
    detail = f"{old:.0f} ms cold, {new:.2f} ms here (p95 {tail:.2f})"
    return Row(
        f"submit to verdict, {profile}, {TESTS} tests", old / new, "times faster", _WORK[profile].bar, detail=detail
    )


def added_cost(judge: LocalJudge, *, runs: int = 60) -> Row:
    """What judging adds to calling the function in one's own process, median, np."""
    judged, inside = _judged(judge, "np"), _inside("np")
    pairs = [(_rested(judged), _milliseconds(inside)) for _ in range(runs)]
    added = statistics.median(a - b for a, b in pairs)
    detail = f"{statistics.median(b for _, b in pairs):.2f} ms in process"
    return Row("added over in-process, np", added, "ms", 6, most=True, detail=detail)


def throughput(judge: LocalJudge, *, seconds: float = 3.0, clients: int = 2) -> Row:
    """Submissions judged in a second by a few clients at once, np."""
    judged = _judged(judge, "np")
    judged()
    deadline = time.perf_counter() + seconds
    counts = [0] * clients

    def client(index: int) -> None:
        while time.perf_counter() < deadline:
            judged()
            counts[index] += 1

    threads = [threading.Thread(target=client, args=(index,)) for index in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Row("throughput, np", sum(counts) / seconds, "submissions/s", 150, detail=f"{clients} clients")


def overrun(judge: LocalJudge, *, runs: int = 8) -> Row:
    """How far past its limit a hostile submission ends, at worst: half of them burn CPU, half sleep."""
    limits, worst = Limits(cpu_s=30, wall_s=0.3), 0.0
    for index in range(runs):
        body = ("while True: pass", "import time; time.sleep(60)")[index % 2]
        with judge.open("py", limits=limits) as session:
            started = time.perf_counter()
            session.load(f"def f():\n    {body}\n")
            session.run([(Op("call", "f"),)])
            spent = 1000 * (time.perf_counter() - started)
        worst = max(worst, spent - 1000 * limits.wall)
    return Row("end past the limit, worst", worst, "ms", 100, most=True, detail=f"{runs} hostile runs")


def measure(judge: LocalJudge, say: Callable[[Row], None] = lambda _: None) -> list[Row]:
    """The whole table; `say` hears each row as it is ready. Profiles that are not installed are left out."""
    rows: list[Row] = []

    def add(row: Row) -> None:
        rows.append(row)
        say(row)

    for profile in _WORK:
        if not judge.available(profile):
            judge.warm(profile)
            add(against_cold(judge, profile))
    add(added_cost(judge))
    add(throughput(judge))
    add(overrun(judge))
    return rows
