"""What an item points at: topics, references, other items, its own files and proofs."""

from __future__ import annotations

import ast
import datetime
import graphlib
import re
from collections.abc import Iterator, Mapping

from greenroom.content.findings import Finding, error, warning
from greenroom.content.items import REVIEW, LoadedItem
from greenroom.content.loader import Library, Pack
from greenroom.content.models import Claim, Coding, Debug, Method, Misconception, Model, Theory
from greenroom.content.pack import Review
from greenroom.content.render import ITEM_LINK, cited
from greenroom.content.tomlfile import Key, key_lines, line_of, read_model

from .base import Subject

_REQUIREMENT = re.compile(r"[A-K]\d{1,2}|U\d{1,2}")
_SNIPPET_LINES = 30
_CHECKED = {"property", "metric", "distribution"}


def check(subject: Subject) -> None:
    """All checks of one item's links."""
    _names(subject)
    _references(subject)
    _item_links(subject)
    _files(subject)
    _proofs(subject)
    _patterns(subject)
    _hints(subject)
    _review(subject)


def _names(subject: Subject) -> None:
    item, world = subject.loaded.item, subject.world
    if item.topic not in world.taxonomy:
        subject.toml(("topic",), f"no topic is called {item.topic}; see taxonomy.toml", "topic")
    for at, name in enumerate(item.prerequisites):
        if name not in world.ids and name not in world.taxonomy:
            subject.toml(("prerequisites", at), f"{name} is neither an item nor a topic", "link")
    for at, name in enumerate(item.requirements):
        if not _REQUIREMENT.fullmatch(name):
            subject.toml(("requirements", at), f"{name} is not a requirement's id", "requirement")
    if isinstance(item, Method):
        for key in ("before", "after", "questions"):
            for name in getattr(item, key):
                if name not in world.ids:
                    subject.toml((key,), f"there is no item {name}", "link")
        for at, dated in enumerate(item.dated):
            if dated.expires < f"{datetime.date.today():%Y-%m}":
                message = f"was said as of {dated.as_of} and held good until {dated.expires}: read it again"
                subject.toml(("dated", at, "expires"), message, "expired", warn=True)


def _references(subject: Subject) -> None:
    item, known = subject.loaded.item, subject.loaded.refs
    declared = set(item.refs)
    used = {ref for _, ref in _proof_refs(item)}
    for lang, document in subject.loaded.texts.items():
        used.update(cited(document.source))
        for line, citation in subject.inspected[lang].citations:
            for key in cited(citation):
                if key not in declared:
                    subject.text(lang, line, f"cites {key}, which is not among the item's refs", "ref")
    for at, key in enumerate(item.refs):
        if key not in known:
            subject.toml(("refs", at), f"the pack's refs.toml has no {key}", "ref")
        elif key not in used:
            subject.toml(("refs", at), f"{key} is never cited", "ref", warn=True)
    for loc, key in _proof_refs(item):
        if key not in declared:
            subject.toml(loc, f"{key} is not among the item's refs", "ref")


def _proof_refs(item: Model) -> Iterator[tuple[Key, str]]:
    for loc, proof in _proof_fields(item):
        if proof.startswith("ref:"):
            yield loc, proof.removeprefix("ref:")
    if isinstance(item, Method):
        for at, dated in enumerate(item.dated):
            yield ("dated", at, "ref"), dated.ref


def _proof_fields(item: Model) -> Iterator[tuple[Key, str]]:
    if isinstance(item, Theory):
        yield from ((("claims", at, "proof"), claim.proof) for at, claim in enumerate(item.claims) if claim.proof)
    if isinstance(item, Method):
        yield from ((("equations", at, "proof"), equation.proof) for at, equation in enumerate(item.equations))


def _item_links(subject: Subject) -> None:
    for lang, seen in subject.inspected.items():
        for line, href in seen.links:
            if ITEM_LINK.fullmatch(href):
                if href not in subject.world.ids:
                    subject.text(lang, line, f"there is no item {href}", "link")
            elif not href.startswith(("https://", "http://", "mailto:")):
                subject.text(
                    lang, line, f"{href!r} leads nowhere; link to an item (`kind/slug`) or to a web address", "link"
                )


def _files(subject: Subject) -> None:
    loaded = subject.loaded
    for loc, name in _needed(loaded):
        if name not in loaded.files:
            subject.toml(loc, f"the file {name} is missing", "file")
    named = {name for _, name in _needed(loaded)}
    for name in loaded.files:
        if name.endswith(".py"):
            _syntax(subject, name)
            if name.startswith(("solutions/", "mutants/", "slow/")) and name not in named:
                subject.file(name, 0, "is not named in item.toml, so nothing runs it", "file", warn=True)


def _needed(loaded: LoadedItem) -> Iterator[tuple[Key, str]]:
    """The files without which an item of its kind is not whole, each with the key that asks for it."""
    item = loaded.item
    here: list[str] = []
    if isinstance(item, Coding):
        here = ["starter.py", "gen.py", *(["check.py"] if item.compare.kind in _CHECKED else [])]
        groups: list[tuple[str, Mapping[str, object]]] = [
            ("solutions", item.solutions),
            ("mutants", item.mutants),
            ("slow", item.slow),
        ]
        for group, entries in groups:
            yield from (((group, name), str(getattr(entry, "file", ""))) for name, entry in entries.items())
    elif isinstance(item, Debug):
        here = ["buggy.py", "fixed.py", "check.py"]
    elif isinstance(item, Method):
        here = ["figure.py", "snippet.py"]
    elif loaded.kind == "param":
        here = ["gen.py"]
    if any(proof.startswith("verify:") for _, proof in _proof_fields(item)):
        here = [*here, "verify.py"]
    yield from ((("id",), name) for name in here)


