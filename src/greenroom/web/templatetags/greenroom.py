"""What templates need beyond Django: built assets, icons, and items in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.http import QueryDict
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from greenroom.content.models import Text
from greenroom.rooms.shelf.library import content_language

register = template.Library()
BUILT = Path(__file__).resolve().parent.parent / "static" / "built"


class AssetsMissing(RuntimeError):
    """The front end has not been built."""


def manifest() -> Mapping[str, Any]:
    """What build.mjs wrote: island → {js, css, preload}. Read again when it was built again."""
    file = BUILT / "manifest.json"
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        raise AssetsMissing("The front end is not built: run `python3 dev.py assets`.") from None


@lru_cache(maxsize=1)
def _read(file: Path, _changed: int) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return found


@register.simple_tag
def island(name: str) -> SafeString:
    """The links and the script of one bundle."""
    made = manifest()[name]
    css = format_html('<link rel="stylesheet" href="{}">', _url(made["css"])) if made["css"] else ""
    preload = format_html_join("", '<link rel="modulepreload" href="{}">', ((_url(f),) for f in made["preload"]))
    return format_html('{}{}<script type="module" src="{}"></script>', css, preload, _url(made["js"]))


def _url(file: str) -> str:
    return static(f"built/{file}")


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of web/icons.svg. Decoration: the words beside it say what it means."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"></use></svg>', name)


@register.simple_tag
def level(difficulty: int) -> SafeString:
    """Difficulty as five bars with its words for those who do not see them."""
    bars = format_html_join("", '<i class="{}"></i>', (("on" if n < difficulty else "",) for n in range(5)))
    words = gettext("Difficulty %(n)s of 5") % {"n": difficulty}
    return format_html('<span class="level" role="img" aria-label="{}" title="{}">{}</span>', words, words, bars)


@register.filter
def said(text: Text) -> str:
    """A pack's text in the reader's language."""
    return (text.zh if content_language() == "zh" else "") or text.en


@register.filter
def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{round(100 * share)} %"


@register.filter
def as_minutes(seconds: float) -> int:
    """Seconds as whole minutes."""
    return round(seconds / 60)


@register.filter
def minutes(count: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", count) % {"n": count}


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: Any) -> str:
    """This page's query string with some values changed; None removes one."""
    request = context["request"]
    values: QueryDict = request.GET.copy()
    for name, value in changes.items():
        if value is None:
            values.pop(name, None)
        else:
            values[name] = str(value)
    return f"?{values.urlencode()}"
