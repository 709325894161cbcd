"""What a check has to say: where, how bad, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a file. `line` counts from 1; 0 means the file as a whole."""

    severity: Severity
    file: Path
    line: int
    message: str
    code: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code} {self.message}"

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "file": str(self.file)}


class PackError(Exception):
    """A pack or an item that cannot be used. `findings` say where and why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def error(file: Path, line: int, message: str, code: str) -> Finding:
    return Finding("error", file, line, message, code)


def warning(file: Path, line: int, message: str, code: str) -> Finding:
    return Finding("warning", file, line, message, code)
