"""`greenroom content`: write, check, search and install packs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from greenroom.content import authoring, paths
from greenroom.content.findings import Finding
from greenroom.content.items import LoadedItem
from greenroom.content.loader import Library, pack_roots

from .output import Json, fail, progress, put, table, told

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False, help=__doc__)

Paths = Annotated[
    list[str] | None, typer.Argument(help="Ids (coding/kmeans), files or folders. Without any: all packs.")
]
Lang = Annotated[str, typer.Option(help="en or zh.")]


def _library(names: list[str] | None = None) -> Library:
    """The library, and the packs outside it in which any of the named files lie."""
    roots = [root.resolve() for root in pack_roots()]
    for name in names or []:
        place = Path(name).resolve()
        own = next((folder for folder in (place, *place.parents) if (folder / "pack.toml").is_file()), None)
        if own and own not in roots:
            roots.append(own)
    return Library.load(roots)


def _selected(names: list[str] | None, as_json: bool) -> tuple[Library, set[str] | None]:
    """The library and the ids that the names mean; None when all are meant."""
    library = _library(names)
    if not names:
        return library, None
    ids, unknown = authoring.chosen(library, names)
    if unknown:
        fail("\n".join(map(str, unknown)), as_json=as_json, findings=unknown, code=2)
    return library, ids


def one(name: str, as_json: bool) -> LoadedItem:
    """The one item that an id or a folder means."""
    library = _library([name])
    ids, unknown = authoring.chosen(library, [name])
    if unknown:
        fail("\n".join(map(str, unknown)), as_json=as_json, findings=unknown, code=2)
    if len(ids) != 1:
        fail(f"{name!r} means {len(ids) or 'no'} items; give an id such as coding/kmeans", as_json=as_json, code=2)
    return library[ids.pop()]


@app.command()
def new(
    kind: str,
    slug: str,
    pack: Annotated[Path | None, typer.Option(help="The pack's folder; the current one by default.")] = None,
    as_json: Json = False,
) -> None:
    """Start an item: a small whole example of its kind, to be rewritten."""
    with told(as_json):
        try:
            folder = authoring.create(kind, slug, pack or Path.cwd())
        except FileExistsError as problem:
            fail(f"{problem.filename} exists already; choose another slug", as_json=as_json, code=2)
        except ValueError as problem:
            fail(str(problem), as_json=as_json, code=2)
    if as_json:
        put(
            {
                "ok": True,
                "folder": folder,
                "files": sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.*")),
            }
        )
    else:
        print(f"{folder}\nRewrite it, then run: greenroom content lint {folder}")


@app.command()
def lint(
    names: Paths = None,
    static: Annotated[bool, typer.Option("--static", help="Only read; run nothing.")] = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Pass over proofs that were done for the same files.")
    ] = False,
    jobs: Annotated[int, typer.Option(help="Proofs at a time.", min=1)] = os.cpu_count() or 2,
    as_json: Json = False,
) -> None:
    """Check items, and run everything in them that can be run. Exits with 1 when there is an error."""
    from greenroom.content.lint import check_library

    with told(as_json):
        library, ids = _selected(names, as_json)
        items = [item for item in library if ids is None or item.id in ids]
        with progress(len(items), "reading", quiet=as_json) as step:
            findings = list(check_library(library, ids, step))
        broken = {finding.file for finding in findings if finding.severity == "error"}
        if not static:
            findings += _proofs(items, broken, changed, jobs, as_json)
    _report(findings, len(items), as_json)


def _proofs(items: list[LoadedItem], broken: set[Path], changed: bool, jobs: int, as_json: bool) -> list[Finding]:
    from greenroom.content.prove import Ledger, prove

    from .proving import provers, unavailable

    ledger = Ledger(paths.data_root() / "cache" / "proofs.sqlite3")
    whole = [item for item in items if not any(file.is_relative_to(item.folder) for file in broken)]
    with provers() as (run, known), progress(len(whole), "proving", quiet=as_json) as step:
        skipped = unavailable(run, whole)
        ready = [item for item in whole if item.toml not in {finding.file for finding in skipped}]
        return [*skipped, *prove(ready, known, ledger=ledger, fresh=not changed, jobs=jobs, step=step)]


def _report(findings: list[Finding], items: int, as_json: bool) -> None:
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        put(
            {
                "ok": not errors,
                "items": items,
                "errors": errors,
                "findings": [finding.as_json() for finding in findings],
            }
        )
    else:
        for finding in findings:
            print(f"{finding.severity}: {_nearby(finding)}" if finding.severity == "warning" else _nearby(finding))
        print(f"{items} items, {errors} errors, {len(findings) - errors} warnings")
    raise typer.Exit(1 if errors else 0)


def _nearby(finding: Finding) -> str:
    """The finding with a path that one can click on: relative where the file lies below the current folder."""
    here = Path.cwd()
    file = finding.file.relative_to(here) if finding.file.is_relative_to(here) else finding.file
    return f"{file}:{finding.line}: {finding.code} {finding.message}"


@app.command()
def stats(as_json: Json = False) -> None:
    """Count the library, and name the topics that nothing covers."""
    with told(as_json):
        library = _library()
        found = authoring.statistics(library)
    if as_json:
        put(found)
        return
    print(f"{found['items']} items, {found['minutes'] // 60} hours, version {found['version']}")
    for what in ("kinds", "topics", "difficulty", "languages", "packs"):
        table((what, "items"), found[what].items())
    print(f"not covered: {', '.join(found['uncovered']) or 'nothing'}")
    for problem in library.problems:
        print(problem)


@app.command()
def show(name: str, lang: Lang = "en", as_json: Json = False) -> None:
    """Show an item with everything in it, answers too."""
    with told(as_json):
        item = one(name, as_json)
        if as_json:
            put(_as_data(item, lang))
            return
        from rich.console import Console
        from rich.markdown import Markdown

        about = item.item
        print(
            f"{item.id}  {item.version}  {about.topic}  difficulty {about.difficulty}  {about.minutes} min\n{item.folder}"
        )
        Console().print(Markdown(f"# {item.title(lang)}\n\n{item.text(lang).prose}"))


def _as_data(item: LoadedItem, lang: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "version": item.version,
        "pack": item.pack,
        "folder": item.folder,
        "files": item.files,
        "languages": item.languages,
        "item": item.item.model_dump(),
        "text": {section.name: section.body for section in item.text(lang).sections},
    }


@app.command()
def search(query: str, lang: Lang = "en", limit: int = 20, as_json: Json = False) -> None:
    """Search the library in either language."""
    from greenroom.content.index import Index

    with told(as_json):
        index = Index(paths.data_root() / "cache" / "index.sqlite3", _library())
        results = index.search(query, lang="zh" if lang == "zh" else "en", limit=limit)
    if as_json:
        put(
            {
                "total": results.total,
                "hits": [{"id": h.id, "title": h.title, "snippet": h.snippet} for h in results.hits],
            }
        )
    else:
        table(("id", "title", "text"), [(hit.id, hit.title, hit.snippet) for hit in results.hits])
        print(f"{results.total} found")


@app.command()
def pin(
    names: Annotated[list[str], typer.Argument(help="Items whose translation was read again.")], as_json: Json = False
) -> None:
    """Mark translations as being of the present English text."""
    with told(as_json):
        library, ids = _selected(names, as_json)
        both = [library[name] for name in sorted(ids or ()) if "zh" in library[name].languages]
        written = [item.id for item in both if authoring.repin(item.folder)]
    put({"ok": True, "pinned": written}) if as_json else print("\n".join(written) or "nothing to pin")


@app.command()
def draw(names: Paths = None, as_json: Json = False) -> None:
    """Run figure.py of methods and keep what it draws as figure.svg."""
    from greenroom.content.provers.method import FIGURE, draw
    from greenroom.content.runner import RunError

    from .proving import runner

    with told(as_json), runner() as run:
        library, ids = _selected(names, as_json)
        drawn = []
        for item in library:
            if "figure.py" in item.files and (ids is None or item.id in ids):
                try:
                    (item.folder / FIGURE).write_text(draw(run, item), "utf-8")
                except RunError as problem:
                    fail(f"{item.folder / 'figure.py'}: {problem}", as_json=as_json)
                drawn.append(item.id)
    put({"ok": True, "drawn": drawn}) if as_json else print("\n".join(drawn) or "nothing to draw")


@app.command()
def install(source: Path, as_json: Json = False) -> None:
    """Install a pack from a folder, a .zip or a .tar.gz, in place of an earlier version."""
    from greenroom.content.packs import install

    with told(as_json):
        pack = install(source, paths.user_packs_root())
    if as_json:
        put({"ok": True, "pack": pack.info.id, "version": pack.info.version, "items": list(pack.items)})
    else:
        print(f"{pack.info.title.en} ({pack.info.id} {pack.info.version}): {len(pack.items)} items, in {pack.root}")


@app.command()
def remove(pack: str, as_json: Json = False) -> None:
    """Remove an installed pack. What you did with its items stays in your record."""
    from greenroom.content.packs import remove

    with told(as_json):
        try:
            remove(pack, paths.user_packs_root())
        except KeyError:
            fail(f"no installed pack is called {pack!r}", as_json=as_json, code=2)
    put({"ok": True, "pack": pack}) if as_json else print(f"{pack} removed")


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(help="A kind, or pack, refs, review, taxonomy, glossary.")] = None,
    out: Annotated[Path | None, typer.Option(help="A folder for one file each.")] = None,
) -> None:
    """Print the JSON Schemas of a pack's files, for editors."""
    made = authoring.schemas()
    if name is not None and name not in made:
        fail(f"no schema is called {name!r}; there are {', '.join(made)}", code=2)
    wanted = made if name is None else {name: made[name]}
    if out is None:
        put(wanted if name is None else made[name])
        return
    import json

    with told(False):
        out.mkdir(parents=True, exist_ok=True)
        for key, value in wanted.items():
            (out / f"{key}.schema.json").write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(wanted)} schemas in {out}")
