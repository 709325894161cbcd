"""The library this process serves, its index, and how an item of it is shown."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from greenroom.content.index import Index
from greenroom.content.items import LoadedItem
from greenroom.content.loader import Library, pack_roots
from greenroom.content.pack import Lang

CORE = "core"
"""The id of the built-in pack."""
ROOMS = {
    "coding": "coding:room",
    "debug": "coding:room",
    "theory": "theory:question",
    "param": "drill:question",
    "method": "atlas:method",
}
"""Kind → the URL name of the room in which it is worked on. A kind without a room is not on the shelf yet."""
PRACTICE = ROOMS | {"method": "atlas:recall"}
"""Kind → the URL name of the room in which it is measured: what is read on one page is said back on another."""


@cache
def library() -> Library:
    """The built-in packs, the user's, and those that GREENROOM_PACKS names."""
    return Library.load([*pack_roots(), *settings.CONFIG.packs])


@cache
def index() -> Index:
    """Full-text search over `library()`."""
    return Index(settings.CONFIG.data_dir / "cache" / "index.sqlite3", library())


def content_language() -> Lang:
    """The language of a pack's texts that goes with the page's."""
    return "zh" if (get_language() or "").startswith("zh") else "en"


def item_url(item: LoadedItem) -> str:
    """Where an item is worked on."""
    return _url(ROOMS[item.kind], item)


def practice_url(item: LoadedItem) -> str:
    """Where Today and the memory queue lead: to where an item is measured."""
    return _url(PRACTICE[item.kind], item)


def _url(name: str, item: LoadedItem) -> str:
    kind = {"kind": item.kind} if name == "coding:room" else {}
    return reverse(name, kwargs={**kind, "slug": item.item.slug})


def pack_title(item: LoadedItem) -> str:
    """The name in the reader's language of the pack that an item comes from; "" for the built-in one."""
    if item.pack == CORE:
        return ""
    title = next(pack.info.title for pack in library().packs if pack.info.id == item.pack)
    return (title.zh if content_language() == "zh" else "") or title.en


def topic_title(topic: str) -> str:
    """A topic's name in the reader's language; an unknown one is called by its id."""
    taxonomy = library().taxonomy
    return taxonomy[topic].title(content_language()) if topic in taxonomy else topic
