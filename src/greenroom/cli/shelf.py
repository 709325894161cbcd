"""`greenroom list` and `greenroom show`: the library from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .desk import CODE, Lang, Who, item_of, opened
from .output import Json, fail, plain, put, table, told

if TYPE_CHECKING:
    from greenroom.content.items import LoadedItem
    from greenroom.record.models import Candidate
    from greenroom.rooms.shelf.services import Row, Wish

SECTIONS = {
    "coding": ("Statement",),
    "debug": ("Statement",),
    "theory": ("Question",),
    "method": ("Summary", "Pitfalls", "When not to use it"),
}
"""What may be read of a kind before it is solved. A numeric question has a variant put first."""


def list_items(
    words: Annotated[list[str] | None, typer.Argument(help="Words to search for, in either language.")] = None,
    kind: Annotated[str, typer.Option(help="coding, debug, theory, param or method.")] = "",
    topic: Annotated[str, typer.Option(help="A topic of the taxonomy, such as dl-core.")] = "",
    difficulty: Annotated[int, typer.Option(min=0, max=5, help="1 to 5.")] = 0,
    role: Annotated[str, typer.Option(help="Such as ml-engineer.")] = "",
    status: Annotated[str, typer.Option(help="new, tried, solved or gave-up.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 1000,
    user: Who = "solo",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """List the library, or what fits in it."""
    asked = {"q": " ".join(words or []), "kind": kind, "topic": topic, "role": role, "status": status}
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        from greenroom.rooms.shelf.services import Wish

        wish = Wish.of({**asked, "difficulty": str(difficulty)})
        for name in ("kind", "topic", "role", "status"):
            if asked[name] != getattr(wish, name):
                fail(f"--{name}: there is no {asked[name]!r}. {_known(name)}", as_json=as_json, code=2)
        rows = _rows(candidate, wish)
    _print_list(rows, limit, as_json)


def _known(name: str) -> str:
    from typing import get_args

    from greenroom.content.models import Role
    from greenroom.record.models import ItemState
    from greenroom.rooms.shelf.library import ROOMS, library
    from greenroom.rooms.shelf.services import UNTOUCHED

    known = {
        "kind": tuple(ROOMS),
        "topic": sorted(item.item.topic.partition("/")[0] for item in library()),
        "role": get_args(Role),
        "status": (UNTOUCHED, *ItemState.Status.values),
    }
    return f"There are {', '.join(dict.fromkeys(known[name]))}."


def _rows(candidate: Candidate, wish: Wish) -> list[Row]:
    from dataclasses import replace

    from greenroom.rooms.shelf.services import find

    page = find(candidate=candidate, wish=wish)
    rows = list(page.rows)
    for number in range(2, page.pages + 1):
        rows += find(candidate=candidate, wish=replace(wish, page=number)).rows
    return rows


def _print_list(rows: list[Row], limit: int, as_json: bool) -> None:
    from greenroom.rooms.shelf.services import status_of

    shown = rows[:limit]
    if as_json:
        put({"total": len(rows), "items": [_summary(r.item, r.title, status_of(r.state)) for r in shown]})
        return
    about = [(r.item.id, plain(r.title), r.item.item, status_of(r.state)) for r in shown]
    lines = [(name, title, item.difficulty, item.minutes, status) for name, title, item, status in about]
    table(("id", "title", "level", "min", "status"), lines)
    print(f"{len(rows)} items" if len(shown) == len(rows) else f"{len(shown)} of {len(rows)} items")


def _summary(item: LoadedItem, title: str, status: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "version": item.version,
        "title": title,
        "topic": item.item.topic,
        "difficulty": item.item.difficulty,
        "minutes": item.item.minutes,
        "status": status,
    }


def show(
    name: Annotated[str, typer.Argument(metavar="ITEM", help="Such as coding/kmeans, or kmeans.")],
    hint: Annotated[bool, typer.Option("--hint", help="Open the next hint; it is noted, as in the browser.")] = False,
    give_up: Annotated[bool, typer.Option("--give-up", help="Give up, which opens the editorial.")] = False,
    editorial: Annotated[bool, typer.Option("--editorial", help="After solving it or giving it up.")] = False,
    user: Who = "solo",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Show an item's statement or question, or what has been opened of its help."""
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        item = item_of(name, as_json=as_json, kinds=CODE if hint or give_up or editorial else ())
        if hint:
            text = _hints(candidate, item)
        elif give_up or editorial:
            text = _editorial(candidate, item, give_up, as_json)
        else:
            text = _text(candidate, item)
        _print_item(candidate, item, text, as_json)


def _print_item(candidate: Candidate, item: LoadedItem, text: str, as_json: bool) -> None:
    from greenroom.record import services as record
    from greenroom.rooms.shelf.library import content_language, item_url
    from greenroom.rooms.shelf.services import status_of

    title = item.title(content_language())
    status = status_of(record.states(candidate=candidate).get(item.id))
    if as_json:
        put({**_summary(item, title, status), "url": item_url(item), "text": text})
        return
    from rich.console import Console
    from rich.markdown import Markdown

    from greenroom.content.query import readable

    about = item.item
    print(f"{item.id}  {about.topic}  level {about.difficulty}  {about.minutes} min  {status}")
    Console().print(Markdown(plain(readable(f"# {title}\n\n{text}"))))


def _text(candidate: Candidate, item: LoadedItem) -> str:
    from greenroom.rooms.shelf.library import content_language

    text = item.text(content_language())
    if item.kind != "param":
        names = SECTIONS[item.kind]
        return "\n\n".join(text[name] if len(names) == 1 else f"## {name}\n\n{text[name]}" for name in names)
    from greenroom.rooms.coding.judges import judging
    from greenroom.rooms.drill import services as drill

    put_ = drill.current(candidate=candidate, item=item, judge=judging().judge)
    return drill.prompt(put_, text["Prompt"])


def _hints(candidate: Candidate, item: LoadedItem) -> str:
    from greenroom.rooms.coding import services, sitting

    services.open_hint(candidate=candidate, item=item)
    opened_ = sitting.read(candidate=candidate, item=item.id).hints
    ladder = services.hints(item)
    left = f"\n\n{len(ladder) - len(opened_)} more." if len(ladder) > len(opened_) else ""
    return "\n\n".join(f"**{n}.** {text}" for n, _cost, text in ladder if n in opened_) + left


def _editorial(candidate: Candidate, item: LoadedItem, give_up: bool, as_json: bool) -> str:
    from greenroom.rooms.coding import services
    from greenroom.rooms.shelf.library import content_language

    if give_up:
        services.give_up(candidate=candidate, item=item)
    if not services.may_read_editorial(candidate=candidate, item=item):
        message = f"The editorial opens when {item.id} is solved, or given up: greenroom show --give-up {item.id}"
        fail(message, as_json=as_json)
    return item.text(content_language())["Editorial"]
