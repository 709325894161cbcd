"""`greenroom judge …`: verdicts from a terminal without a record of them, and the judge's own figures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .output import Json, fail, plain, progress, put, table, told

if TYPE_CHECKING:
    from greenroom.judge.jsonl import Judged
    from greenroom.judge.service import LocalJudge
    from greenroom.judge.types import Report

app = typer.Typer(no_args_is_help=True, help="Judge files and problem sets; measure the judge.")
Unsafe = Annotated[bool, typer.Option("--allow-unsafe", help="Run code even where there is no sandbox.")]


@app.command("run")
def run_file(
    item: Annotated[str, typer.Argument(help="An item's id or folder.")],
    file: Path,
    seed: Annotated[int | None, typer.Option(help="The hidden tests' seed; a fresh one by default.")] = None,
    allow_unsafe: Unsafe = False,
    as_json: Json = False,
) -> None:
    """Judge FILE against all tests of a coding item. Exits with 1 when it is not accepted."""
    from greenroom.judge.judging import Judging

    from .content import one

    with told(as_json):
        loaded, source = one(item, as_json), file.read_bytes()
    if loaded.kind != "coding":
        fail(f"{loaded.id} is no coding item.", as_json=as_json, code=2)
    with _judge(allow_unsafe, as_json) as judge:
        judging = Judging(judge)
        try:
            drawn = judging.fresh_seed(loaded) if seed is None else seed
            report = judging.explain(loaded, source, judging.submit(loaded, source, seed=drawn))
        finally:
            judging.close()
    if as_json:
        from greenroom.rooms.coding.reports import to_json

        put({"ok": report.verdict == "AC", "item": loaded.id, "version": loaded.version, "report": to_json(report)})
    else:
        _show(report)
    raise typer.Exit(report.verdict != "AC")


@app.command()
def jsonl(
    file: Path,
    field: Annotated[str | None, typer.Option(help="The key that holds the solution.")] = None,
    allow_unsafe: Unsafe = False,
    as_json: Json = False,
) -> None:
    """Judge each line of a HumanEval-style file, plain or .gz. Exits with 1 when one is not accepted."""
    from greenroom.judge.jsonl import JsonlError, judge_problem, read_jsonl

    try:
        problems = list(read_jsonl(file, field))
    except JsonlError as unreadable:
        fail(str(unreadable), as_json=as_json, code=2)
    results: list[Judged] = []
    with _judge(allow_unsafe, as_json) as judge, progress(len(problems), "judged", quiet=as_json) as done:
        for problem in problems:
            results.append(judge_problem(judge, problem))
            done(problem.id)
    accepted = sum(result.verdict == "AC" for result in results)
    if as_json:
        from dataclasses import asdict

        put({"ok": accepted == len(results), "accepted": accepted, "results": [asdict(one) for one in results]})
    else:
        wrong = [[plain(r.id), r.verdict, plain(r.detail)] for r in results if r.verdict != "AC"]
        if wrong:
            table(["problem", "verdict", "why"], wrong)
        print(f"{accepted} of {len(results)} accepted; {sum(not r.typed for r in results)} by their own test program.")
    raise typer.Exit(accepted != len(results))


@app.command()
def bench(as_json: Json = False) -> None:
    """Measure the judge against a cold sandboxed process. Exits with 1 when a bar is not reached."""
    from greenroom.judge.benchmark import measure

    with _judge(False, as_json) as judge:
        if as_json:
            rows = measure(judge)
            put({"tier": judge.tier, "rows": [row.as_json() for row in rows]})
        else:
            print(f"tier {judge.tier}")
            rows = measure(judge, lambda row: print(row, flush=True))
    raise typer.Exit(not all(row.reached for row in rows))


@contextmanager
def _judge(allow_unsafe: bool, as_json: bool) -> Iterator[LocalJudge]:
    from greenroom.judge.author import PackFault
    from greenroom.judge.service import start_judge
    from greenroom.judge.session import JudgeError

    try:
        with start_judge(allow_unsafe=allow_unsafe) as judge:
            yield judge
    except (JudgeError, PackFault) as problem:
        fail(str(problem), as_json=as_json)


def _show(report: Report) -> None:
    passed = sum(test.verdict == "AC" for test in report.tests)
    print(f"{report.verdict}  {passed} of {report.total} tests  {report.usage.cpu_s:.3f} s  tier {report.tier}")
    print(f"seed {report.seed}" + (f"\n{plain(report.message)}" if report.message else ""))
    failing = report.smallest or next((test for test in report.tests if test.verdict != "AC"), None)
    if failing is None:
        return
    for name, text in (("input", failing.input), ("expected", failing.expected), ("yours", failing.actual)):
        if text:
            print(f"{name:>8}  {plain(text)}")
    if failing.raised:
        print("\n".join(plain(line) for line in failing.raised.trace))