def _syntax(subject: Subject, name: str) -> None:
    try:
        source = subject.loaded.read(name)
        ast.parse(source)
    except UnicodeDecodeError:
        subject.file(name, 0, "not UTF-8; save the file as UTF-8", "encoding")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        subject.file(name, getattr(problem, "lineno", None) or 0, f"not Python: {problem}", "python")
    else:
        if name == "snippet.py" and (lines := len(source.splitlines())) > _SNIPPET_LINES:
            subject.file(name, _SNIPPET_LINES + 1, f"has {lines} lines; {_SNIPPET_LINES} are the most", "length")


def _proofs(subject: Subject) -> None:
    loaded = subject.loaded
    functions = _functions(loaded)
    for loc, proof in _proof_fields(loaded.item):
        name = proof.removeprefix("verify:")
        if name != proof and functions is not None and name not in functions:
            subject.toml(loc, f"verify.py has no function {name}", "proof")
    if isinstance(loaded.item, Theory):
        for at, claim in enumerate(loaded.item.claims):
            if claim.need != "bonus" and claim.proof is None:
                message = f"the claim {claim.id} has no proof; give verify:<function> or ref:<key>"
                subject.toml(("claims", at), message, "proof")


def _functions(loaded: LoadedItem) -> set[str] | None:
    """The functions that verify.py defines; None when it is missing or cannot be parsed, which is reported elsewhere."""
    try:
        tree = ast.parse(loaded.read("verify.py"))
    except (KeyError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def _patterns(subject: Subject) -> None:
    item = subject.loaded.item
    for key in ("claims", "misconceptions", "rubric", "red_flags"):
        for at, claim in enumerate(getattr(item, key, [])):
            if isinstance(claim, Claim | Misconception):
                for pattern in (p for groups in claim.match.values() for group in groups for p in group):
                    try:
                        re.compile(pattern)
                    except re.error as problem:
                        subject.toml(
                            (key, at, "match"), f"{pattern!r} is not a regular expression: {problem}", "pattern"
                        )


_HINT = re.compile(r"^\d+\. ", re.MULTILINE)


def _hints(subject: Subject) -> None:
    item = subject.loaded.item
    if not isinstance(item, Coding):
        return
    for lang, document in subject.loaded.texts.items():
        hints = document.section("Hints")
        if hints and (found := len(_HINT.findall(hints.body))) != len(item.hint_costs):
            message = f"{found} numbered hints, but hint_costs has {len(item.hint_costs)}"
            subject.text(lang, hints.line, message, "hints")


def _review(subject: Subject) -> None:
    loaded = subject.loaded
    if REVIEW in loaded.files:
        review = read_model(loaded.folder / REVIEW, Review)
        if review.hash != loaded.version:
            message = f"is of version {review.hash}; the item is {loaded.version} now"
            subject.file(REVIEW, 1, message, "review", warn=True)


# ---- between items -----------------------------------------------------------------------------------------------


def circles(library: Library) -> Iterator[Finding]:
    """Prerequisites, or a lineage of methods, that go round in a circle."""
    needs = {i.id: [n for n in i.item.prerequisites if n in library.items] for i in library}
    lineage: dict[str, list[str]] = {}
    for loaded in library:
        if isinstance(loaded.item, Method):
            lineage.setdefault(loaded.id, []).extend(loaded.item.before)
            for later in loaded.item.after:
                lineage.setdefault(later, []).append(loaded.id)
    for graph, what, key in ((needs, "prerequisites", "prerequisites"), (lineage, "lineage", "before")):
        try:
            graphlib.TopologicalSorter(graph).prepare()
        except graphlib.CycleError as problem:
            around: list[str] = problem.args[1]
            first = next((name for name in around if name in library.items), "")
            if first:
                item = library.items[first]
                yield error(
                    item.toml, item.line(key), f"the {what} go round in a circle: {' → '.join(around)}", "cycle"
                )


def references(pack: Pack) -> Iterator[Finding]:
    """References of a pack that nobody uses, or whose year the arXiv id belies."""
    path = pack.root / "refs.toml"
    if not pack.refs:
        return
    lines = key_lines(path.read_text("utf-8"))
    used = {key for item in pack.items.values() for key in item.item.refs}
    for key, ref in pack.refs.items():
        line = line_of(lines, (key,))
        if key not in used:
            yield warning(path, line, f"no item refers to {key}", "ref")
        if ref.arxiv and (posted := _posted(ref.arxiv)) and not posted <= ref.year <= posted + 2:
            yield error(path, line, f"{key} is of {ref.year}, but arXiv {ref.arxiv} was posted in {posted}", "arxiv")


def _posted(arxiv: str) -> int:
    """The year in an arXiv id of either style."""
    year = int(arxiv.rpartition("/")[2][:2])
    return 1900 + year if year > 90 else 2000 + year
