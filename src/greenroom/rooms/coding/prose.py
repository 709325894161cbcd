"""Markdown of an item as safe HTML, with its figures, its links to other items and its references."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from greenroom.content.items import LoadedItem
from greenroom.content.render import render
from greenroom.rooms.shelf.library import ROOMS, item_url, library


def markdown(item: LoadedItem, text: str) -> SafeString:
    """Rendered once a text and a version."""
    return _markdown(item.id, item.version, text)


@lru_cache(maxsize=512)
def _markdown(name: str, version: str, text: str) -> SafeString:
    item = library()[name]

    def asset(file: str) -> str | None:
        if file not in item.files:
            return None
        return reverse("shelf:figure", kwargs={"kind": item.kind, "slug": item.item.slug, "name": file})

    # greenroom.content.render escapes what it is given and passes the rest through an allow-list.
    return mark_safe(render(text, asset=asset, item=_link, refs=item.refs))


def _link(name: str) -> str | None:
    found = library().get(name)
    return item_url(found) if found and found.kind in ROOMS else None
