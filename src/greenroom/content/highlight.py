"""Source code as HTML with pygments' CSS classes and no style of its own."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from pygments import highlight as pygments_highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_NAME = re.compile(r"[a-z0-9+#-]{1,20}")


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return None


@lru_cache(maxsize=1)
def _formatter() -> HtmlFormatter[str]:
    return HtmlFormatter(nowrap=True)


def language_of(info: str) -> str:
    """The language that a fence's info string names, "" when it names none we could write into a class."""
    name = info.split()[0].lower() if info.split() else ""
    return name if _NAME.fullmatch(name) else ""


def highlight(code: str, language: str) -> str:
    """The inside of a `<code>` element. An unknown language is shown as plain text."""
    lexer = _lexer(language) if language else None
    return pygments_highlight(code, lexer, _formatter()) if lexer else escape(code)
