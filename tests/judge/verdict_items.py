"""Small coding and debug items for tests, written to a folder as a pack would have them."""

from __future__ import annotations

import hashlib
import textwrap
import tomllib
from collections.abc import Mapping
from pathlib import Path

from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding, Debug

BASE = """
topic = "maths/statistics"
difficulty = 1
minutes = 10
asked = 1
profile = "np"
"""

VARIANCE_TOML = """
id = "coding/variance"
title = { en = "Sample variance" }
entry = "variance"
signature = "variance(values: list[float]) -> float"
[limits]
seconds = 2.0
[compare]
kind = "float"
[tiers]
sample = 2
small = 6
edge = 3
large = 1
[complexity]
time = "O(n)"
space = "O(1)"
[solutions.optimal]
file = "solutions/optimal.py"
role = "optimal"
says = { en = "One pass." }
[solutions.brute]
file = "solutions/brute.py"
role = "brute"
says = { en = "All pairs." }
"""

VARIANCE = {
    "gen.py": """
        import random

        def case(tier, seed):
            rng = random.Random(f"{tier} {seed}")
            if tier == "sample":
                return ([float(rng.randint(0, 9)) for _ in range(3)],)
            if tier == "edge":
                return ([[1.0], [2.0, 2.0], [-1e6, 1e6, 3.0]][seed % 3],)
            size = 3000 if tier == "large" else rng.randint(2, 9)
            return ([rng.uniform(-5, 20) for _ in range(size)],)

        def valid(values):
            return isinstance(values, list) and len(values) >= 1 and all(type(v) is float for v in values)

        def sized(n, seed):
            rng = random.Random(seed)
            return ([rng.random() for _ in range(n)],)
    """,
    "solutions/optimal.py": """
        def variance(values):
            if len(values) < 2:
                return 0.0
            mean = sum(values) / len(values)
            return sum((v - mean) ** 2 for v in values) / (len(values) - 1)
    """,
    "solutions/brute.py": """
        def variance(values):
            n = len(values)
            if n < 2:
                return 0.0
            return sum((a - b) ** 2 for a in values[:3000] for b in values) / (2 * n * (n - 1))
    """,
    "starter.py": """
        def variance(values):
            raise NotImplementedError
    """,
    "mutants/divides_by_n.py": """
        def variance(values):
            mean = sum(values) / len(values)
            return sum((v - mean) ** 2 for v in values) / len(values)
    """,
    "mutants/deviation.py": """
        def variance(values):
            if len(values) < 2:
                return 0.0
            mean = sum(values) / len(values)
            return (sum((v - mean) ** 2 for v in values) / (len(values) - 1)) ** 0.5
    """,
    "mutants/no_mean.py": """
        def variance(values):
            return sum(v ** 2 for v in values) / (len(values) - 1) if len(values) > 1 else 0.0
    """,
    "mutants/absolute.py": """
        def variance(values):
            mean = sum(values) / len(values)
            return sum(abs(v - mean) for v in values) / (len(values) - 1) if len(values) > 1 else 0.0
    """,
    "mutants/one_crashes.py": """
        def variance(values):
            mean = sum(values) / len(values)
            return sum((v - mean) ** 2 for v in values) / (len(values) - 1)
    """,
}


def coding(folder: Path, files: Mapping[str, str] = VARIANCE, toml: str = VARIANCE_TOML) -> LoadedItem:
    """A coding item whose mutants are the files under mutants/; one_crashes is expected to raise."""
    for name in sorted(files):
        if name.startswith("mutants/"):
            slug = Path(name).stem.replace("_", "-")
            expect = "RE" if "crashes" in slug else "WA"
            toml += f'[mutants.{slug}]\nfile = "{name}"\nexpect = "{expect}"\nsays = {{ en = "{slug}" }}\n'
    return LoadedItem(Coding.model_validate(tomllib.loads(BASE + toml)), "test", folder, *_written(folder, files))


def debug(folder: Path, files: Mapping[str, str], markers: Mapping[str, str]) -> LoadedItem:
    """A debug item with a bug for each marker."""
    toml = BASE + 'id = "debug/two-bugs"\ntitle = { en = "Two bugs" }\n'
    for bug, marker in markers.items():
        toml += f"[bugs.{bug}]\nmarker = '{marker}'\nsymptom = {{ en = 's' }}\nwhy = {{ en = 'w' }}\nspotting = 1\n"
    return LoadedItem(Debug.model_validate(tomllib.loads(toml)), "test", folder, *_written(folder, files))


def _written(folder: Path, files: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text).lstrip(), "utf-8")
    (folder / "item.toml").write_text("", "utf-8")
    return (*files, "item.toml"), hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
