"""Every hostile program, in every tier this machine offers: nothing accepted, nothing harmed, nothing left, in time."""

from __future__ import annotations

import ast
import platform
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from greenroom.judge.service import LocalJudge
from greenroom.judge.session import Limits, RunResult
from greenroom.judge.types import Op, Raised

from .conftest import World

PROGRAMS = Path(__file__).with_name("programs")
FAMILIES = {"forge", "read", "escape", "exhaust", "persist", "network", "tamper", "side_channel"}
GRACE = 3.0
"""Seconds past a limit that a loaded test machine is given; bench/judge.py measures the real figure."""


@dataclass(frozen=True)
class Attack:
    """A hostile program and what its header says."""

    name: str
    source: str
    profile: Any = "py"
    stops: frozenset[str] = frozenset()
    cpu: float = 3.0
    wall: float = 10.0
    times: int = 1
    machine: str = ""


def read(path: Path) -> Attack:
    """An attack from its file."""
    source = path.read_text()
    header = dict(re.findall(r"^# (profile|stop|cpu|wall|times|machine): (.+)$", source, re.M))
    return Attack(
        name=f"{path.parent.name}/{path.stem}",
        source=source,
        profile=header.get("profile", "py"),
        stops=frozenset(header.get("stop", "").split()),
        cpu=float(header.get("cpu", 3)),
        wall=float(header.get("wall", 10)),
        times=int(header.get("times", 1)),
        machine=header.get("machine", ""),
    )


ATTACKS = [read(path) for path in sorted(PROGRAMS.rglob("*.py"))]


def run(judge: LocalJudge, attack: Attack, world: World) -> tuple[Raised | None, RunResult, float]:
    """One submission of it; the seconds it took until its last word."""
    limits = Limits(cpu_s=attack.cpu, wall_s=attack.wall)
    with judge.open(attack.profile, limits=limits, seed=1) as session:
        started = time.perf_counter()
        extra = {"world": world.module(judge.zygote_pid(attack.profile))}
        raised = session.load(attack.source, extra=extra)
        result = session.run([(Op("call", "attack"),)])
        return raised, result, time.perf_counter() - started


@pytest.mark.attacks
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_the_wall_holds(judge: LocalJudge, attack: Attack, world: World) -> None:
    if attack.machine not in ("", platform.machine()):
        pytest.skip(f"written for {attack.machine}")
    judge.warm(attack.profile)
    zygote = judge.zygote_pid(attack.profile)
    for _ in range(attack.times):
        raised, result, seconds = run(judge, attack, world)
        said = repr((raised, result))
        assert "BROKE" not in said
        assert world.secret not in said
        assert not attack.stops or result.stop in attack.stops, said
        assert result.stop != "IE"
        assert seconds < attack.wall + GRACE
    assert judge.zygote_pid(attack.profile) == zygote, "the zygote died"
    assert list(world.folder.iterdir()) == []
    assert world.connections() == 0


@pytest.mark.attacks
def test_an_honest_program_is_still_answered(judge: LocalJudge) -> None:
    with judge.open("py") as session:
        assert session.load("def attack():\n    return 'fine'\n") is None
        assert session.run([(Op("call", "attack"),)]).outcomes[0][0].value == "fine"


def test_every_family_has_programs_and_each_says_what_it_tries() -> None:
    assert {attack.name.partition("/")[0] for attack in ATTACKS} == FAMILIES
    for attack in ATTACKS:
        assert ast.get_docstring(ast.parse(attack.source)), attack.name
