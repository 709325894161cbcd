from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greenroom.content import tomlfile
from greenroom.content.text import parse, pin, prose_lines

EDITORIAL = """<!-- translates: 0123456789ab -->
before
## Statement ##
Say it.

```python
## not a heading
### nor this
```

## Editorial
Intro.
### Clarify
What?
### Brute force
All pairs.
"""


def test_sections_parts_and_hash() -> None:
    document = parse(EDITORIAL)
    assert document.translates == "0123456789ab"
    assert document.preamble == "before"
    assert [(s.name, s.line) for s in document.sections] == [("Statement", 3), ("Editorial", 11)]
    editorial = document.section("Editorial")
    assert editorial is not None
    assert editorial.intro == "Intro."
    assert [(p.name, p.line, p.body) for p in editorial.parts] == [
        ("Clarify", 13, "What?"),
        ("Brute force", 15, "All pairs."),
    ]
    assert editorial.part("Variants") == ""
    assert "## not a heading" in document["Statement"]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    source = "````\n```\n# no\n```\n````\nyes\n"
    assert list(prose_lines(source)) == [(6, "yes")]


@given(st.text(alphabet="#`~ ab\n中", max_size=200))
def test_any_text_parses_and_loses_no_section_line(source: str) -> None:
    document = parse(source)
    assert document.source == source
    assert all(source.splitlines()[s.line - 1].startswith("## ") for s in document.sections)


def test_the_pin_is_the_hash_of_the_bytes() -> None:
    assert pin(b"") == "e3b0c44298fc"


def test_key_lines_see_through_strings_and_arrays() -> None:
    source = '''a = 1
b = """
c = 2
[not.a.table]
"""
d = [
  "x", # ] "
  "[[no]]",
]
e.f = { g = 1 }
[[t]]
x = 1
[[t]]
x = [[1],
     [2]]
y = 2
[t.sub]
z = 1
["q r"]
s = 'it''s'
'''.replace("''s'", "s'")
    lines = tomlfile.key_lines(source)
    assert lines == {
        ("a",): 1,
        ("b",): 2,
        ("d",): 6,
        ("e",): 10,
        ("e", "f"): 10,
        ("t", 0): 11,
        ("t", 0, "x"): 12,
        ("t", 1): 13,
        ("t", 1, "x"): 14,
        ("t", 1, "y"): 16,
        ("t", 1, "sub"): 17,
        ("t", 1, "sub", "z"): 18,
        ("q r",): 19,
        ("q r", "s"): 20,
    }
    assert tomlfile.line_of(lines, ("t", 1, "x", 0, "deep")) == 14
    assert tomlfile.line_of(lines, ("nowhere",)) == 1
