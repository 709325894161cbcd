from __future__ import annotations

import pytest

from greenroom.content.svg import problems

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def test_a_drawing_passes() -> None:
    inside = (
        '<title>x</title><style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style><defs><marker id="m"/></defs>'
        '<path d="M0 0L9 9" marker-end="url(#m)" style="stroke: red"/><use href="#m"/><text>a &lt; b</text>'
    )
    assert problems(f'<?xml version="1.0"?>\n{OPEN}{inside}</svg>') == []


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (f"{OPEN}<script>1</script></svg>", "<script>"),
        (f"{OPEN}<foreignObject/></svg>", "<foreignObject>"),
        (f'{OPEN}<g xmlns="http://www.w3.org/1999/xhtml"><img src="x"/></g></svg>', "xhtml"),
        (f"{OPEN}<animate attributeName='href' to='javascript:1'/></svg>", "<animate>"),
        (f'{OPEN}<path onload="x()"/></svg>', "event handler onload"),
        (f'{OPEN}<a href="https://x.y"/></svg>', "<a>"),
        (f'{OPEN}<use xlink:href="other.svg#a"/></svg>', "leads out"),
        (f'{OPEN}<image href="data:image/png;base64,x"/></svg>', "<image>"),
        (f"{OPEN}<path style=\"fill: url('https://x.y/a')\"/></svg>", "outside"),
        (f"{OPEN}<style>@import 'x';</style></svg>", "style that fetches"),
        (f"{OPEN}<style>a {{ background: u\\72l(x) }}</style></svg>", "style that fetches"),
        (f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}&a;</svg>', "document type"),
        (f'<?xml-stylesheet href="x.css"?>{OPEN}</svg>', "processing instruction"),
        ("<svg/>", "outermost"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "viewBox"),
        (OPEN, "not well-formed"),
        ("x" * 600_000, "larger than"),
    ],
)
def test_what_acts_or_fetches_is_named(source: str, says: str) -> None:
    assert says in "\n".join(problems(source))
