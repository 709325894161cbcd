"""Full-text search over the library in both languages, in one SQLite file that is rebuilt when the content changes."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from . import query as query_module
from .items import LoadedItem
from .loader import Library
from .models import SECTIONS, Role
from .pack import Lang
from .query import Query, corrected, indexed, plain, spans
from .taxonomy import Taxonomy

_SCHEMA = """
CREATE TABLE meta (stamp TEXT);
CREATE TABLE items (
    n INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, topic TEXT, difficulty INTEGER, minutes INTEGER, asked INTEGER,
    level TEXT, pack TEXT, roles TEXT, tags TEXT, languages TEXT, place INTEGER,
    title_en TEXT, title_zh TEXT, open_en TEXT, open_zh TEXT
);
CREATE VIRTUAL TABLE words USING fts5 (title, terms, open, hidden, content='', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
"""
_RANK = "bm25(words, 12.0, 6.0, 3.0, 1.0)"
_IN_TITLE = "n IN (SELECT rowid FROM words WHERE words MATCH ?)"
_SNIPPET = 160


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look among; an empty field asks for nothing. `topics` include their sub-topics; `difficulty` is inclusive."""

    kinds: Sequence[str] = ()
    topics: Sequence[str] = ()
    difficulty: tuple[int, int] = (1, 5)
    roles: Sequence[Role] = ()
    tags: Sequence[str] = ()
    language: Lang | None = None
    pack: str = ""
    max_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found item. `snippet` is of the part that gives nothing away; `marks` are the (start, end) of what matched in it."""

    id: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, best first, out of `total`. `instead` is what was searched where the typed words occur nowhere."""

    hits: tuple[Hit, ...]
    total: int
    instead: str = ""


class Index:
    """The index of one library. Opens the file for each search, so threads and processes may share it."""

    def __init__(self, file: Path, library: Library) -> None:
        """Use the index in `file`, building it first unless it is of exactly this library."""
        self.file = file.resolve()
        self.glossary = library.glossary
        stamp = _stamp(library)
        if _stamp_in(self.file) != stamp:
            _build(self.file, library, stamp)

    def search(
        self, typed: str = "", where: Filter | None = None, *, lang: Lang = "en", limit: int = 20, offset: int = 0
    ) -> Results:
        """Items for a query, best first; without a query all that pass the filter, in the order in which to learn them.

        Every word (or a synonym of it) must occur; when that finds nothing, any word is enough; then words are corrected.
        """
        with closing(sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True)) as db:
            found = self._tried(db, typed, where or Filter(), lang, limit, offset)
            if typed and not found.total:
                instead = corrected(typed, [str(row[0]) for row in db.execute("SELECT term FROM vocabulary")])
                if instead != typed:
                    found = self._tried(db, instead, where or Filter(), lang, limit, offset)
                    return replace(found, instead=instead if found.total else "")
            return found

    def _tried(self, db: sqlite3.Connection, typed: str, where: Filter, lang: Lang, limit: int, offset: int) -> Results:
        query = Query(typed, self.glossary)
        rows, total = _rows(db, query.match("AND"), where, limit, offset)
        if not total and len(query.groups) > 1:
            rows, total = _rows(db, query.match("OR"), where, limit, offset)
        return Results(tuple(_hit(row, query, lang) for row in rows), total)


def _rows(db: sqlite3.Connection, match: str, where: Filter, limit: int, offset: int) -> tuple[list[sqlite3.Row], int]:
    db.row_factory = sqlite3.Row
    clauses, values = _conditions(where)
    source = "items"
    order = "place, difficulty, asked DESC, id"
    if match:
        source = "words JOIN items ON items.n = words.rowid"
        clauses, values = ["words MATCH ?", *clauses], [match, *values]
        order = f"{_IN_TITLE} DESC, {_RANK}, asked DESC, id"
    tail = f"FROM {source} WHERE {' AND '.join(clauses)}"
    total = db.execute(f"SELECT count(*) {tail}", values).fetchone()[0]
    ordered = [*values, *([f"title : ({match})"] if match else []), limit, offset]
    found = db.execute(f"SELECT items.* {tail} ORDER BY {order} LIMIT ? OFFSET ?", ordered)
    return found.fetchall(), int(total)


