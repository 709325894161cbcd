"""A hostile archive does no harm: nothing outside, nothing left behind, and a sentence that says why."""

from __future__ import annotations

import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.content import archive
from greenroom.content.archive import Bounds, Refused, entries
from greenroom.content.findings import PackError
from greenroom.content.packs import install, remove

from .conftest import PACK, THEORY, Writer

Build = Callable[[dict[str, bytes]], Path]


def make_zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def make_tar(path: Path, files: dict[str, bytes], *odd: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w:gz") as bundle:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            bundle.addfile(info, io.BytesIO(content))
        for info in odd:
            bundle.addfile(info)
    return path


@pytest.fixture(params=["zip", "tar.gz"])
def build(request: pytest.FixtureRequest, tmp_path: Path) -> Build:
    path = tmp_path / f"given.{request.param}"
    return (lambda files: make_zip(path, files)) if request.param == "zip" else (lambda files: make_tar(path, files))


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[Path]:
    """The folder for packs; whatever a test did, nothing half-installed may be left in it and nothing outside it."""
    before = set(tmp_path.iterdir())
    yield tmp_path / "packs"
    assert not list((tmp_path / "packs").glob(".incoming-*"))
    assert {p.name for p in set(tmp_path.iterdir()) - before} <= {"packs", "data", "tiny", "given.zip", "given.tar.gz"}


def good(pack: Writer) -> dict[str, bytes]:
    return {p.relative_to(pack.root).as_posix(): p.read_bytes() for p in sorted(pack.root.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("top", ["", "tiny-main/"])
def test_a_good_archive_is_installed(build: Build, pack: Writer, packs: Path, top: str) -> None:
    litter = {"__MACOSX/._pack.toml": b"\x00\x05", f"{top}.DS_Store": b"\x00"} if not top else {}
    found = install(build({top + name: content for name, content in good(pack).items()} | litter), packs)
    assert found.root == packs / "tiny"
    assert list(found.items) == ["theory/dropout"]
    assert not list(packs.rglob(".*"))


def test_a_folder_is_installed_and_replaced_whole(pack: Writer, packs: Path) -> None:
    install(pack.root, packs)
    (pack.root / "theory/dropout/verify.py").unlink()
    pack.item("theory/dropout", THEORY.replace("difficulty = 2", "difficulty = 5"))
    assert install(pack.root, packs).items["theory/dropout"].item.difficulty == 5
    assert not (packs / "tiny/theory/dropout/verify.py").exists()
    remove("tiny", packs)
    assert list(packs.iterdir()) == []
    for name in ("tiny", "..", "", "../data"):
        with pytest.raises(KeyError):
            remove(name, packs)


def test_a_bad_new_version_leaves_the_old_one(pack: Writer, packs: Path) -> None:
    install(pack.root, packs)
    pack.item("theory/dropout", THEORY.replace("difficulty = 2", "difficulty = 7"))
    with pytest.raises(PackError, match=r"^theory/dropout/item\.toml:4: schema difficulty"):
        install(pack.root, packs)
    assert (packs / "tiny/theory/dropout/item.toml").read_text() == THEORY


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../outside.md", "lead nowhere else"),
        ("a/../../outside.md", "lead nowhere else"),
        ("/etc/outside.md", "lead nowhere else"),
        ("C:/outside.md", "lead nowhere else"),
        ("a\\..\\outside.md", "lead nowhere else"),
        ("~/outside.md", "lead nowhere else"),
        ("a//b.md", "lead nowhere else"),
        ("a/./b.md", "lead nowhere else"),
        (".bashrc", "lead nowhere else"),
        ("-rf.md", "lead nowhere else"),
        ("con.md", "lead nowhere else"),
        ("a/NUL", "lead nowhere else"),
        ("a./b.md", "lead nowhere else"),
        ("caf\u00e9.md", "lead nowhere else"),
        ("a\nb.md", "lead nowhere else"),
        ("\u202egnp.md", "lead nowhere else"),
        ("a" * 101 + ".md", "lead nowhere else"),
        ("a/b/c/d/e/f/g/h.md", "folders deep"),
        ("run.sh", "only text"),
        ("lib.so", "only text"),
        ("inner.zip", "only text"),
        ("inner.tar.gz", "only text"),
        ("model.onnx", "only text"),
        ("program", "only text"),
    ],
)
def test_names_are_checked(build: Build, pack: Writer, packs: Path, name: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        install(build({**good(pack), name: b"x"}), packs)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x7fELF\x02\x01\x01\x00", "control character"),
        (b"\x89PNG\r\n\x1a\n", "not UTF-8"),
        ("naïve".encode("latin-1"), "not UTF-8"),
        ("data".encode("utf-16"), "not UTF-8"),
        ("x = 1 # \u202e reversed".encode(), "U\\+202E"),
        (b"a\x1b[2Jb", "U\\+001B"),
        (os.urandom(3 * 1024 * 1024), "larger than 2 MiB"),
    ],
)
def test_contents_are_checked(build: Build, pack: Writer, packs: Path, content: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says):
        install(build({**good(pack), "notes.txt": content}), packs)


