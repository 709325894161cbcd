"""A judge's report in a terminal: what the coding room's page shows, in text."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from greenroom.content.items import LoadedItem
from greenroom.record.models import Event
from greenroom.rooms.coding import closer, remarks, showing
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.coding.showing import Case
from greenroom.rooms.coding.values import Shown
from greenroom.web.templatetags.greenroom import said

from .output import plain

Facts = dict[str, Any]
MARK = {True: ("✓", "green"), False: ("✗", "red")}
INDENT = 2


@contextmanager
def pips(*, quiet: bool) -> Iterator[Callable[[Event], object]]:
    """One mark a test on standard output, as the tests end. Yields what takes the events."""
    console = Console(quiet=quiet, highlight=False)
    begun = False

    def tell(event: Event) -> None:
        nonlocal begun
        if event.kind == "tests":
            begun = True
            for _index, verdict in event.payload["tests"]:
                console.print(Text(*MARK[verdict == "AC"]), end="")
        elif event.kind == "verdict" and event.payload["more"]:
            words = _("Looking for the smallest input that fails…")
            console.print(f"{' ' * begun}{event.payload['verdict']}  {words}", end="")
            begun = True

    try:
        yield tell
    finally:
        if begun:
            console.print()


def as_data(submission: Submission, item: LoadedItem) -> Facts:
    """The same for a program."""
    wrong = showing.context(submission, item).get("misconception")
    return {
        "ok": submission.verdict == "AC",
        "item": item.id,
        "version": submission.version,
        "submission": submission.pk,
        "kind": submission.kind,
        "verdict": submission.verdict,
        "misconception": said(wrong.says) if wrong else None,
        "closer": closer.standing(submission).state or None,
        "report": submission.report,
    }


def show(submission: Submission, item: LoadedItem) -> None:
    """Print the report."""
    console = Console(highlight=False)
    facts = showing.context(submission, item)
    console.print(_headline(submission, facts))
    report = facts["report"]
    if facts["advice"]:
        console.print(facts["advice"])
    if facts["misconception"]:
        console.print(
            Text.assemble((_("What probably went wrong"), "bold"), f"\n{plain(said(facts['misconception'].says))}")
        )
    if facts["smallest"]:
        console.print(Text(_("The smallest input that fails"), "bold"), _inside(facts["smallest"]), sep="\n")
    if report.message and report.verdict not in {"AC", "WA"}:
        console.print(Text(plain(facts["message"])))
    for number, case in enumerate(facts["cases"]):
        console.print(_title(case))
        if case.bug or submission.kind == "run" or (number == 0 and not facts["smallest"]):
            console.print(_inside(case))
    if submission.verdict == "AC" and submission.kind == "submit":
        print(f"{_('The editorial is open now: compare your way with others.')} greenroom show --editorial {item.id}")
    if closer.standing(submission).state:
        print(f"{_('A closer look follows, in the app or now:')} greenroom closer {submission.pk}")


def show_closer(submission: Submission, item: LoadedItem) -> None:
    """Print what a closer look found."""
    console = Console(highlight=False)
    facts = remarks.context(submission, item)
    console.print(Text.assemble((_("A closer look"), "bold"), f"  {item.id}  {submission.pk}"))
    if "failed" in facts:
        console.print(Text(plain(f"{_('It could not be done. The verdict stands.')}\n{facts['failed']}")))
        return
    found: remarks.Remarks = facts["remarks"]
    _part(console, _("Answers"), found.answers)
    if found.case:
        console.print(_inside(found.case))
    if found.own:
        console.print(Text(plain(f"  greenroom test {item.id} --input {shlex.quote(found.own)}")))
    _part(console, _("Cost"), found.cost, found.cost_means)
    unknown, theirs = _("cannot tell"), _("The reference's")
    growth = f"{_('Yours')} {found.mine or unknown} · {theirs} {found.reference or unknown}"
    _part(console, _("Growth with the size of the input"), growth)
    notes = [f"{_('Line %(n)s:') % {'n': n.line}} {n.text}" if n.line else n.text for n in found.notes]
    _part(console, _("How it reads"), *(notes or [_("Nothing to remark on.")]))


def _part(console: Console, title: str, *lines: str) -> None:
    console.print(Text(title, "bold"))
    for line in filter(None, lines):
        console.print(Padding(Text(plain(line)), (0, 0, 0, INDENT)))


def _headline(submission: Submission, facts: Facts) -> Text:
    report = facts["report"]
    mark, colour = MARK[submission.verdict == "AC"]
    parts = [_("%(passed)s of %(total)s tests passed") % {"passed": facts["passed"], "total": report.total}]
    parts = [*(parts if report.total else []), f"{report.usage.cpu_s:.3f} s", f"{report.usage.peak_mb:.0f} MiB"]
    return Text.assemble((f"{mark} {facts['words']}", f"bold {colour}"), f"  {' · '.join(parts)}")


def _title(case: Case) -> Text:
    mark, colour = MARK[case.good]
    number = {"n": case.result.index + 1}
    if case.bug:
        words = _("Bug %(n)s") % number
        return Text.assemble((f"{mark} {words}", colour), f"  {_('Mended') if case.good else _('Still there')}")
    verdict = "" if case.good else f"  {case.result.verdict}"
    return Text.assemble((f"{mark} {_('Test %(n)s') % number}", colour), f"  {case.name}{verdict}")


def _inside(case: Case) -> RenderableType:
    """What a test was given, should have answered and did answer; only what matters of one that passed."""
    result = case.result
    parts: list[RenderableType] = []
    if case.bug:
        parts.append(plain(said(case.bug.why if case.good else case.bug.symptom)))
    if case.cause and not result.raised:
        parts.append(Text(" · ".join([case.cause, *_numbers(case)]), "bold"))
    if case.absent:
        parts.append(Text(plain(case.absent), "red"))
    elif result.raised:
        raised = result.raised
        parts.append(Text(plain(f"{raised.type}: {raised.message}" if raised.message else raised.type), "red"))
        parts += [Text(plain(line)) for line in raised.trace]
    grid = Table.grid(padding=(0, 2))
    if not case.good:
        if result.input:
            grid.add_row(_("Input"), Text(plain(result.input)))
        if result.expected:
            grid.add_row(_("Expected"), _values(case.expected))
        if result.actual and not result.raised:
            grid.add_row(_("Yours"), _values(case.actual))
    if result.stdout:
        grid.add_row(_("Printed"), Text(plain(result.stdout.rstrip("\n"))))
    return Padding(Group(*parts, grid) if grid.rows else Group(*parts), (0, 0, 0, INDENT), expand=False)


def _numbers(case: Case) -> Iterator[str]:
    found = case.result.mismatch
    if found is None:
        return
    if found.index:
        yield f"{_('first at')} [{', '.join(map(str, found.index))}]"
    if found.total:
        yield f"{_('differing')} {found.differing} / {found.total}"
    elif case.message:
        yield plain(case.message)
    if found.max_abs is not None:
        yield f"{_('largest absolute error')} {found.max_abs:.3g}"
    if found.max_rel is not None:
        yield f"{_('largest relative error')} {found.max_rel:.3g}"


def _values(values: list[Shown]) -> RenderableType:
    return Group(*map(_value, values))


def _value(value: Shown) -> RenderableType:
    """An array as aligned cells, anything else as text. What differs is red, and between arrows where there is no colour."""
    if not value.rows:
        return _differing(value.text, value.differs)
    grid = Table.grid(padding=(0, 1))
    for _cell in value.rows[0]:
        grid.add_column(justify="right", no_wrap=True)
    for row in value.rows:
        grid.add_row(*(_differing(cell.text, cell.differs) for cell in row))
    return Group(grid, Text(plain(value.note), "dim")) if value.note else grid


def _differing(text: str, differs: bool) -> Text:
    return Text(f"›{plain(text)}‹", "bold red") if differs else Text(plain(text))