def _conditions(where: Filter) -> tuple[list[str], list[object]]:
    clauses, values = ["difficulty BETWEEN ? AND ?"], list[object](where.difficulty)

    def any_of(clause: str, given: Sequence[object]) -> None:
        if given:
            clauses.append("(" + " OR ".join([clause] * len(given)) + ")")
            values.extend(given)

    any_of("kind = ?", where.kinds)
    any_of("topic || '/' LIKE ? || '/%'", where.topics)
    any_of("instr(roles, ' ' || ? || ' ')", where.roles)
    any_of("instr(tags, ' ' || ? || ' ')", where.tags)
    any_of("instr(languages, ' ' || ? || ' ')", [where.language] if where.language else [])
    any_of("pack = ?", [where.pack] if where.pack else [])
    any_of("minutes <= ?", [where.max_minutes] if where.max_minutes is not None else [])
    return clauses, values


def _hit(row: sqlite3.Row, query: Query, lang: Lang) -> Hit:
    order = ("zh", "en") if lang == "zh" else ("en", "zh")
    texts = [row[f"open_{name}"] for name in order if row[f"open_{name}"]]
    text = next((t for t in texts if spans(t, query.names)), texts[0] if texts else "")
    snippet = _around(text, spans(text, query.names))
    title = next(row[f"title_{name}"] for name in order if row[f"title_{name}"])
    return Hit(row["id"], title, snippet, tuple(spans(snippet, query.names)))


def _around(text: str, found: list[tuple[int, int]]) -> str:
    """A window of the text around its first mark, cut at spaces where there are any."""
    start = max(0, found[0][0] - _SNIPPET // 3) if found else 0
    if start:
        start = text.find(" ", start, start + 20) + 1 or start
    end = start + _SNIPPET
    if end < len(text):
        end = max(text.rfind(" ", end - 20, end), end - 20)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _stamp(library: Library) -> str:
    """What an index was built from: the items, the names, and the code that cuts texts into words."""
    parts = [library.version, *map(repr, library.taxonomy), *map(repr, library.glossary.terms.values())]
    code = [Path(module).read_text("utf-8") for module in (__file__, query_module.__file__)]
    return hashlib.sha256("\n".join([*parts, *code]).encode()).hexdigest()


def _stamp_in(file: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT stamp FROM meta").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def _build(file: Path, library: Library, stamp: str) -> None:
    """Write the index beside its place and move it there, so that a reader sees the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".sqlite3", dir=file.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as db, db:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.executescript(_SCHEMA)
            db.execute("INSERT INTO meta VALUES (?)", (stamp,))
            place = {topic.id: at for at, topic in enumerate(library.taxonomy)}
            for n, item in enumerate(library, 1):
                _add(db, n, item, library.taxonomy, place)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _add(db: sqlite3.Connection, n: int, loaded: LoadedItem, taxonomy: Taxonomy, place: dict[str, int]) -> None:
    item = loaded.item
    opening = SECTIONS[loaded.kind][0]
    shown = {lang: plain(text[opening]) for lang, text in loaded.texts.items()}
    hidden = [plain(s.body) for text in loaded.texts.values() for s in text.sections if s.name != opening]
    row = (
        *(n, item.id, item.kind, item.topic, item.difficulty, item.minutes, item.asked, item.level, loaded.pack),
        *(f" {' '.join(words)} " for words in (item.roles, item.tags, loaded.languages)),
        *(place.get(item.topic, len(place)), item.title.en, item.title.zh, shown.get("en", ""), shown.get("zh", "")),
    )
    db.execute(f"INSERT INTO items VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
    columns = (
        f"{item.title.en} {item.title.zh}",
        " ".join(_terms(item.id, item.topic, item.tags, taxonomy)),
        " ".join(shown.values()),
        " ".join(hidden),
    )
    db.execute(
        "INSERT INTO words (rowid, title, terms, open, hidden) VALUES (?, ?, ?, ?, ?)", (n, *map(indexed, columns))
    )


def _terms(name: str, topic: str, tags: Sequence[str], taxonomy: Taxonomy) -> Iterator[str]:
    """The names under which an item should be found though its text may not say them."""
    yield name
    yield from tags
    while topic:
        yield topic
        if topic in taxonomy:
            yield from (taxonomy[topic].name.en, taxonomy[topic].name.zh)
        topic = topic.rpartition("/")[0]
