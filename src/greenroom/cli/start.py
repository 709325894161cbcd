"""Start the server, a worker of a shared installation, or an item in one's own editor."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .desk import CODE, Lang, Who, item_of, opened
from .output import Json, fail, put, told

if TYPE_CHECKING:
    from greenroom.content.items import LoadedItem
    from greenroom.record.models import Candidate


def start(
    name: Annotated[str | None, typer.Argument(metavar="[ITEM]", help="Such as coding/kmeans, or kmeans.")] = None,
    file: Annotated[Path | None, typer.Argument(help="Where to; by default SLUG.py here.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="From the starter, even where there is a draft.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
    user: Who = "solo",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Start Greenroom and open the browser (not with GREENROOM_NO_BROWSER=1); with an ITEM, write a file to solve it in.

    The file begins with your draft, or with the starter. The statement is written beside it as Markdown.
    """
    if name is None:
        from greenroom.web import serve

        serve.main()
        return
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        item = item_of(name, as_json=as_json, kinds=CODE)
        _begin(candidate, item, _place(item, file), fresh, force, as_json)


def _place(item: LoadedItem, file: Path | None) -> Path:
    path = (file or Path()).absolute()
    return path / f"{item.item.slug}.py" if path.is_dir() else path


def _begin(candidate: Candidate, item: LoadedItem, path: Path, fresh: bool, force: bool, as_json: bool) -> None:
    from greenroom.rooms.coding import services, sitting

    from .files import remember

    statement = path.with_suffix(".md")
    there = [file.name for file in (path, statement) if file.exists()]
    if path == statement:
        fail(f"{path.name}: give the code's file another ending, such as .py", as_json=as_json, code=2)
    if there and not force:
        fail(f"{' and '.join(there)} exist already. --force writes over them.", as_json=as_json)
    draft = services.draft_of(candidate=candidate, item=item)
    kept = draft.pk is not None and not fresh
    path.write_text(draft.code if kept else services.starter(item), "utf-8")
    statement.write_text(_statement(item), "utf-8")
    sitting.enter(candidate=candidate, item=item.id)
    remember(candidate, item, path)
    if as_json:
        source = "draft" if kept else "starter"
        put({"ok": True, "item": item.id, "file": path, "statement": statement, "from": source})
        return
    print(f"{path}  {'your draft' if kept else 'the starter'}\n{statement}  the statement")
    print("Edit the code, then `greenroom test` runs the examples and `greenroom submit` judges it.")


def _statement(item: LoadedItem) -> str:
    from greenroom.rooms.shelf.library import content_language

    lang = content_language()
    return f"# {item.title(lang)}\n\n{item.text(lang)['Statement'].strip()}\n"


def worker(
    threads: Annotated[int, typer.Option(min=1, max=64, help="How many jobs at a time.")] = 2,
) -> None:
    """Do jobs for a shared installation until interrupted. Any number of these may run, on any number of machines."""
    from greenroom.web.setup import prepare

    prepare()
    from greenroom.jobs.pool import Pool

    over = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    pool = Pool(threads)
    pool.start()
    typer.echo(f"Working on {threads} jobs at a time (stop with Ctrl+C)")
    over.wait()
    pool.stop()
