"""What must be explained is explained: dependencies, settings, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from greenroom.cli.main import COMMANDS
from greenroom.web.config import ELSEWHERE, NAMES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/guides/operators.md").read_text("utf-8")
VARIABLE = re.compile(r"GREENROOM_[A-Z_]*[A-Z]")


def _rows(markdown: str) -> set[str]:
    return {match[1] for line in markdown.splitlines() if (match := re.match(r"\| `?([A-Za-z][\w@/.-]*)`? \|", line))}


@pytest.mark.parametrize("file", sorted((ROOT / "requirements").glob("*.in")), ids=lambda file: file.name)
def test_each_dependency_is_explained(file: Path) -> None:
    lines = [line.split("#")[0].strip() for line in file.read_text().splitlines()]
    names = {re.split(r"[\[<>=~! ]", line)[0] for line in lines if line and not line.startswith("-")}
    assert names - _rows((ROOT / "docs/dependencies.md").read_text("utf-8")) == set()


def test_no_dependency_is_explained_that_is_not_one() -> None:
    wanted = "\n".join(file.read_text() for file in (ROOT / "requirements").glob("*.in"))
    packages = _rows((ROOT / "docs/dependencies.md").read_text("utf-8").split("## The front end")[0]) - {"package"}
    assert {name for name in packages if not re.search(rf"^{re.escape(name)}\b", wanted, re.M)} == set()


def test_each_setting_is_explained_and_none_that_is_gone() -> None:
    assert {name for name in _rows(GUIDE) if name.startswith("GREENROOM_")} == {*NAMES.values(), *ELSEWHERE}


def test_each_variable_that_the_code_reads_is_a_setting() -> None:
    used = {name for file in (ROOT / "src").rglob("*.py") for name in VARIABLE.findall(file.read_text("utf-8"))}
    assert used - {*NAMES.values(), *ELSEWHERE} == set()


def test_the_front_ends_packages_are_explained() -> None:
    import json

    package = json.loads((ROOT / "frontend/package.json").read_text())
    text = (ROOT / "docs/dependencies.md").read_text("utf-8")
    explained = re.findall(r"[@\w./\\*-]+", text.split("## The front end")[1])
    for name in {**package["dependencies"], **package["devDependencies"]}:
        last = name.rpartition("/")[2]
        scope = name.partition("/")[0] + r"/\*"
        assert name in explained or scope in explained or f"…/{last}" in text, name


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_names_commands_that_exist(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    for name in re.findall(r"`greenroom (\w+)", text):
        assert name in COMMANDS, name
    for target in re.findall(r"\]\(((?!http)[^)]+)\)", text):
        assert (ROOT / target).exists(), target
