"""Proofs on the real judge: what an author got wrong is found, and what is right passes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.cli.proving import provers
from greenroom.content import authoring
from greenroom.content.findings import Finding
from greenroom.content.loader import load_pack
from greenroom.content.models import Answer
from greenroom.content.params import make_variants, near
from greenroom.content.placeholders import fill, names, printed
from greenroom.content.prove import Ledger, Prover, prove
from greenroom.content.runner import RunError, foreign, profile_for
from greenroom.judge.runner import JudgeRunner

from .conftest import Writer

GEN = Path("param/example/gen.py")


@pytest.fixture(scope="module")
def judge() -> Iterator[tuple[JudgeRunner, list[Prover]]]:
    with provers() as both:
        yield both


@pytest.fixture
def make(pack: Writer, judge: tuple[JudgeRunner, list[Prover]]):
    """`make(kind, file, old, new, …)`: the findings of a skeleton after replacing text in one of its files."""

    def build(kind: str, file: str = "", *changes: str) -> list[Finding]:
        folder = authoring.create(kind, "example", pack.root)
        if kind == "method":
            from greenroom.content.provers.method import draw

            item = load_pack(pack.root).items["method/example"]
            (folder / "figure.svg").write_text(draw(judge[0], item))
        if file:
            path = folder / file
            source = path.read_text()
            for old, new in zip(changes[::2], changes[1::2], strict=True):
                assert old in source
                source = source.replace(old, new)
            path.write_text(source)
        loaded = load_pack(pack.root)
        assert loaded.problems == ()
        return list(prove([loaded.items[f"{kind}/example"]], judge[1]))

    return build


@pytest.mark.parametrize("kind", ["theory", "param", "method", "coding", "debug"])
def test_every_skeleton_is_proved(make, kind: str) -> None:
    assert make(kind) == []


def test_a_false_claim_names_its_line(make) -> None:
    found = make("theory", "verify.py", "- 0.8)", "- 0.9)")
    assert [(f.file.name, f.line) for f in found] == [("verify.py", 7)]
    assert "n_underestimates fails: AssertionError" in found[0].message


def test_checks_that_never_end_or_break_are_found(make) -> None:
    assert "does not run: NameError" in make("theory", "verify.py", "SAMPLES =", "SAMPLES = undefined +")[0].message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('return p["hits"] / p["alarms"]', 'return p["hits"] / (p["alarms"] + 1)', "seed 0: the two routes disagree"),
        (
            "rng.randint(300, 900)",
            "__import__('random').SystemRandom().randint(300, 900)",
            "other values the second time",
        ),
        (
            'p["hits"] / (p["hits"] + p["missed"])',
            'p["hits"] / p["alarms"]',
            "slip recall differs from the answer in only 0",
        ),
        ('"accuracy": lambda', '"exactness": lambda', "these differ: accuracy, exactness"),
        ('return p["hits"] / p["alarms"]', 'return [p["hits"]]', "routes disagree"),
        (
            'return p["hits"] / p["alarms"]',
            'return "half"',
            "an answer of the type number is expected: 'half' is no number",
        ),
        ('return p["hits"] / p["alarms"]', "return 1 / 0", "seed 0: ZeroDivisionError"),
        ('return p["hits"] / p["alarms"]', "return object()", "is no number"),
    ],
)
def test_a_wrong_generator_is_found(make, old: str, new: str, says: str) -> None:
    found = make("param", "gen.py", old, new)
    assert {f.file.name for f in found} == {"gen.py"}
    assert says in "\n".join(map(str, found))


def test_bounds_hold_for_every_variant(make) -> None:
    assert "is outside 0.0 … 0.3" in make("param", "item.toml", "most = 1.0", "most = 0.3")[0].message


def test_variants_must_differ(make) -> None:
    found = make("param", "item.toml", "[answer]", "min_distinct = 500\n\n[answer]")
    assert "different variants in 200, 500 are wanted" in found[0].message


def test_placeholders_have_values_and_prompts_keep_the_secret(make) -> None:
    assert "{{ events }} has no value" in make("param", "text.en.md", "{{ missed }}", "{{ events }}")[0].message


def test_a_prompt_that_prints_the_answer_is_found(make) -> None:
    found = make("param", "gen.py", 'return p["hits"] / p["alarms"]', 'return p["alarms"]')
    assert "the prompt prints the answer in 200 of 200 variants" in [
        f.message for f in found if f.severity == "warning"
    ]


RECALL = 'p["hits"] / (p["hits"] + p["missed"])'
ACCURACY = '(p["hits"] + p["quiet"]) / (p["alarms"] + p["missed"] + p["quiet"])'


@pytest.mark.parametrize(
    ("slip", "severity"),
    [
        (RECALL, "error"),
        (f'{RECALL} if p["quiet"] < 800 else {ACCURACY}', "warning"),
        (f'{RECALL} if p["quiet"] < 800 else None', "warning"),
        (f'{RECALL} if p["quiet"] < 500 else {ACCURACY}', None),
    ],
)
def test_slips_that_no_answer_tells_apart_are_found(make, slip: str, severity: str | None) -> None:
    found = make("param", "gen.py", f"lambda p: {ACCURACY}", f"lambda p: {slip}")
    alike = [f for f in found if "the slips accuracy and recall have the same value in" in f.message]
    assert [f.severity for f in alike] == ([severity] if severity else [])


def test_figures_are_drawn_again(make) -> None:
    changes = ("import math", "import math\nimport random", "0.4 * math", "random.SystemRandom().random() * math")
    assert "draws differently each time" in make("method", "figure.py", *changes)[0].message


def test_a_figure_that_acts_is_refused(make) -> None:
    found = make("method", "figure.py", "<title>", "<script>1</script><title>")
    assert "<script> is not allowed in a figure" in [f.message for f in found]
    assert "is not what figure.py draws: run `greenroom content draw`" in [f.message for f in found]


def test_a_figure_may_differ_by_rounding(make) -> None:
    assert make("method", "figure.py", "{10 + 3.2 * t:.1f}", "{10.04 + 3.2 * t:.1f}") == []


def test_snippets_run_on_numpy_alone(make) -> None:
    found = make("method", "snippet.py", "def smooth", "import rich\n\n\ndef smooth")
    assert "a snippet imports NumPy only, not rich" in [f.message for f in found]


def test_a_snippet_that_fails_is_found(make) -> None:
    found = make("method", "snippet.py", "== [2, 2, 2]", "== [2, 2, 3]")
    assert any(f.file.name == "snippet.py" and "AssertionError" in f.message for f in found)


def test_a_surviving_mutant_is_found(make) -> None:
    found = make("coding", "mutants/sorts.py", "sorted(min", "list(min")
    assert any("sorts" in str(f) for f in found)


def test_variants_keep_fractions_and_follow_the_seed(pack: Writer, judge: tuple[JudgeRunner, list[Prover]]) -> None:
    from fractions import Fraction

    folder = authoring.create("param", "example", pack.root)
    gen = folder / "gen.py"
    changed = gen.read_text().replace('return p["hits"] / p["alarms"]', 'return Fraction(p["hits"], p["alarms"])')
    gen.write_text("from fractions import Fraction\n\n\n" + changed)
    item = load_pack(pack.root).items["param/example"]
    one, two, again = make_variants(judge[0], item, [7, 8, 7])
    assert isinstance(one.answer, Fraction)
    assert one == again != two
    assert near(one.answer, one.other, Answer(type="fraction"))


def test_a_hostile_generator_is_an_error_not_a_crash(pack: Writer, judge: tuple[JudgeRunner, list[Prover]]) -> None:
    folder = authoring.create("param", "example", pack.root)
    for source in ("import os\nos._exit(0)", "while True: pass", "def make(rng): return 3", "SLIPS = {}", "", "("):
        (folder / "gen.py").write_text(source)
        item = load_pack(pack.root).items["param/example"]
        with pytest.raises(RunError):
            make_variants(judge[0], item, [1], seconds=1.0)


def test_the_ledger_passes_over_what_was_proved(
    pack: Writer, judge: tuple[JudgeRunner, list[Prover]], data: Path
) -> None:
    authoring.create("theory", "example", pack.root)
    ledger = Ledger(data / "proofs.sqlite3")
    done: list[str] = []

    def run(fresh: bool = False) -> int:
        done.clear()
        items = load_pack(pack.root).items.values()
        return len(list(prove(items, judge[1], ledger=ledger, fresh=fresh, step=done.append)))

    assert run() == 0
    assert sorted(done) == ["theory/dropout", "theory/example"]
    assert run() == 0
    assert done == []
    (pack.root / "theory/dropout/verify.py").write_text("def keeps_the_mean(): assert False\n")
    assert run() == 1
    assert run() == 1
    assert done == ["theory/dropout"]
    assert run(fresh=True) == 1
    assert len(done) == 2


def test_a_prover_that_breaks_costs_only_its_item(pack: Writer) -> None:
    class Broken:
        kinds = ("theory",)

        def prove(self, loaded: object, report: object) -> None:
            raise RuntimeError("no luck")

    found = list(prove(load_pack(pack.root).items.values(), [Broken()]))
    assert [f.message for f in found] == ["the proof broke off: RuntimeError: no luck"]


def test_profiles_follow_imports() -> None:
    assert profile_for(["import math", "from numpy import array"]) == "np"
    assert profile_for(["import scipy.stats", "import numpy"]) == "sci"
    assert profile_for(["def f():\n    import torch.nn as nn", "import pandas"]) == "torch"
    assert foreign("import os, numpy.linalg\nfrom .x import y\nfrom requests import get") == {"numpy", "requests"}


def test_placeholders_are_filled() -> None:
    assert names("{{ a }} {{b}} {c} {{ 1 }}") == {"a", "b"}
    assert (
        fill("{{ a }}, {{ b }}, {{ c }}", {"a": 0.1234567, "b": 12345678, "c": 1}, {"c": "one"})
        == "0.123457, 12345678, one"
    )
    assert printed(True) == "True"
    with pytest.raises(KeyError):
        fill("{{ a }}", {})
