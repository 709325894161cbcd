"""What a hostile pack writes must come out harmless; what an honest one writes must come out right."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.content.pack import Ref
from greenroom.content.render import cited, render, render_inline

REFS = {
    "vaswani-2017": Ref(title="Attention", authors=["A. Vaswani", "N. Shazeer", "X. Y"], year=2017, arxiv="1706.03762")
}
TAGS = {
    *("p", "div", "span", "br", "hr", "blockquote", "pre", "code", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
    *("a", "em", "strong", "del", "img", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"class", "href", "rel", "src", "alt", "data-tex", "start"}


class Audit(HTMLParser):
    """Fails on any tag, attribute or address that a page should not get from a pack."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            if name == "href":
                assert (value or "").lower().startswith(("https://", "http://", "mailto:", "#ref-", "/i/")), value
            if name == "src":
                assert (value or "").startswith("/asset/"), value

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def full(text: str) -> str:
    return render(text, asset=lambda name: f"/asset/{name}", item=lambda name: f"/i/{name}", refs=REFS)


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<style>body{display:none}</style>",
    '<p style="position:fixed">x</p>',
    "<iframe src='//evil'></iframe>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    '[x](https://a.b "onmouseover=alert(1)")',
    '[x](https://a.b/"onmouseover="alert(1))',
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](https://evil.example/pixel.png)",
    "![x](//evil.example/pixel.png)",
    "![x](../../secret.svg)",
    '![x" onerror="alert(1)](a.svg)',
    '![x](a.svg "t\\" onerror=\\"alert(1)")',
    "```html\n</code></pre><script>alert(1)</script>\n```",
    '```"><img src=x onerror=alert(1)>\nx\n```',
    "```python onerror=alert(1)\n<b>\n```",
    '`<img src=x onerror="alert(1)">`',
    '$"><img src=x onerror=alert(1)>$',
    '$$\n" onclick="alert(1)\n$$',
    "$</span><script>alert(1)</script>$",
    "[@<script>]",
    "| <script>a</script> |\n|---|\n| <img src=x onerror=a> |",
    "[a]: javascript:alert(1)\n\n[a]",
    "<!-- --><!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<a href='javascript:1' autofocus onfocus=alert(1)>x</a>",
    "<form action=//evil><input name=x></form>",
    "<base href=//evil>",
    "<meta http-equiv=refresh content='0;//evil'>",
    "\x00<script>\x00alert(1)</script>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_come_out_harmless(attack: str) -> None:
    Audit(full(attack))
    Audit(render_inline(attack))


PIECES = st.sampled_from(
    [*ATTACKS, "`", "```\n", "$", "$$\n", "\n\n", "[", "](", ")", "![", "<", ">", '"', "'", "\\", "&#", "|", "x "]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join))
def test_no_mixture_of_attacks_gets_through(text: str) -> None:
    Audit(full(text))
    Audit(render_inline(text))


def test_maths_keeps_its_tex() -> None:
    assert '<span class="math" data-tex="a&lt;b\\,&amp;">' in full("so $a<b\\,&$ holds")
    assert '<div class="math display" data-tex="\\frac{1}{n}">' in full("$$\n\\frac{1}{n}\n$$")
    assert '<span class="math" data-tex="x_1">' in full("其中$x_1$是输入")
    assert "math" not in full("costs $5 to $6")
    assert 'data-tex="x"' in full("$x$, or 0")
    assert 'data-tex="\\$ 5"' in full("$\\$ 5$")
    assert '<span class="math display" data-tex="y">' in full("so $$y$$ holds")


def test_emphasis_inside_maths_is_left_alone() -> None:
    assert 'data-tex="a_i * b_j * c_i"' in full("$a_i * b_j * c_i$")


def test_code_is_coloured_by_classes_only() -> None:
    html = full("```python\ndef f(): return '<'\n```")
    assert '<pre class="highlight language-python"><code><span class="k">def</span>' in html
    assert "&lt;" in html
    assert "style" not in html
    assert full("```nonsense\nx\n```").startswith('<pre class="highlight language-nonsense"><code>x')


def test_figures_go_through_the_caller() -> None:
    assert '<img class="figure" src="/asset/plot.svg" alt="a plot">' in full("![a *plot*](plot.svg)")
    assert render("![a plot](plot.svg)") == '<p><span class="figure-missing">a plot</span></p>\n'


def test_links_to_items_go_through_the_caller() -> None:
    assert '<a href="/i/theory/dropout"' in full("[see](theory/dropout)")
    assert render("[see](theory/dropout)") == '<p><span class="link-dead">see</span></p>\n'
    assert '<span class="link-dead">a <strong>b</strong></span>' in render("[a **b**](some/where)")


def test_citations_name_their_reference() -> None:
    html = full("as shown [@vaswani-2017; @none]")
    assert '<a class="cite" href="#ref-vaswani-2017" rel="noopener noreferrer">Vaswani et al. 2017</a>; @none]' in html
    assert cited("[@b; @a] then [@b]") == ["b", "a"]


def test_headings_stay_below_the_page_s_own() -> None:
    assert full("# a\n#### b") == "<h3>a</h3><h4>b</h4>"


def test_tables_align_by_class() -> None:
    assert '<td class="align-right">1</td>' in full("| a |\n|--:|\n| 1 |")
