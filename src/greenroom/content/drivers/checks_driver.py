"""Runs behind the walls beside verify.py: calls its functions and says which one fails, where and why."""

from __future__ import annotations

import importlib
import traceback


def check(names: list[str]) -> dict[str, tuple[int, str]]:
    """{function: (line of verify.py, message)} for each one that raises; one that is called "" only imports the module."""
    failed: dict[str, tuple[int, str]] = {}
    module = importlib.import_module("verify")
    for name in names:
        try:
            getattr(module, name)()
        except Exception as problem:
            lines = [
                f.lineno or 0 for f in traceback.extract_tb(problem.__traceback__) if f.filename.endswith("verify.py")
            ]
            failed[name] = (lines[-1] if lines else 0, f"{type(problem).__name__}: {problem}".rstrip(": "))
    return failed


def load(name: str) -> bool:
    """Import a module, which runs it."""
    importlib.import_module(name)
    return True
