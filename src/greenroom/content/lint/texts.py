"""The prose of an item: its sections, its translation, its formulas, figures and words."""

from __future__ import annotations

import re

from greenroom.content import svg
from greenroom.content.models import EDITORIAL, SECTIONS
from greenroom.content.render import FIGURE
from greenroom.content.text import Document, pin

from . import latex, wording
from .base import Subject

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_DOLLAR = re.compile(r"(?<!\\)\$(?!\d)")
_PROSE_PER_MINUTE = {"en": 180, "zh": 320}
"""Words, or Chinese characters, that one reads carefully in a minute."""
_SUMMARY = {"en": 200, "zh": 400}


def check(subject: Subject) -> None:
    """All checks of the texts and of the sentences in item.toml."""
    if "en" not in subject.loaded.languages:
        subject.file("text.en.md", 0, "is missing; every item is written in English first", "file")
    for lang, document in subject.loaded.texts.items():
        _sections(subject, lang, document)
        _inside(subject, lang)
        _length(subject, lang, document)
    if "zh" in subject.loaded.languages:
        _translation(subject)
    for loc, lang, sentence in subject.sentences():
        for message, code in _words(subject, lang, sentence):
            subject.toml(loc, message, code)


def _sections(subject: Subject, lang: str, document: Document) -> None:
    wanted = SECTIONS[subject.loaded.kind]
    names = [section.name for section in document.sections]
    if names != wanted:
        line = next((s.line for s, name in zip(document.sections, [*wanted, None], strict=False) if s.name != name), 1)
        subject.text(lang, line, f"the sections must be {_listed(wanted)}, not {_listed(names)}", "sections")
    if document.preamble.strip():
        subject.text(lang, 1, "nothing may stand before the first section", "sections")
    for section in document.sections:
        if not section.body.strip():
            subject.text(lang, section.line, f"{section.name} is empty", "sections")
    editorial = document.section("Editorial")
    if subject.loaded.kind == "coding" and editorial:
        parts = [part.name for part in editorial.parts]
        if parts != EDITORIAL:
            message = f"the editorial's parts must be {_listed(EDITORIAL)}, not {_listed(parts)}"
            subject.text(lang, editorial.line, message, "sections")


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "none"


def _inside(subject: Subject, lang: str) -> None:
    seen = subject.inspected[lang]
    for line, tex in seen.maths:
        for problem in latex.problems(tex):
            subject.text(lang, line, f"{problem}: {' '.join(tex.split())[:60]}", "latex")
    for line, source, alt in seen.figures:
        _figure(subject, lang, line, source, alt)
    for line, prose in seen.prose:
        if _DOLLAR.search(prose):
            subject.text(lang, line, "a $ that opens or closes no formula; escape a real one as \\$", "latex")
        if tag := _TAG.search(prose):
            subject.text(lang, line, f"HTML is shown as it is written: {tag[0]!r}", "html")
        for message, code in _words(subject, lang, prose):
            subject.text(lang, line, message, code)


def _figure(subject: Subject, lang: str, line: int, source: str, alt: str) -> None:
    if not alt.strip():
        subject.text(lang, line, f"the figure {source} has no alternative text", "figure")
    if not FIGURE.fullmatch(source) or (source not in subject.loaded.files and source != _drawn(subject)):
        subject.text(lang, line, f"{source!r} is no .svg file of this item", "figure")
    elif lang == subject.loaded.languages[0] and source in subject.loaded.files:
        for problem in svg.problems(subject.loaded.read(source)):
            subject.file(source, 0, problem, "figure")


def _drawn(subject: Subject) -> str:
    """The figure that figure.py draws when the library is built."""
    return "figure.svg" if "figure.py" in subject.loaded.files else ""


def _words(subject: Subject, lang: str, prose: str) -> list[tuple[str, str]]:
    found = [(message, "phrase") for message in wording.phrases(prose)]
    if lang == "en":
        found += [(message, "spelling") for message in wording.spelling(prose)]
    else:
        found += [(message, "punctuation") for message in wording.punctuation(prose)]
        wrong = subject.world.glossary.mistranslations(prose)
        found += [(f"{written!r} mistranslates {term.en!r}; write {term.zh!r}", "term") for written, term in wrong]
    return found


def _translation(subject: Subject) -> None:
    loaded = subject.loaded
    english, chinese = loaded.texts.get("en"), loaded.texts["zh"]
    if english is None:
        return
    now = pin(loaded.path("text.en.md").read_bytes())
    if chinese.translates != now:
        was = f"of {chinese.translates}" if chinese.translates else "of no version"
        message = f"is a translation {was}; text.en.md is {now} now: read it again, then run `greenroom content pin`"
        subject.text("zh", 1, message, "stale")
    for section in chinese.sections:
        if section.body.strip() and not _CHINESE.search(section.body):
            subject.text("zh", section.line, f"{section.name} has no Chinese in it", "untranslated")
    for loc in {loc for loc, lang, said in subject.sentences() if lang == "zh" and not said}:
        subject.toml(loc, f"{'.'.join(map(str, loc))} has no Chinese, but the item has a Chinese text", "untranslated")
    ours, theirs = subject.inspected["zh"], subject.inspected["en"]
    for what, here, there in [
        ("figures", len(ours.figures), len(theirs.figures)),
        ("blocks of code", ours.fences, theirs.fences),
    ]:
        if here != there:
            subject.text("zh", 1, f"has {here} {what}, the English text {there}", "parity")


def _length(subject: Subject, lang: str, document: Document) -> None:
    item = subject.loaded.item
    count = _characters if lang == "zh" else _word_count
    opening = document[SECTIONS[item.kind][0]]
    minutes = count(opening) / _PROSE_PER_MINUTE[lang]
    if minutes > item.minutes:
        message = (
            f"reading the first section takes {minutes:.0f} minutes, the whole item is said to take {item.minutes}"
        )
        subject.text(lang, 1, message, "length", warn=True)
    if item.kind == "method" and (words := count(document["Summary"])) > _SUMMARY[lang]:
        subject.text(lang, 1, f"the summary has {words} words; {_SUMMARY[lang]} are the most", "length")


def _word_count(markdown: str) -> int:
    return len(markdown.split())


def _characters(markdown: str) -> int:
    return len(_CHINESE.findall(markdown))
