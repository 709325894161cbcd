"""A theory item is proved when its `verify:` functions pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from greenroom.content.drivers import driver, modules
from greenroom.content.findings import Finding, error
from greenroom.content.items import LoadedItem
from greenroom.content.models import Theory
from greenroom.content.runner import RunError, Runner, profile_for

Report = Callable[[Finding], None]

SECONDS = 20.0
"""CPU seconds that all checks of one item may take."""


def run_checks(runner: Runner, loaded: LoadedItem, proofs: Iterable[str | None], report: Report) -> None:
    """Run the `verify:` functions among `proofs` and report those that fail."""
    names = sorted({proof.removeprefix("verify:") for proof in proofs if proof and proof.startswith("verify:")})
    files = modules(loaded, "verify", "snippet")
    if not names or "verify" not in files:
        return
    place = loaded.folder / "verify.py"
    try:
        sources = {**files, "checks_driver": driver("checks_driver")}
        failed = runner.run(profile_for(files.values()), sources, "checks_driver", "check", (names,), SECONDS)
    except (RunError, SyntaxError) as problem:
        report(error(place, 0, f"does not run: {problem}", "proof"))
        return
    if isinstance(failed, dict):
        for name, (line, message) in sorted(failed.items()):
            report(error(place, line, f"{name} fails: {message}", "proof"))


class TheoryProver:
    """Proves items of the kind `theory`."""

    kinds = ("theory",)

    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    def prove(self, loaded: LoadedItem, report: Report) -> None:
        """Report every claim's check that fails."""
        if isinstance(loaded.item, Theory):
            run_checks(self._runner, loaded, [claim.proof for claim in loaded.item.claims], report)
