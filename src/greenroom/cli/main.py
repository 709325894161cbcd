"""`greenroom`: a table of commands. A command's module is imported when it is called, so each pays only for itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import typer


class Command(NamedTuple):
    """Where a command lives: a module whose `app` is a `typer.Typer`, or `module:function` for one without sub-commands."""

    module: str
    about: str


COMMANDS: dict[str, Command] = {
    "start": Command(
        "greenroom.cli.start:start", "Open the app in the browser; start ITEM: solve it in your own editor."
    ),
    "doctor": Command("greenroom.cli.doctor:doctor", "Check this machine and this installation."),
    "list": Command("greenroom.cli.shelf:list_items", "List or search the library."),
    "show": Command("greenroom.cli.shelf:show", "Show an item's statement or question, its hints, its editorial."),
    "test": Command("greenroom.cli.solve:run", "Run your file on the visible examples."),
    "submit": Command("greenroom.cli.solve:submit", "Judge your file against all tests."),
    "closer": Command(
        "greenroom.cli.closer:look", "Look closer at accepted code: fresh cases, cost, growth, how it reads."
    ),
    "log": Command("greenroom.cli.history:log", "What was tried, here and in the browser."),
    "stats": Command("greenroom.cli.history:stats", "Where you stand, by topic."),
    "content": Command("greenroom.cli.content", "Write, check, search and install packs of items."),
    "judge": Command("greenroom.cli.judge", "Judge a file against an item, or a JSONL set; measure the judge."),
    "theory": Command("greenroom.cli.theory", "Grade theory answers by claims; check an item against the grader."),
    "backup": Command("greenroom.cli.backup:backup", "Write everything into one archive."),
    "restore": Command("greenroom.cli.backup:restore", "Bring an archive back."),
    "export": Command("greenroom.cli.backup:export", "Everything about one candidate as JSON Lines."),
    "erase": Command("greenroom.cli.backup:erase", "Delete everything about one candidate."),
    "rebuild": Command("greenroom.cli.backup:rebuild", "Derive every state anew from the log."),
    "worker": Command("greenroom.cli.start:worker", "Do jobs for a shared installation."),
}
"""Name → command, in the order in which help lists them."""


def usage() -> str:
    """The text of `greenroom --help`."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.about}" for name, command in COMMANDS.items()]
    above = ["Usage: greenroom [COMMAND] [OPTIONS]", "", "Without a command it starts the app.", "", "Commands:"]
    return "\n".join([*above, *lines, "", "`greenroom COMMAND --help` tells more."])


def load(command: Command) -> typer.Typer:
    """The command's program."""
    module, _, function = command.module.partition(":")
    if not function:
        app: typer.Typer = import_module(module).app
        return app
    import typer

    single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    single.command()(getattr(import_module(module), function))
    return single


def main(argv: Sequence[str] | None = None) -> None:
    """Run a command and exit with its status: 0 well, 1 not well, 2 not understood."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments:
        case ["--help" | "-h" | "help"]:
            print(usage())
        case []:
            main(["start"])
        case ["--version"]:
            from greenroom import __version__

            print(f"greenroom {__version__}")
        case [name, *rest] if name in COMMANDS:
            load(COMMANDS[name])(rest, prog_name=f"greenroom {name}")
        case [name, *_]:
            print(f"greenroom has no command {name!r}.\n\n{usage()}", file=sys.stderr)
            raise SystemExit(2)


if __name__ == "__main__":
    main()
