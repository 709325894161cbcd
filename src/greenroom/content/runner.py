"""The one thing content asks of a judge: run a function of some files behind its walls."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from .models import Profile

_NEEDS: dict[str, Profile] = {"torch": "torch", "pandas": "sci", "scipy": "sci", "sklearn": "sci", "sqlite3": "sci"}


class RunError(Exception):
    """The function raised, ran out of its limits, or answered with something that does not cross the walls."""


class Runner(Protocol):
    """Runs untrusted code. Safe to call from several threads."""

    def run(
        self,
        profile: Profile,
        files: Mapping[str, str],
        module: str,
        function: str,
        args: tuple[object, ...],
        seconds: float,
    ) -> object:
        """Call `function(*args)` of `module`, in a fresh process where `files` (module name → source) can be imported.

        `seconds` is of CPU time. Returns a plain value. Raises RunError.
        """

    def available(self, profile: Profile) -> str:
        """ "" when the profile can run here, else what to install."""


def imports(source: str) -> Iterator[str]:
    """The top-level packages that a module imports. Raises SyntaxError."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def foreign(source: str) -> set[str]:
    """The packages beyond the standard library that a module imports."""
    return set(imports(source)) - sys.stdlib_module_names


def profile_for(sources: Iterable[str]) -> Profile:
    """The smallest profile in which modules can be imported."""
    wanted = {_NEEDS.get(name, "np") for source in sources for name in imports(source)}
    order: tuple[Profile, ...] = ("torch", "sci")
    return next((profile for profile in order if profile in wanted), "np")
