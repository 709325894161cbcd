"""`greenroom theory …`: grade answers from a terminal. All rules live in greenroom.grading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from greenroom.grading.results import Grade

app = typer.Typer(no_args_is_help=True, help="Grade theory answers by claims, offline.")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Rules = Annotated[bool, typer.Option("--rules-only", help="Do without the models.")]


@app.command()
def check(
    folders: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)], rules_only: Rules = False
) -> None:
    """Grade the model answers and probes of item folders; exit 1 when one falls outside its band."""
    from greenroom.content.findings import PackError
    from greenroom.grading.models import Models
    from greenroom.grading.selfcheck import check_folder

    console, models, bad = Console(), Models.none() if rules_only else Models.load(), 0
    for folder in folders:
        console.print(f"[bold]{escape(folder.name)}[/]")
        try:
            for result in check_folder(folder, models):
                bad += not result.holds
                _print_check(console, result.lang, result.kind, result.holds, result.band, result.grade)
        except PackError as problem:
            bad += 1
            console.print(escape(str(problem)), style="red")
    raise typer.Exit(bool(bad))


@app.command("grade-batch")
def grade_batch(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    as_json: AsJson = False,
    rules_only: Rules = False,
) -> None:
    """Grade lines of {"question", "reference", "answer"} without authored claims: one score in 0..1 a line."""
    from greenroom.grading.batch import LineError, Task, grade_task
    from greenroom.grading.models import Models

    models = Models.none() if rules_only else Models.load()
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                score = grade_task(Task.read(_object(line)), models)
            except LineError as problem:
                typer.echo(f"{file}:{number}: {problem}", err=True)
                raise typer.Exit(1) from None
            typer.echo(json.dumps({"line": number, "score": score}) if as_json else f"{score:.3f}")


def _object(line: bytes) -> dict[str, Any]:
    """A line as a JSON object. Raises LineError."""
    from greenroom.grading.batch import LineError

    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise LineError("this is not JSON in UTF-8") from None
    if not isinstance(value, dict):
        raise LineError("a line must be a JSON object")
    return value


def _print_check(console: Console, lang: str, kind: str, holds: bool, band: tuple[float, float], grade: Grade) -> None:
    mark = "[green]ok[/] " if holds else "[red]BAD[/]"
    console.print(f"  {mark} {lang} {kind:10} {grade.score:.2f} in {band[0]:.2f}–{band[1]:.2f}", highlight=False)
    if not holds:
        for claim in grade.claims:
            console.print(
                f"        {claim.id:24} {claim.verdict:12} {claim.probability:.2f}  {escape(claim.signal)}",
                highlight=False,
            )
        for hit in grade.misconceptions:
            console.print(f"        ! {hit.id} ({'sure' if hit.sure else 'asked'})", highlight=False)
        for flag in grade.flags:
            console.print(f"        flag {flag.name}", highlight=False)
