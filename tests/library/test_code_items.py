"""Every coding and debug item that ships proves itself: solutions agree, mistakes are caught, repairs are separate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from greenroom.content.findings import Finding
from greenroom.content.loader import load_pack
from greenroom.content.models import Coding, Debug
from greenroom.judge.prove import CodingProver
from greenroom.judge.service import LocalJudge, start_judge

PACK = load_pack(Path(__file__).parents[2] / "content" / "core")
IDS = sorted(id for id, loaded in PACK.items.items() if isinstance(loaded.item, Coding | Debug))

pytestmark = pytest.mark.library


@pytest.fixture(scope="module")
def judge() -> Iterator[LocalJudge]:
    with start_judge() as judge:
        yield judge


@pytest.mark.parametrize("id", IDS)
def test_item(judge: LocalJudge, id: str) -> None:
    loaded = PACK.items[id]
    if isinstance(loaded.item, Coding | Debug) and (why := judge.available(loaded.item.profile)):
        pytest.skip(why)
    found: list[Finding] = []
    CodingProver(judge).prove(loaded, found.append)
    assert [str(f) for f in found if f.severity == "error"] == []
