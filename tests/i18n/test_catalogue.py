"""Every string of every page has a Chinese translation that fits it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import greenroom
from greenroom.judge.compare.greenroom_stats import SENTENCES
from greenroom.judge.overheard import EVERYTHING

ROOT = Path(greenroom.__file__).parent
KEYWORDS = dict.fromkeys(("gettext", "gettext_lazy", "_", "gettext_noop", "sentence")) | dict.fromkeys(
    ("ngettext", "ngettext_lazy"), (1, 2)
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")
CALL = re.compile(r"(?<!\w)(?:_|n?gettext)\((?:u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\"|[\s,\w])+\)")
Found = dict[str, str]
"""msgid → where it is used."""


def in_python() -> Iterator[tuple[str, str]]:
    for path in ROOT.rglob("*.py"):
        for _line, message, _comments, _context in extract("python", BytesIO(path.read_bytes()), KEYWORDS):
            yield (message if isinstance(message, str) else message[0]), str(path.relative_to(ROOT))


def in_templates() -> Iterator[tuple[str, str]]:
    for path in ROOT.rglob("templates/**/*.html"):
        calls = "\n".join(found[0] for found in CALL.finditer(templatize(path.read_text("utf-8"))))
        for _line, message, _comments, _context in extract("python", BytesIO(calls.encode()), KEYWORDS):
            yield (message if isinstance(message, str) else message[0]), str(path.relative_to(ROOT))


def the_engines() -> Iterator[tuple[Path, ast.Call]]:
    """Every call that makes a sentence of an engine's, which knows no gettext."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sentence":
                yield path.relative_to(ROOT), node


def translated() -> dict[str, tuple[str, bool]]:
    """msgid → (its Chinese, whether it is fuzzy)."""
    found: dict[str, tuple[str, bool]] = {}
    for path in ROOT.rglob("locale/zh_Hans/LC_MESSAGES/django.po"):
        for message in read_po(BytesIO(path.read_bytes()), locale="zh_Hans"):
            key = message.id if isinstance(message.id, str) else message.id[0]
            text = message.string if isinstance(message.string, str) else (message.string or [""])[0]
            found[key] = text, message.fuzzy
    return found


def test_every_string_is_translated_by_a_person() -> None:
    used = dict([*in_python(), *in_templates()]) | dict.fromkeys((*SENTENCES, *EVERYTHING), "heard by the judge")
    assert len(used) > 250, "the extraction finds next to nothing: it is broken"
    chinese = translated()
    lacking = {text: place for text, place in used.items() if text and not chinese.get(text, ("", True))[0]}
    fuzzy = [text for text in used if chinese.get(text, ("", False))[1]]
    assert not lacking
    assert not fuzzy


def test_translations_keep_their_placeholders_and_their_markup() -> None:
    for text, (chinese, _fuzzy) in translated().items():
        if text and chinese:
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(chinese)), text
            assert sorted(re.findall(r"</?\w+>", text)) == sorted(re.findall(r"</?\w+>", chinese)), text


def test_the_engines_sentences_are_literals_that_name_all_their_values() -> None:
    calls = list(the_engines())
    assert {path.parts[0] for path, _call in calls} >= {"judge", "grading"}
    assert len(calls) > 90
    for path, call in calls:
        assert [type(arg) for arg in call.args] == [ast.Constant], f"{path}:{call.lineno}"
        template = ast.literal_eval(call.args[0])
        assert set(re.findall(r"\{(\w+)\}", template)) == {key.arg for key in call.keywords}, template