@pytest.mark.parametrize(
    "names",
    [("a.md", "A.md"), ("x/a.md", "X/b.md"), ("x.md", "x.md/y.md"), ("x/y.md", "x/y.md/z.md"), ("Theory/b/item.toml",)],
)
def test_collisions_are_refused(build: Build, pack: Writer, packs: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="occurs twice"):
        install(build({**good(pack), **dict.fromkeys(names, b"x")}), packs)


def test_the_same_name_twice_is_refused(tmp_path: Path, pack: Writer, packs: Path) -> None:
    path = make_zip(tmp_path / "given.zip", good(pack))
    with zipfile.ZipFile(path, "a") as bundle, pytest.warns(UserWarning, match="Duplicate name"):
        bundle.writestr("pack.toml", "id = 'other'")
    with pytest.raises(Refused, match="occurs twice"):
        install(path, packs)
    info = tarfile.TarInfo("pack.toml")
    with pytest.raises(Refused, match="occurs twice"):
        install(make_tar(tmp_path / "given.tar.gz", good(pack), info), packs)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_in_a_tar_are_refused(tmp_path: Path, pack: Writer, packs: Path, kind: bytes) -> None:
    info = tarfile.TarInfo("theory/notes.md")
    info.type, info.linkname = kind, "../../../etc/passwd"
    with pytest.raises(Refused, match="link or a device"):
        install(make_tar(tmp_path / "given.tar.gz", good(pack), info), packs)


def test_a_link_through_which_a_file_would_be_written_is_refused(tmp_path: Path, pack: Writer, packs: Path) -> None:
    outside = tmp_path / "tiny" / "victim"
    outside.mkdir()
    link = tarfile.TarInfo("theory")
    link.type, link.linkname = tarfile.SYMTYPE, str(outside)
    path = tmp_path / "given.tar.gz"
    with tarfile.open(path, "w:gz") as bundle:
        bundle.addfile(link)
        info = tarfile.TarInfo("theory/x.md")
        info.size = 1
        bundle.addfile(info, io.BytesIO(b"x"))
    with pytest.raises(Refused, match="link or a device"):
        install(path, packs)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_in_a_zip_are_refused(tmp_path: Path, pack: Writer, packs: Path, mode: int) -> None:
    path = make_zip(tmp_path / "given.zip", good(pack))
    info = zipfile.ZipInfo("notes.md")
    info.external_attr = (mode | 0o777) << 16
    with zipfile.ZipFile(path, "a") as bundle:
        bundle.writestr(info, "/etc/passwd")
    with pytest.raises(Refused, match="link or a device"):
        install(path, packs)


def test_links_in_a_folder_are_refused(pack: Writer, packs: Path, tmp_path: Path) -> None:
    link = pack.root / "notes.md"
    link.symlink_to("/etc/passwd")
    with pytest.raises(Refused, match="link or a device"):
        install(pack.root, packs)
    link.unlink()
    os.mkfifo(link)
    with pytest.raises(Refused, match="link or a device"):
        install(pack.root, packs)
    link.unlink()
    (pack.root / "loop").symlink_to(pack.root)
    with pytest.raises(Refused):
        install(pack.root, packs)


