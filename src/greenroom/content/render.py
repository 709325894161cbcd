"""Markdown of a pack, which nobody trusts, as HTML that a page may contain.

Raw HTML in the source is shown as text; what is left is cut down to an allow-list by nh3. Maths stays TeX in `data-tex` and is
typeset in the browser; code is coloured by classes. Figures, item links and citations go through functions of the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath.index import math_block_dollar

from .highlight import highlight, language_of
from .pack import Ref

Resolve = Callable[[str], str | None]
"""A name in the source → the URL it stands for, or None when there is no such thing."""

FIGURE = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*\.svg")
ITEM_LINK = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")
CITATION = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*(?:\s*;\s*@[a-z0-9]+(?:-[a-z0-9]+)*)*)\]")

_TAGS = {
    *("p", "div", "span", "br", "hr", "blockquote", "pre", "code", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
    *("a", "em", "strong", "del", "img", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "*": {"class"},
    "a": {"href"},
    "img": {"src", "alt"},
    "span": {"data-tex"},
    "div": {"data-tex"},
    "ol": {"start"},
}
_CLASS = re.compile(r"[A-Za-z0-9_+#-]+(?: [A-Za-z0-9_+#-]+)*")
_MATHS = re.compile(r"\$\$((?:[^$\\]|\\.)+)\$\$|\$(?!\s)((?:[^$\\]|\\.)+)(?<!\s)\$(?!\d)", re.DOTALL)
_EXTERNAL = re.compile(r"https?://|mailto:", re.IGNORECASE)


def nowhere(_: str) -> None:
    """A `Resolve` that knows nothing: figures become their captions, item links plain text."""
    return


@dataclass(frozen=True)
class _Context:
    asset: Resolve
    item: Resolve
    refs: Mapping[str, Ref]


def render(
    text: str, *, asset: Resolve = nowhere, item: Resolve = nowhere, refs: Mapping[str, Ref] | None = None
) -> str:
    """Blocks of Markdown as safe HTML.

    `asset` gives the URL of a figure in the item's folder, `item` that of another item (`[see](theory/dropout)`), `refs` what
    `[@key]` may name: a citation links to `#ref-key`, which the page provides (see `references`).
    """
    context = _Context(asset, item, refs or {})
    return _clean(str(markdown().render(text, {"context": context})))


def render_inline(text: str, *, item: Resolve = nowhere, refs: Mapping[str, Ref] | None = None) -> str:
    """One line of Markdown (a title, a claim) as safe HTML without a paragraph around it."""
    context = _Context(nowhere, item, refs or {})
    return _clean(str(markdown().renderInline(text, {"context": context})))


def cited(text: str) -> list[str]:
    """The keys that a text cites, in order of their first mention."""
    keys = (key.strip().lstrip("@") for found in CITATION.findall(text) for key in found.split(";"))
    return list(dict.fromkeys(keys))


@lru_cache(maxsize=1)
def markdown() -> MarkdownIt:
    """The dialect of packs: CommonMark without HTML, tables, strikethrough, dollar maths, citations."""
    md = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable(["table", "strikethrough"])
    md.block.ruler.before("fence", "math_block", math_block_dollar(allow_labels=False))
    md.inline.ruler.before("escape", "math_inline", _maths_rule)
    md.inline.ruler.before("link", "citation", _citation_rule)
    for name, rule in _RULES.items():
        md.add_render_rule(name, rule)
    return md


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    return value if name != "class" or _CLASS.fullmatch(value) else None


def _maths_rule(state: StateInline, silent: bool) -> bool:
    """`$x$` and, within a line, `$$x$$`. No space inside the dollars and no digit outside: prices are not formulas."""
    found = _MATHS.match(state.src, state.pos)
    if found is None or (state.pos > 0 and state.src[state.pos - 1].isdigit()):
        return False
    if not silent:
        display = found[1] is not None
        state.push("math_inline_double" if display else "math_inline", "", 0).content = found[1] or found[2]
    state.pos = found.end()
    return True


def _citation_rule(state: StateInline, silent: bool) -> bool:
    found = CITATION.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = found[0]
    state.pos = found.end()
    return True


Rule = Callable[[RendererHTML, Sequence[Token], int, Any, Any], str]


def _citation(_r: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, env: Any) -> str:
    refs: Mapping[str, Ref] = env["context"].refs
    links = [
        f'<a class="cite" href="#ref-{key}">{escape(refs[key].label)}</a>' if key in refs else escape(f"@{key}")
        for key in cited(tokens[at].content)
    ]
    return f'<span class="cites">[{"; ".join(links)}]</span>'


def _maths(tag: str, css: str) -> Rule:
    def rule(_r: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, _e: Any) -> str:
        tex = escape(tokens[at].content.strip())
        return f'<{tag} class="{css}" data-tex="{tex}">{tex}</{tag}>'

    return rule


def _fence(_r: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, _e: Any) -> str:
    language = language_of(tokens[at].info)
    css = f"highlight language-{language}" if language else "highlight"
    return f'<pre class="{css}"><code>{highlight(tokens[at].content, language)}</code></pre>\n'


def _image(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token = tokens[at]
    source = str(token.attrs.get("src", ""))
    alt = escape(renderer.renderInlineAsText(token.children, options, env))
    url = env["context"].asset(source) if FIGURE.fullmatch(source) else None
    if url is None:
        return f'<span class="figure-missing">{alt or escape(source)}</span>'
    return f'<img class="figure" src="{escape(url)}" alt="{alt}">'


def _link_open(renderer: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, env: Any) -> str:
    url = _target(str(tokens[at].attrs.get("href", "")), env["context"])
    return f'<a href="{escape(url)}">' if url else '<span class="link-dead">'


def _link_close(renderer: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, env: Any) -> str:
    depth = tokens[at].level
    opener = next(t for t in reversed(tokens[:at]) if t.type == "link_open" and t.level == depth)
    return "</a>" if _target(str(opener.attrs.get("href", "")), env["context"]) else "</span>"


def _target(href: str, context: _Context) -> str | None:
    if _EXTERNAL.match(href):
        return href
    return context.item(href) if ITEM_LINK.fullmatch(href) else None


def _cell(tag: str) -> Rule:
    def rule(_r: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, _e: Any) -> str:
        align = re.search(r"text-align:(left|center|right)", str(tokens[at].attrs.get("style", "")))
        return f'<{tag} class="align-{align[1]}">' if align else f"<{tag}>"

    return rule


def _heading(close: str) -> Rule:
    """Pages own h1 and h2: a pack's headings begin at h3."""

    def rule(_r: RendererHTML, tokens: Sequence[Token], at: int, _o: Any, _e: Any) -> str:
        return f"<{close}h{max(3, int(tokens[at].tag[1]))}>"

    return rule


_RULES: dict[str, Rule] = {
    "citation": _citation,
    "math_inline": _maths("span", "math"),
    "math_inline_double": _maths("span", "math display"),
    "math_block": _maths("div", "math display"),
    "fence": _fence,
    "image": _image,
    "link_open": _link_open,
    "link_close": _link_close,
    "td_open": _cell("td"),
    "th_open": _cell("th"),
    "heading_open": _heading(""),
    "heading_close": _heading("/"),
}
