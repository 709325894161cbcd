"""The walls themselves: the filter's bytes, the paths of a profile, the tier that a machine earns."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from greenroom.judge.profiles import PROFILES, site_entries
from greenroom.judge.sandbox import bpf, landlock, launch, policy, seatbelt
from greenroom.judge.sandbox.drop import closed_folder
from greenroom.judge.sandbox.paths import paths
from greenroom.judge.sandbox.probe import choose, probe
from greenroom.judge.session import JudgeError

ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
REFUSED = bpf.refuse(errno.EPERM)


@pytest.mark.parametrize("machine", ARCHES)
@pytest.mark.parametrize("profile", PROFILES)
def test_the_filter_answers_as_the_policy_says(machine: str, profile: str) -> None:
    program = policy.program(profile, machine)  # type: ignore[arg-type]
    arch, x86 = ARCHES[machine], machine == "x86_64"

    def ask(number: int, *args: int) -> int:
        return bpf.interpret(program, arch, number, args)

    assert len(program) % 8 == 0
    assert len(program) // 8 <= 4096, "the kernel takes no longer program"
    assert ask(0 if x86 else 63) == bpf.ALLOW, "read"
    assert ask(59 if x86 else 221) == REFUSED, "execve"
    assert ask(41 if x86 else 198) == REFUSED, "socket"
    assert ask(62 if x86 else 129) == REFUSED, "kill"
    assert ask(101 if x86 else 117) == bpf.KILL_PROCESS, "ptrace"
    assert ask(435) == bpf.refuse(errno.ENOSYS), "clone3"
    clone = 56 if x86 else 220
    assert ask(clone, 0x3D0F00) == bpf.ALLOW, "what pthread_create asks for"
    for flags in (0, 17, 0x10000, 0x10000000 | 0x3D0F00, 1 << 40 | 0x3D0F00):
        assert ask(clone, flags) == REFUSED
    limits = 302 if x86 else 261
    assert ask(limits, 0, 7) == bpf.ALLOW
    assert ask(limits, 1, 7) == REFUSED
    assert ask(limits, 1 << 32, 7) == REFUSED, "the upper half of an argument counts"
    assert ask(72 if x86 else 25, 3, 1030) == bpf.ALLOW
    assert ask(72 if x86 else 25, 3, 6) == REFUSED, "F_SETLK"
    assert ask(73 if x86 else 32) == REFUSED, "flock"
    assert ask(9999) == REFUSED
    assert bpf.interpret(program, 0x40000003, 0) == bpf.KILL_PROCESS, "a foreign architecture"
    if x86:
        assert ask(0x40000000) == bpf.KILL_PROCESS, "x32"


def test_an_unknown_architecture_is_refused_by_name() -> None:
    with pytest.raises(JudgeError, match="riscv64"):
        policy.program("py", "riscv64")


def test_the_numpy_profile_owns_numpy_and_nothing_of_scikit_learn() -> None:
    names = {path.name for path in site_entries("np")}
    assert "numpy" in names
    assert not names & {"sklearn", "scipy", "pandas", "django"}
    assert {"sklearn", "scipy", "pandas", "numpy"} <= {path.name for path in site_entries("sci")}


def test_no_readable_path_leads_to_installed_packages_or_homes() -> None:
    readable = [Path(path) for path in paths("np").readable]
    site = next(iter(site_entries("np"))).parent
    assert site not in readable
    for path in readable:
        assert path not in site.parents
        assert path not in Path.cwd().parents
        assert not path.name.endswith("-packages")


def test_the_probe_explains_itself() -> None:
    found = probe()
    assert found.tier == found.offered[0]
    assert found.why.startswith(f"tier {found.tier}")
    assert all(layer.ok or layer.detail for layer in found.layers)


def test_a_tier_is_never_weakened_silently() -> None:
    with pytest.raises(JudgeError, match="allow-unsafe"):
        choose("E", allow_unsafe=False)
    assert choose("E", allow_unsafe=True) == "E"
    absent = "C" if "C" not in probe().offered else "A"
    with pytest.raises(JudgeError, match="does not work on this machine"):
        choose(absent, allow_unsafe=True)


def test_root_becomes_an_ordinary_user() -> None:
    command = launch.as_ordinary(["/bin/true"], [paths("py").interpreter])
    if os.geteuid() == 0:
        assert str(launch.ORDINARY_UID) in command
    else:
        assert command == ["/bin/true"]


def test_closed_folders_are_found(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "inner").mkdir()
    assert closed_folder(tmp_path / "inner" / "file") is not None


def test_seatbelt_denies_by_default_and_quotes_paths() -> None:
    text = seatbelt.policy(['/odd "name"'], "/usr/bin/python3")
    assert text.splitlines()[1] == "(deny default)"
    assert '(subpath "/odd \\"name\\"")' in text
    assert "network" not in text.replace("(deny network*)", "")


@pytest.mark.skipif(landlock.abi() == 0, reason="the kernel has no Landlock")
def test_a_ruleset_is_a_descriptor() -> None:
    rules = landlock.ruleset(["/usr"], landlock.abi())
    os.close(rules)
