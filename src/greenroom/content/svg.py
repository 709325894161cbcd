"""Is a drawing only a drawing? A figure of a pack may hold shapes and words, and nothing that acts or fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = {
    *("svg", "g", "defs", "symbol", "use", "title", "desc", "style", "clipPath", "mask", "pattern", "marker"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"),
    *("linearGradient", "radialGradient", "stop"),
}
_DECLARATION = re.compile(r"<!(DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"url\(\s*[\"']?(?!#)|@import|javascript:|data:|\\|expression\(", re.IGNORECASE)
_LARGEST = 512 * 1024


def problems(source: str) -> list[str]:
    """Why a figure is refused, one sentence each; [] when it is a plain drawing."""
    if len(source) > _LARGEST:
        return [f"larger than {_LARGEST // 1024} KiB"]
    if _DECLARATION.search(source):
        return ["a document type, an entity or a processing instruction: remove it"]
    try:
        root = ElementTree.fromstring(source)
    except ElementTree.ParseError as problem:
        return [f"not well-formed XML: {problem}"]
    if root.tag != f"{_SVG}svg":
        return ['the outermost element must be <svg xmlns="http://www.w3.org/2000/svg">']
    found = [] if root.get("viewBox") else ["no viewBox, so it cannot scale"]
    return found + list(dict.fromkeys(p for element in root.iter() for p in _of(element)))


def _of(element: ElementTree.Element) -> Iterator[str]:
    name = element.tag.removeprefix(_SVG)
    if name not in _ELEMENTS:
        yield f"<{name}> is not allowed in a figure"
    if name == "style" and _ELSEWHERE.search("".join(element.itertext())):
        yield "a style that fetches or hides something"
    for attribute, value in element.attrib.items():
        plain = attribute.rpartition("}")[2].lower()
        if plain.startswith("on"):
            yield f"the event handler {plain} is not allowed in a figure"
        elif plain == "href" and not value.startswith("#"):
            yield "a link that leads out of the figure"
        elif _ELSEWHERE.search(value):
            yield f"the attribute {plain} refers to something outside the figure"
