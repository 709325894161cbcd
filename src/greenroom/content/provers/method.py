"""A method page is proved when its equations hold, its figure can be drawn again and its snippet runs."""

from __future__ import annotations

import re

from greenroom.content import svg
from greenroom.content.drivers import driver, modules
from greenroom.content.findings import error
from greenroom.content.items import LoadedItem
from greenroom.content.models import Method
from greenroom.content.runner import RunError, Runner, foreign, profile_for

from .theory import SECONDS, Report, run_checks

FIGURE = "figure.svg"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_NEAR = 0.11
"""Machines round differently: drawings whose coordinates differ by less look the same."""


def draw(runner: Runner, loaded: LoadedItem) -> str:
    """The figure that the item's figure.py draws. Raises RunError."""
    files = modules(loaded, "figure", "verify", "snippet")
    try:
        drawn = runner.run(profile_for(files.values()), files, "figure", "svg", (), SECONDS)
    except (SyntaxError, KeyError) as problem:
        raise RunError(str(problem)) from None
    if not isinstance(drawn, str):
        raise RunError(f"svg() returns {type(drawn).__name__}, not str")
    return drawn


def alike(one: str, other: str) -> bool:
    """Whether two drawings are the same up to rounding."""
    if _NUMBER.sub("#", one.strip()) != _NUMBER.sub("#", other.strip()):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(a == b or abs(float(a) - float(b)) <= _NEAR for a, b in pairs)


class MethodProver:
    """Proves items of the kind `method`."""

    kinds = ("method",)

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    def prove(self, loaded: LoadedItem, report: Report) -> None:
        """Report what of the page does not hold."""
        if not isinstance(loaded.item, Method):
            return
        run_checks(self._runner, loaded, [equation.proof for equation in loaded.item.equations], report)
        self._figure(loaded, report)
        self._snippet(loaded, report)

    def _figure(self, loaded: LoadedItem, report: Report) -> None:
        place = loaded.folder / "figure.py"
        if "figure.py" not in loaded.files:
            return
        try:
            drawn, again = draw(self._runner, loaded), draw(self._runner, loaded)
        except RunError as problem:
            report(error(place, 0, f"does not draw: {problem}", "figure"))
            return
        if drawn != again:
            report(
                error(place, 0, "draws differently each time: seed what is random, sort what is unordered", "figure")
            )
        for problem_text in svg.problems(drawn):
            report(error(place, 0, problem_text, "figure"))
        if FIGURE not in loaded.files:
            report(error(loaded.folder / FIGURE, 0, "is missing: run `greenroom content draw`", "figure"))
        elif not alike(drawn, loaded.read(FIGURE)):
            report(
                error(loaded.folder / FIGURE, 0, "is not what figure.py draws: run `greenroom content draw`", "figure")
            )

    def _snippet(self, loaded: LoadedItem, report: Report) -> None:
        files = modules(loaded, "snippet")
        place = loaded.folder / "snippet.py"
        if not files:
            return
        try:
            if others := foreign(files["snippet"]) - {"numpy"}:
                report(error(place, 0, f"a snippet imports NumPy only, not {', '.join(sorted(others))}", "snippet"))
                return
            sources = {**files, "checks_driver": driver("checks_driver")}
            self._runner.run("np", sources, "checks_driver", "load", ("snippet",), SECONDS)
        except (RunError, SyntaxError) as problem:
            report(error(place, 0, f"does not run: {problem}", "snippet"))
