"""Every route of the application with arguments that fit, found by walking the URLs: a new room is covered by being there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

SAMPLES: dict[str, Any] = {"kind": "coding", "slug": "softmax", "pk": 1, "name": "sitting/1"}


@dataclass(frozen=True)
class Route:
    """A URL and whether it names a row."""

    name: str
    arguments: tuple[str, ...]

    def url(self, **given: Any) -> str:
        return reverse(self.name, kwargs={key: given.get(key, SAMPLES[key]) for key in self.arguments})


def routes() -> list[Route]:
    """All named routes."""
    return sorted(_walk(get_resolver(), ""), key=lambda route: route.name)


def _walk(resolver: URLResolver, space: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and entry.name:
            yield Route(f"{space}{entry.name}", tuple(entry.pattern.converters))
