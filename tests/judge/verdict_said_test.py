"""What the judge says is English with its parts kept apart, also where it came as text."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

import greenroom.judge
from greenroom.judge.compare import greenroom_stats as stats
from greenroom.judge.overheard import NEEDS, STOPS, absent, failed, stopped
from greenroom.judge.profiles import PROFILES
from greenroom.judge.said import Said, heard, sentence
from greenroom.judge.types import Mismatch, Raised

JUDGE = Path(greenroom.judge.__file__).parent


def test_a_sentence_in_a_sentence_is_translated_too() -> None:
    said = sentence("Step {step}: {what}", step=2, what=sentence("The value is {got}.", got="{step}"))
    assert str(said) == "Step 2: The value is {step}."
    assert said.told(str.upper) == "STEP {STEP}: {WHAT}"
    assert said.told(lambda t: t.replace("The value is", "Es ist")) == "Step 2: Es ist {step}."


@pytest.mark.parametrize("template", ["{x.__class__}", "{x[0]}", "{x!r}", "{x:>99}", "{", "{absent}", ""])
def test_a_stored_template_is_no_format(template: str) -> None:
    assert str(Said(template, {"x": "value"})) == template


def test_the_message_is_the_sentence_in_english() -> None:
    assert Mismatch("value", sentence("At {path}: {what}", path="[1]", what="x")).message == "At [1]: x"
    assert Mismatch("value", message="a pack's own words").told(str.upper) == "a pack's own words"


def stops() -> list[str]:
    """What sessions say, with an x for each value."""
    found = []
    for name in ("answers.py", "channel.py", "running.py", "wire.py"):
        for node in ast.walk(ast.parse((JUDGE / name).read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("Stopped", "TooLarge")
            ):
                found += [_text(arg) for arg in node.args[node.func.id == "Stopped" :]]
    return [text for text in found if text]


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)  # type: ignore[misc]
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_all_that_sessions_say_is_understood() -> None:
    assert len(stops()) >= len(STOPS)
    for text in stops():
        assert heard(text, STOPS), text


def test_a_stop_says_once_what_its_verdict_says() -> None:
    assert str(stopped("TLE", "the time limit was passed")) == "The time limit was passed."
    assert str(stopped("RE", "the program crashed (SIGSEGV)")).endswith("More exactly: the program crashed (SIGSEGV).")


def test_what_to_install_is_understood() -> None:
    says = [spec.needs for spec in PROFILES.values() if spec.needs]
    assert says
    for needed in (*says, "the profile sci needs pandas, scipy: pip install pandas scipy"):
        assert heard(needed, NEEDS), needed
    assert str(failed("no such zygote")).endswith(": no such zygote")


def test_what_is_not_defined_is_named() -> None:
    found = absent(Raised("Missing", "solution.py does not define 'f'"))
    assert found
    assert found.values == {"file": "solution.py", "name": "'f'"}
    assert absent(Raised("KeyError", "solution.py does not define 'f'")) is None


def test_the_statistical_tests_are_understood() -> None:
    rng = np.random.default_rng(1)
    said = [
        stats.ks(rng.random(5000) ** 1.3, lambda x: x),
        stats.ks_two(rng.normal(size=5000), rng.normal(size=5000) * 1.4),
        stats.frequencies([1, 2], [1.0]),
        stats.frequencies([2500, 1250, 1250], [0.5, 0.3, 0.2]),
        stats.mean(rng.normal(0.2, 1, 5000), 0.0, 1.0),
        stats.variance(rng.normal(0, 1.2, 5000), 1.0),
        stats.independent(np.repeat(rng.normal(size=2500), 2)),
    ]
    found = [heard(text, stats.SENTENCES) for text in said]
    assert [str(one) for one in found] == said
    assert {one.template for one in found if one} == set(stats.SENTENCES)
    assert heard("The mean is " + "1" * 600, stats.SENTENCES) is None
