"""`greenroom`: a table of commands. A command's module is imported when it is called, so each pays only for itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple


class Command(NamedTuple):
    """Where a command lives: a module whose `app` is a `typer.Typer`."""

    module: str
    about: str


COMMANDS: dict[str, Command] = {
    "content": Command("greenroom.cli.content", "Write, check, search and install packs of items."),
}
"""Name → command, in the order in which help lists them."""


def usage() -> str:
    """The text of `greenroom --help`."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.about}" for name, command in COMMANDS.items()]
    return "\n".join(
        ["Usage: greenroom COMMAND [OPTIONS]", "", "Commands:", *lines, "", "`greenroom COMMAND --help` tells more."]
    )


def main(argv: Sequence[str] | None = None) -> None:
    """Run a command and exit with its status: 0 well, 1 not well, 2 not understood."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments:
        case [] | ["--help" | "-h" | "help"]:
            print(usage())
        case ["--version"]:
            from greenroom import __version__

            print(f"greenroom {__version__}")
        case [name, *rest] if name in COMMANDS:
            import_module(COMMANDS[name].module).app(rest, prog_name=f"greenroom {name}")
        case [name, *_]:
            print(f"greenroom has no command {name!r}.\n\n{usage()}", file=sys.stderr)
            raise SystemExit(2)


if __name__ == "__main__":
    main()
