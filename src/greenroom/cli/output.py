"""How commands speak: for people, or with `--json` for programs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn

import typer

from greenroom.content.findings import Finding, PackError

Json = Annotated[bool, typer.Option("--json", help="Answer with JSON on standard output.")]
SHORT = 10
"""Characters of a table's cell that is never broken."""
PIPE = 1000
"""Columns of a table that nobody looks at but another program."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """Text from a pack or a program with its control characters spelt out: a terminal must not obey them."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def put(data: Any) -> None:
    """Write JSON, Chinese as Chinese."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def fail(message: str, *, as_json: bool = False, findings: Iterable[Finding] = (), code: int = 1) -> NoReturn:
    """Say what went wrong and what to do, and exit."""
    if as_json:
        put({"ok": False, "error": message, "findings": [finding.as_json() for finding in findings]})
    else:
        print(message, file=sys.stderr)
    raise typer.Exit(code)


@contextmanager
def told(as_json: bool) -> Iterator[None]:
    """Errors that a person can act on become a message instead of a traceback."""
    try:
        yield
    except PackError as problem:
        fail(str(problem), as_json=as_json, findings=problem.findings)
    except (FileNotFoundError, NotADirectoryError, PermissionError) as problem:
        fail(f"{problem.filename or problem}: {problem.strerror or 'not found'}", as_json=as_json)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A plain table: numbers to the right, what is short in one piece, titles broken at words; one line a row in a pipe."""
    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    listed = [list(row) for row in rows]
    console = Console() if sys.stdout.isatty() else Console(width=PIPE)
    for at, name in enumerate(head):
        numeric = bool(listed) and all(isinstance(row[at], int | float) for row in listed)
        longest = max([len(name), *(cell_len(str(row[at])) for row in listed)])
        most = max(SHORT, console.width * 2 // 5) if at == 0 else None
        made.add_column(
            name,
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=longest <= SHORT,
            min_width=longest if longest <= SHORT else min(longest, most) if most else None,
            max_width=most,
        )
    for row in listed:
        made.add_row(*map(str, row))
    console.print(made)


@contextmanager
def progress(total: int, what: str, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A bar on standard error, on a terminal only. Yields what to call when one is done."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda name: bar.update(task, advance=1, description=name)
