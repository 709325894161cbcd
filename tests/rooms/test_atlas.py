"""The atlas: pages, figures, maps whose links lead somewhere, claims that show their age."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from greenroom.content import svg
from greenroom.content.models import Dated, Text
from greenroom.record.models import Candidate
from greenroom.rooms.atlas import maps, services
from greenroom.rooms.shelf import services as shelf

SLUG = "scaled-dot-product-attention"


def test_a_page_has_its_parts(client: Client, ada: Candidate) -> None:
    page = client.get(f"/atlas/{SLUG}/").content.decode()
    for words in ("Key equations", "In a few lines", "Pitfalls", "When not to use it", "data-tex", "figure.svg"):
        assert words in page


def test_a_page_leads_to_what_came_after_though_only_the_other_says_so(client: Client, ada: Candidate) -> None:
    assert "/atlas/multi-head-attention/" in client.get(f"/atlas/{SLUG}/").content.decode()
    assert f"/atlas/{SLUG}/" in client.get("/atlas/multi-head-attention/").content.decode()


def test_the_figure_is_a_plain_drawing(client: Client, ada: Candidate) -> None:
    url = re.search(r'class="plate" src="([^"]+)"', client.get(f"/atlas/{SLUG}/").content.decode())
    assert url
    drawn = client.get(url[1])
    assert drawn["Content-Type"] == "image/svg+xml"
    assert svg.problems(drawn.content.decode()) == []


@pytest.mark.parametrize(("query", "found"), [("attention", True), ("注意力", True), ("zzzqqq", False)])
def test_search_in_both_languages(client: Client, ada: Candidate, query: str, found: bool) -> None:
    page = client.get("/atlas/", {"q": query}, headers={"HX-Request": "true"}).content.decode()
    assert (f"/atlas/{SLUG}/" in page) == found


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_every_box_of_the_maps_leads_to_a_page(client: Client, ada: Candidate, lang: str) -> None:
    with translation.override(lang):
        drawings = [maps.lineage(services.methods()), maps.concepts(shelf.coverage(candidate=ada))]
    for drawing in drawings:
        assert drawing.boxes
        for box in drawing.boxes:
            assert 0 <= box.x <= drawing.width - maps.BOX[0]
            assert 0 <= box.y <= drawing.height - maps.BOX[1]
        assert client.get(drawing.boxes[0].url).status_code == 200


def test_boxes_do_not_overlap(ada: Candidate) -> None:
    places = [(b.x, b.y) for b in maps.concepts(shelf.coverage(candidate=ada)).boxes]
    assert len(set(places)) == len(places)


def test_claims_about_the_state_of_the_art_age(monkeypatch: pytest.MonkeyPatch) -> None:
    item = services.methods()[0]
    claim = Dated(says=Text(en="x"), as_of="2026-01", expires="2026-06", ref="vaswani2017")
    old = item.item.model_copy(update={"dated": [claim]})
    aged = services.aged(type(item)(old, item.pack, item.folder, item.files, item.version), date(2026, 11, 23))
    assert [(a.months, a.expired) for a in aged] == [(10, True)]


def test_no_page_loads_from_another_machine(client: Client, ada: Candidate) -> None:
    for url in ("/atlas/", f"/atlas/{SLUG}/", "/atlas/concepts"):
        page = client.get(url).content.decode()
        assert not re.search(r'(src="|<link[^>]+href=")https?://', page)


def test_a_citation_leads_to_its_reference_and_that_to_the_paper(client: Client, ada: Candidate) -> None:
    page = client.get("/atlas/flash-attention/").content.decode()
    cited = set(re.findall(r'href="#(ref-[^"]+)"', page))
    assert cited
    assert cited <= set(re.findall(r'<li id="(ref-[^"]+)"', page))
    assert re.search(r'<li id="ref-[^>]+>[^<]+<a href="https://', page)


def test_a_short_column_of_a_map_stands_in_the_middle(ada: Candidate) -> None:
    drawing = maps.concepts(shelf.coverage(candidate=ada))
    columns: dict[int, list[int]] = {}
    for box in drawing.boxes:
        columns.setdefault(box.x, []).append(box.y)
    middles = {(min(ys) + max(ys)) // 2 for ys in columns.values()}
    assert max(middles) - min(middles) <= 1


def test_a_long_title_takes_a_second_line() -> None:
    assert maps._lines("Gaussian mixtures and EM") == ("Gaussian mixtures and", "EM")
