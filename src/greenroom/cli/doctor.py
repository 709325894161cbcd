"""`greenroom doctor`: look at everything that Greenroom stands on and say the one thing to do where it does not stand."""

from __future__ import annotations

import platform
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

import typer

from .output import Json, put

State = Literal["ok", "warn", "fail"]
ROOM = 200 * 2**20
"""Bytes that should be free where the record lies: a year of practice and a backup of it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it stands, what was found, and what to do about it ("" when nothing)."""

    name: str
    state: State
    detail: str
    fix: str = ""


def doctor(as_json: Json = False) -> None:
    """Check this machine and this installation. Exits with 1 when something must be mended."""
    findings = []
    for check in CHECKS:
        for finding in _tried(check):
            findings.append(finding)
            if not as_json:
                _print(finding)
    broken = any(finding.state == "fail" for finding in findings)
    if as_json:
        put({"ok": not broken, "findings": [asdict(finding) for finding in findings]})
    raise typer.Exit(1 if broken else 0)


def _print(finding: Finding) -> None:
    colour = {"ok": typer.colors.GREEN, "warn": typer.colors.YELLOW, "fail": typer.colors.RED}[finding.state]
    typer.echo(f"{typer.style(f'{finding.state:<4}', fg=colour)}  {finding.name}: {finding.detail}")
    if finding.fix:
        typer.echo(f"      → {finding.fix}")


def _tried(check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What a check finds; one that breaks off is a finding itself, and the others go on."""
    try:
        yield from check()
    except Exception as error:
        name = check.__name__.strip("_").replace("_", " ")
        yield Finding(name, "fail", f"{type(error).__name__}: {error}", "mend what the message names, then look again")


def _python() -> Iterator[Finding]:
    yield Finding("Python", "ok", f"{platform.python_version()} at {sys.executable}")


def _settings() -> Iterator[Finding]:
    from greenroom.web.config import ConfigError, config

    try:
        found = config()
    except ConfigError as error:
        yield Finding("settings", "fail", str(error), "set the variable as the message says, or unset it")
        return
    yield Finding("settings", "ok", f"{found.mode} mode, port {found.port}")
    free = shutil.disk_usage(found.data_dir).free
    detail = f"{found.data_dir}, {free / 2**30:.1f} GiB free"
    if not _writable(found.data_dir):
        fix = "make it yours, or name another folder in GREENROOM_DATA_DIR"
        yield Finding("data folder", "fail", f"{found.data_dir} cannot be written", fix)
    elif free < ROOM:
        yield Finding("data folder", "warn", detail, "free some space")
    else:
        yield Finding("data folder", "ok", detail)


def _writable(folder: Path) -> bool:
    probe = folder / ".doctor"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True


def _database() -> Iterator[Finding]:
    from greenroom.web import setup

    setup.django_up()
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
        waiting = setup.pending()
    except DatabaseError as error:
        fix = "look at GREENROOM_DATABASE_URL, and whether its server runs"
        yield Finding("database", "fail", f"{connection.vendor} does not answer: {error}".strip(), fix)
        return
    if waiting:
        detail = f"{connection.vendor} answers; {len(waiting)} migrations are waiting"
        yield Finding("database", "warn", detail, "`greenroom start` applies them")
    else:
        yield Finding("database", "ok", f"{connection.vendor} answers and is up to date")


def _library() -> Iterator[Finding]:
    from greenroom.rooms.shelf.library import library

    found = library()
    counts = Counter(item.kind for item in found)
    detail = f"{len(found)} items ({', '.join(f'{n} {kind}' for kind, n in sorted(counts.items()))})"
    if not len(found):
        yield Finding("library", "fail", "there is no item in it", "install again, or look at GREENROOM_LIBRARY")
    elif found.problems:
        yield Finding(
            "library", "warn", f"{detail}; left out: {found.problems[0]}", "`greenroom content lint` lists all"
        )
    else:
        yield Finding("library", "ok", detail)


def _pages() -> Iterator[Finding]:
    from greenroom.web.templatetags.greenroom import AssetsMissing, manifest

    try:
        yield Finding("pages", "ok", f"{len(manifest())} bundles are built")
    except AssetsMissing:
        yield Finding("pages", "fail", "the front end is not built", "in a checkout: python3 dev.py assets")


def _sandbox() -> Iterator[Finding]:
    from greenroom.judge.sandbox.probe import probe

    found = probe()
    for layer in found.layers:
        yield Finding(f"sandbox, {layer.name}", "ok" if layer.ok else "warn", layer.detail, layer.fix)
    if found.tier == "E":
        fix = "mend a layer above; until then nothing is judged"
        yield Finding("sandbox", "fail", found.why, fix)
    else:
        yield Finding("sandbox", "ok", f"tier {found.tier}; this machine offers {', '.join(found.offered)}")


def _profiles() -> Iterator[Finding]:
    from greenroom.content.models import Profile
    from greenroom.judge.profiles import missing

    for profile in get_args(Profile):
        why = missing(profile)
        yield Finding(f"profile {profile}", "warn" if why else "ok", why or "its packages are here")


def _grading() -> Iterator[Finding]:
    from greenroom.grading.models import Models

    absent = Models.load().missing
    if absent:
        fix = "answers are graded by rules alone until the package is installed again"
        yield Finding("grading models", "warn", "; ".join(absent), fix)
    else:
        yield Finding("grading models", "ok", "they load")


CHECKS = (_python, _settings, _database, _library, _pages, _sandbox, _profiles, _grading)
"""In the order in which they depend on one another."""
