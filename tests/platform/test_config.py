from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from greenroom.web.config import Config, ConfigError, database, read

SHARED = {"GREENROOM_MODE": "shared", "GREENROOM_SECRET_KEY": "s" * 40, "GREENROOM_HOSTS": "green.example"}
Read = Callable[..., Config]


@pytest.fixture
def given(tmp_path: Path) -> Read:
    def parse(**env: str) -> Config:
        return read({"GREENROOM_DATA_DIR": str(tmp_path / "home"), **env})

    return parse


def test_nothing_needs_to_be_set(given: Read, tmp_path: Path) -> None:
    config = given()
    assert (config.mode, config.host, config.hosts[0]) == ("solo", "127.0.0.1", "127.0.0.1")
    assert config.database_url == f"sqlite:///{tmp_path}/home/greenroom.sqlite3"
    assert database(config.database_url)["NAME"] == f"{tmp_path}/home/greenroom.sqlite3"
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0


def test_the_secret_is_made_once_and_is_for_its_owner(given: Read, tmp_path: Path) -> None:
    assert given().secret_key == given().secret_key
    assert len(given().secret_key) >= 32
    assert (tmp_path / "home" / "secret.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("GREENROOM_MODE", "public", "one of solo, shared"),
        ("GREENROOM_PORT", "http", "whole number"),
        ("GREENROOM_PORT", "70000", "whole number"),
        ("GREENROOM_HOST", "0.0.0.0", "this machine only"),  # noqa: S104
        ("GREENROOM_HOSTS", "green.example", "leave it empty"),
        ("GREENROOM_DEBUG", "yes", "0 or 1"),
        ("GREENROOM_SECRET_KEY", "short", "32 characters"),
        ("GREENROOM_DATABASE_URL", "mysql://x/y", "sqlite"),
        ("GREENROOM_DATABASE_URL", "postgres://host", "sqlite"),
        ("GREENROOM_TIME_ZONE", "Mars/Olympus", "IANA"),
        ("GREENROOM_PACKS", "/no/such/folder", "does not exist"),
        ("GREENROOM_DATA_DIR", "/proc/nowhere", "folder"),
    ],
)
def test_a_bad_value_is_named_with_what_would_do(given: Read, name: str, value: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        given(**{name: value})
    assert name in str(caught.value)


@pytest.mark.parametrize("missing", ["GREENROOM_SECRET_KEY", "GREENROOM_HOSTS"])
def test_a_shared_server_must_be_told_its_secret_and_names(given: Read, missing: str) -> None:
    with pytest.raises(ConfigError, match=missing):
        given(**{name: value for name, value in SHARED.items() if name != missing})
    assert given(**SHARED).hosts == ("green.example",)


def test_a_shared_server_does_not_answer_to_any_name(given: Read) -> None:
    with pytest.raises(ConfigError, match="not '\\*'"):
        given(**SHARED | {"GREENROOM_HOSTS": "*"})


def test_a_postgresql_url_is_taken_apart() -> None:
    entry = database("postgres://ada:p%40ss@db.example:5433/green?sslmode=require")
    assert [entry[k] for k in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "green",
        "ada",
        "p@ss",
        "db.example",
        "5433",
    ]
    assert entry["OPTIONS"]["sslmode"] == "require"
