"""Keep, bring back, hand over and erase what people did here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from django.utils import timezone

from greenroom.web.config import config
from greenroom.web.setup import prepare

if TYPE_CHECKING:
    from greenroom.record.models import Candidate

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Who = Annotated[str, typer.Option("--user", help="Whose record, on a shared server. Solo has one candidate.")]


def backup(
    target: Annotated[Path | None, typer.Argument(help="The archive to write; by default a dated one here.")] = None,
    portable: Annotated[bool, typer.Option(help="JSON Lines that SQLite and PostgreSQL both take back.")] = False,
    as_json: Json = False,
) -> None:
    """Write everything into one archive. The server may go on running."""
    prepare()
    from greenroom.exchange import backup as exchange

    path = target or Path(exchange.name_for(timezone.localtime()))
    try:
        manifest = exchange.backup(path, portable=portable)
    except FileExistsError:
        _stop(f"{path} exists already. Choose another name.")
    _say(f"Wrote {path} ({path.stat().st_size:,} bytes).", {"path": str(path), "files": manifest.files}, as_json)


def restore(
    source: Annotated[Path, typer.Argument(help="An archive that `greenroom backup` wrote.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace the record that is here; it is kept as a backup.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring an archive back, once it has proved whole."""
    prepare()
    from greenroom.exchange import backup as exchange
    from greenroom.exchange.archive import ArchiveError

    try:
        kept = exchange.restore(source, force=force, keep_in=config().data_dir)
    except ArchiveError as error:
        _stop(str(error))
    note = f" What was here before is in {kept}." if kept else ""
    _say(f"Restored {source}.{note}", {"restored": str(source), "kept": str(kept) if kept else None}, as_json)


def export(
    target: Annotated[Path | None, typer.Argument(help="The file to write; by default standard output.")] = None,
    user: Who = "solo",
) -> None:
    """Everything about one candidate as JSON Lines."""
    prepare()
    from greenroom.exchange import personal

    lines = personal.export(candidate=_candidate(user))
    if target is None:
        for line in lines:
            typer.echo(line)
        return
    try:
        with target.open("x", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except FileExistsError:
        _stop(f"{target} exists already. Choose another name.")


def erase(
    user: Who = "solo",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Delete everything about one candidate, for ever. Backups and exports made before are not touched."""
    prepare()
    from greenroom.exchange import personal

    candidate = _candidate(user)
    if not yes and typer.prompt(f"This cannot be undone. Type {user} to erase everything of theirs") != user:
        _stop("Nothing was erased.")
    gone = personal.erase(candidate=candidate)
    _say(f"Erased {sum(gone.values())} rows.", {"erased": gone}, as_json)


def rebuild(as_json: Json = False) -> None:
    """Derive every item's state anew from the log."""
    prepare()
    from greenroom.record import derive

    count = derive.rebuild()
    _say(f"Rebuilt {count} states.", {"states": count}, as_json)


def _candidate(user: str) -> Candidate:
    from greenroom.record import services

    return services.find(username=user) or _stop(f"There is no candidate called {user}.")


def _say(text: str, data: dict[str, Any], as_json: bool) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False) if as_json else text)


def _stop(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(1)
