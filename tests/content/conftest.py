"""A small pack on disk, built afresh for each test, and a way to write more of it."""

from __future__ import annotations

from pathlib import Path

import pytest

PACK = """
id = "tiny"
version = "0.1.0"
languages = ["en", "zh"]
[title]
en = "Tiny"
zh = "小"
[licence]
prose = "CC-BY-4.0"
code = "Apache-2.0"
"""

REFS = """
[srivastava-2014]
title = "Dropout"
authors = ["N. Srivastava", "G. Hinton"]
year = 2014
url = "https://jmlr.org/papers/v15/srivastava14a.html"
"""

THEORY = """
id = "theory/dropout"
topic = "dl-core/dropout"
difficulty = 2
minutes = 5
asked = 4
refs = ["srivastava-2014"]
tags = ["regularisation"]

[title]
en = "What does dropout do?"
zh = "dropout 起什么作用？"

[[claims]]
id = "scales"
need = "must"
weight = 3
says = { en = "Inverted dropout divides by the keep probability.", zh = "反向 dropout 除以保留概率。" }
proof = "verify:keeps_the_mean"

[[claims]]
id = "off-at-test"
need = "must"
weight = 3
says.en = "It is off at test time."
proof = "ref:srivastava-2014"

[[claims]]
id = "noise"
need = "bonus"
weight = 1
says.en = "It adds noise."

[[misconceptions]]
id = "always-on"
against = "off-at-test"
says.en = "Units are dropped at test time too."
reply.en = "At test time all units are kept."

[[misconceptions]]
id = "no-scaling"
against = "scales"
says.en = "Nothing is rescaled."
reply.en = "The kept units are scaled up."
"""

TEXT_EN = """## Question
What does dropout do in training and at test time?

## Model answer
In training each unit is set to zero with probability $p$ [@srivastava-2014]. At test time nothing is dropped.
"""

TEXT_ZH = """## Question
dropout 在训练和测试时分别做什么？

## Model answer
训练时，每个单元以概率 $p$ 置零 [@srivastava-2014]。测试时不丢弃任何单元。
"""

VERIFY = """
import random

def keeps_the_mean():
    rng = random.Random(0)
    kept = [1 / 0.5 if rng.random() < 0.5 else 0.0 for _ in range(20000)]
    assert abs(sum(kept) / len(kept) - 1) < 0.03
"""


class Writer:
    """Writes items into a pack folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def item(self, name: str, toml: str, **files: str) -> Path:
        """`files` are named with `__` for a dot: `text__en__md="…"`, `verify__py="…"`."""
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "item.toml").write_text(toml, "utf-8")
        for file, content in files.items():
            (folder / file.replace("__", ".")).write_text(content, "utf-8")
        return folder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("GREENROOM_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def pack(tmp_path: Path, data: Path) -> Writer:
    """A pack with one good theory item in both languages."""
    from greenroom.content.text import pin

    root = tmp_path / "tiny"
    root.mkdir()
    (root / "pack.toml").write_text(PACK, "utf-8")
    (root / "refs.toml").write_text(REFS, "utf-8")
    writer = Writer(root)
    zh = f"<!-- translates: {pin(TEXT_EN.encode())} -->\n{TEXT_ZH}"
    writer.item("theory/dropout", THEORY, text__en__md=TEXT_EN, text__zh__md=zh, verify__py=VERIFY)
    return writer
