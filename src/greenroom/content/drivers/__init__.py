"""Modules of ours that run behind the judge's walls beside a pack's own: read as text, never imported here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from greenroom.content.items import LoadedItem


@lru_cache(maxsize=8)
def driver(name: str) -> str:
    """The source of one of them."""
    return (Path(__file__).parent / f"{name}.py").read_text("utf-8")


def modules(loaded: LoadedItem, *names: str) -> dict[str, str]:
    """The sources of the item's modules of these names, of those that exist."""
    return {name: loaded.read(f"{name}.py") for name in names if f"{name}.py" in loaded.files}
