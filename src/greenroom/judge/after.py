"""What is worth saying once a submission is accepted: hidden differences, cost, growth, readability."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from greenroom.content.items import LoadedItem
from greenroom.judge.author import Author, Problem
from greenroom.judge.cases import make_cases
from greenroom.judge.complexity import Growth, growth_of
from greenroom.judge.cost import Cost, cost_of
from greenroom.judge.fuzz import CASES, Fuzzed, fuzz
from greenroom.judge.intake import accept
from greenroom.judge.readability import Note, notes_on
from greenroom.judge.session import Judge


@dataclass(frozen=True, slots=True)
class After:
    """`cost` and `growth` are None where they could not be measured; `reference` is the optimal solution's growth."""

    fuzzed: Fuzzed
    cost: Cost | None
    growth: Growth | None
    reference: Growth | None
    notes: tuple[Note, ...]


def look_closer(
    judge: Judge,
    item: LoadedItem,
    source: str | bytes,
    seed: int,
    *,
    cases: int = CASES,
    on_progress: Callable[[str, int], None] | None = None,
) -> After:
    """Everything there is to say about an accepted submission. Takes seconds: run it in the background.

    `on_progress` is called with the part's name and how much of it is done: cases, else 0.
    """
    problem = Problem.read(item)
    text = accept(source, problem.item.entry).text

    def tell(part: str, done: int = 0) -> None:
        if on_progress:
            on_progress(part, done)

    tell("readability")
    notes = notes_on(text, [problem.source(s.file) for s in problem.item.solutions.values()])
    fuzzed = fuzz(judge, problem, text, seed, cases=cases, on_progress=lambda done: tell("fuzz", done))
    tell("cost")
    with Author(judge, problem) as author:
        tests = make_cases(author, seed, ("small", "large"))
    cost = cost_of(judge, problem, text, tests)
    tell("complexity")
    reference = problem.source(problem.item.solutions[problem.reference].file)
    growth, theirs = growth_of(judge, problem, text), growth_of(judge, problem, reference)
    return After(fuzzed, cost, growth, theirs, notes)