def test_bombs_are_refused_by_ratio(build: Build, packs: Path) -> None:
    zeros = b" " * (archive.MIB + archive.MIB // 2)
    with pytest.raises(Refused, match="times its size"):
        install(build({"pack.toml": PACK.encode(), **{f"{n}.txt": zeros for n in range(40)}}), packs)


def test_totals_and_counts_are_bounded(build: Build, pack: Writer) -> None:
    noise = {f"{n}.txt": os.urandom(4000).hex().encode() for n in range(30)}
    path = build({**good(pack), **noise})
    with pytest.raises(Refused, match="unpacks to more than 0 MiB"):
        list(entries(path, Bounds(total=100_000)))
    with pytest.raises(Refused, match="more than 20 entries"):
        list(entries(path, Bounds(entries=20)))
    with pytest.raises(Refused, match="larger than 0 MiB"):
        list(entries(path, Bounds(packed=1000)))
    assert len(list(entries(path))) == 30 + len(good(pack))


def test_a_lying_size_does_not_help(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "given.zip", {"a.txt": b"x" * 5000})
    raw = path.read_bytes()
    path.write_bytes(raw.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    try:
        read = [len(entry.content) for entry in entries(path)]
    except Refused:
        read = []
    assert all(size <= 10 for size in read)


def test_an_encrypted_or_odd_zip_is_refused(tmp_path: Path, pack: Writer, packs: Path) -> None:
    path = make_zip(tmp_path / "given.zip", good(pack))
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(Refused, match="encrypted"):
        install(path, packs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as bundle:
        bundle.writestr("pack.toml", PACK)
    with pytest.raises(Refused, match="uncommon method"):
        install(path, packs)


@pytest.mark.parametrize("name", ["given.zip", "given.tar.gz"])
def test_damage_is_refused(tmp_path: Path, pack: Writer, packs: Path, name: str) -> None:
    path = tmp_path / name
    whole = (make_zip if name.endswith("zip") else make_tar)(path, good(pack)).read_bytes()
    for spoilt in (b"", b"hello", whole[: len(whole) // 2], whole[:40] + bytes(200) + whole[240:]):
        path.write_bytes(spoilt)
        with pytest.raises(PackError):
            install(path, packs)


def test_what_is_no_pack_is_refused(tmp_path: Path, pack: Writer, packs: Path) -> None:
    for source, says in [
        (tmp_path / "missing.zip", "no such file"),
        (pack.root / "pack.toml", "give a folder, a .zip"),
        (pack.root / "theory", "no pack.toml"),
    ]:
        with pytest.raises(Refused, match=says):
            install(source, packs)
    with pytest.raises(Refused, match="belongs to the built-in library"):
        install(pack.root, packs, reserved=frozenset({"tiny"}))


def test_an_acting_figure_is_refused(pack: Writer, packs: Path) -> None:
    figure = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>'
    pack.item("theory/dropout", THEORY, plot__svg=figure)
    with pytest.raises(PackError, match=r"plot\.svg:0: figure <script> is not allowed"):
        install(pack.root, packs)


NAMES = st.text(alphabet="ab./\\~AB:-_ \x00é\n", min_size=1, max_size=12) | st.sampled_from(
    ["pack.toml", "theory/x/item.toml", "../x.md", "/x.md", "a/b.md", "A/b.md", "a.md/c.md"]
)
KINDS = st.sampled_from(
    [tarfile.REGTYPE, tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.lists(st.tuples(NAMES, KINDS, st.binary(max_size=20)), max_size=6))
def test_whatever_is_in_a_tar_stays_inside(tmp_path: Path, members: list[tuple[str, bytes, bytes]]) -> None:
    path = tmp_path / "any.tar.gz"
    with tarfile.open(path, "w:gz", format=tarfile.PAX_FORMAT) as bundle:
        for name, kind, content in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "../../elsewhere"
            info.size = len(content) if kind == tarfile.REGTYPE else 0
            bundle.addfile(info, io.BytesIO(content))
    _stays_inside(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(
    st.dictionaries(NAMES.filter(lambda n: "\x00" not in n), st.binary(max_size=20), max_size=6),
    st.binary(max_size=30),
    st.integers(0, 400),
)
def test_whatever_is_in_a_zip_stays_inside(tmp_path: Path, files: dict[str, bytes], noise: bytes, at: int) -> None:
    path = make_zip(tmp_path / "any.zip", files)
    raw = path.read_bytes()
    if at < len(raw):
        path.write_bytes(raw[:at] + noise + raw[at + len(noise) :])
    _stays_inside(path)


def _stays_inside(path: Path) -> None:
    try:
        found = list(entries(path))
    except Refused:
        return
    folded = [entry.name.casefold() for entry in found]
    assert len(set(folded)) == len(folded)
    for entry in found:
        assert not entry.name.startswith("/")
        assert ".." not in entry.name.split("/")
        entry.content.decode()
