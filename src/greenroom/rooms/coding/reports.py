"""A judge's report as JSON and back. JSON knows no infinity and no NaN, so those floats travel as text."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from greenroom.judge.types import Report

_report = TypeAdapter(Report)


def to_json(report: Report) -> dict[str, Any]:
    """Plain values that any JSON column takes."""
    return plain(asdict(report))


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """The same for any values of the judge's."""
    made: dict[str, Any] = _finite(values)
    return made


def from_json(data: dict[str, Any]) -> Report:
    """The report that `to_json` wrote, infinities included."""
    return _report.validate_python(data)


def passed(report: Report) -> int:
    """How many tests it passed."""
    return sum(test.verdict == "AC" for test in report.tests)


def score(report: Report) -> float:
    """1 for an accepted solution, else the share of tests passed, below 1."""
    if report.verdict == "AC":
        return 1.0
    return min(0.99, passed(report) / report.total) if report.total else 0.0


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, str):
        return value.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(inner) for inner in value]
    return value
