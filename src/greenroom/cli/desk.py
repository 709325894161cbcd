"""Where a command begins: the database, the candidate, their language, and the item that a word means."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from .output import fail

if TYPE_CHECKING:
    from greenroom.content.items import LoadedItem
    from greenroom.record.models import Candidate

Who = Annotated[str, typer.Option("--user", help="Whose record, on a shared server. Solo has one candidate.")]
Lang = Annotated[str, typer.Option("--lang", help="en or zh; by default the profile's language, then the system's.")]
CODE = ("coding", "debug")
"""The kinds that are worked on in a file."""
_LANGUAGES = {"en": "en", "zh": "zh-hans"}


@contextmanager
def opened(user: str, lang: str = "", *, as_json: bool) -> Iterator[Candidate]:
    """The candidate, with the database up to date and texts in the language that they read."""
    from greenroom.web.config import ConfigError, config
    from greenroom.web.setup import prepare

    if lang and lang not in _LANGUAGES:
        fail(f"--lang is en or zh, not {lang!r}", as_json=as_json, code=2)
    try:
        prepare()
    except ConfigError as problem:
        fail(str(problem), as_json=as_json, code=2)
    from django.utils import timezone, translation

    candidate = _candidate(user, as_json)
    language = _LANGUAGES.get(lang) or candidate.language or _system_language()
    with translation.override(language), timezone.override(ZoneInfo(candidate.time_zone or config().time_zone)):
        yield candidate


def _candidate(user: str, as_json: bool) -> Candidate:
    from greenroom.record import services
    from greenroom.web.config import config

    if config().mode == "solo" and user == services.SOLO:
        return services.solo_candidate()
    found = services.find(username=user)
    return found or fail(f"There is no candidate called {user}. Name one with --user.", as_json=as_json, code=2)


def _system_language() -> str:
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return _LANGUAGES["zh" if said.startswith("zh") else "en"]


def item_of(name: str, *, as_json: bool, kinds: Collection[str] = ()) -> LoadedItem:
    """The item of this id or, where only one has it, of this slug. Ends the command with near names when there is none."""
    from greenroom.rooms.shelf.library import ROOMS, library

    exact = library().get(name)
    items = [item for item in library() if item.kind in (kinds or ROOMS)]
    found = [exact] if exact in items else [item for item in items if item.item.slug == name]
    if len(found) != 1 or found[0] is None:
        fail(_why_not(name, items, exact), as_json=as_json, code=2)
    return found[0]


def _why_not(name: str, items: list[LoadedItem], exact: LoadedItem | None) -> str:
    """Why a name does not mean one of these items, and what to do."""
    from django.utils.translation import gettext as _

    alike = [item.id for item in items if item.item.slug == name]
    if exact and exact not in items:
        return _("%(item)s is not worked on in a file. `greenroom show %(item)s` prints it.") % {"item": exact.id}
    if alike:
        words = _("%(name)s means several items: %(items)s. Give the whole id.")
        return words % {"name": repr(name), "items": ", ".join(alike)}
    if near := _near(name, items):
        words = _("No item is called %(name)s. Did you mean %(items)s? `greenroom list WORDS` searches.")
        return words % {"name": repr(name), "items": " / ".join(near)}
    return _("No item is called %(name)s. `greenroom list WORDS` searches.") % {"name": repr(name)}


def _near(name: str, items: list[LoadedItem]) -> list[str]:
    slug = name.rpartition("/")[2].lower()
    slugs = [item.item.slug for item in items]
    within = [one for one in slugs if slug and slug in one]
    near = dict.fromkeys([*get_close_matches(slug, slugs, n=3), *within[:3]])
    return [item.id for one in near for item in items if item.item.slug == one]
