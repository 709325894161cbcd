"""`greenroom log` and `greenroom stats`: what was done, and how far it goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .desk import Lang, Who, item_of, opened
from .output import Json, plain, put, table, told

if TYPE_CHECKING:
    from greenroom.record.models import Attempt


def log(
    name: Annotated[str | None, typer.Argument(metavar="[ITEM]", help="Only this item's.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
    given: Annotated[bool, typer.Option("--given", help="With what was handed in (JSON only).")] = False,
    user: Who = "solo",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """What was tried, in the browser and here, the newest first."""
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        from greenroom.record import services

        item = item_of(name, as_json=as_json).id if name else None
        found = services.attempts(candidate=candidate, item=item)
        shown = found[:limit]
        if as_json:
            put({"total": len(found), "attempts": [_as_data(attempt, given) for attempt in shown]})
            return
        table(("when", "item", "what", "verdict", "score", "min"), map(_line, shown))
        print(f"{len(found)} attempts" if len(shown) == len(found) else f"{len(shown)} of {len(found)} attempts")


def _line(attempt: Attempt) -> tuple[object, ...]:
    from django.utils import timezone

    when = timezone.localtime(attempt.ended_at)
    score = "" if attempt.score is None else f"{attempt.score:.2f}"
    minutes = (attempt.ended_at - attempt.started_at).total_seconds() / 60
    return f"{when:%Y-%m-%d %H:%M}", attempt.item, attempt.kind, attempt.verdict, score, f"{minutes:.1f}"


def _as_data(attempt: Attempt, given: bool) -> dict[str, Any]:
    data = {
        "id": attempt.pk,
        "item": attempt.item,
        "version": attempt.version,
        "kind": attempt.kind,
        "verdict": attempt.verdict,
        "score": attempt.score,
        "result": attempt.result,
        "seed": attempt.seed,
        "started_at": attempt.started_at.isoformat(),
        "ended_at": attempt.ended_at.isoformat(),
    }
    return data | {"given": attempt.given} if given else data


def stats(user: Who = "solo", lang: Lang = "", as_json: Json = False) -> None:
    """Where you stand: by status, and by topic, the most asked first."""
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        from greenroom.record import services as record
        from greenroom.record.models import ItemState
        from greenroom.rooms.shelf import services as shelf

        states = record.states(candidate=candidate)
        items = shelf.on_shelf()
        standing = Counter(shelf.status_of(states.get(item.id)) for item in items)
        counts = {name: standing[name] for name in (shelf.UNTOUCHED, *ItemState.Status.values)}
        topics = shelf.coverage(candidate=candidate)
        attempts = sum(state.attempts for state in states.values())
        hours = sum(state.seconds for state in states.values()) / 3600
    if as_json:
        covered = [asdict(topic) for topic in topics]
        put({"items": len(items), "status": counts, "scored_attempts": attempts, "hours": hours, "topics": covered})
        return
    print(f"{len(items)} items: {', '.join(f'{count} {name}' for name, count in counts.items())}")
    print(f"{attempts} scored attempts, {hours:.1f} hours of work")
    table(("topic", "solved", "tried", "of"), [(plain(t.title), t.solved, t.tried, t.total) for t in topics])
