"""Settings, read once from GREENROOM_* variables into a frozen object. A bad value stops the start with a clear message."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import available_timezones

import platformdirs

T = TypeVar("T")
Mode = Literal["solo", "shared"]
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class ConfigError(ValueError):
    """A GREENROOM_* variable has a value that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that may differ between two installations. `docs/guides/operators.md` explains each variable."""

    mode: Mode
    data_dir: Path
    database_url: str
    secret_key: str
    host: str
    port: int
    hosts: tuple[str, ...]
    https: bool
    debug: bool
    packs: tuple[Path, ...]
    job_threads: int
    tasks_backend: str
    closer_cases: int
    time_zone: str
    whisper_model: Path | None


NAMES = {
    "mode": "GREENROOM_MODE",
    "data_dir": "GREENROOM_DATA_DIR",
    "database_url": "GREENROOM_DATABASE_URL",
    "secret_key": "GREENROOM_SECRET_KEY",
    "host": "GREENROOM_HOST",
    "port": "GREENROOM_PORT",
    "hosts": "GREENROOM_HOSTS",
    "https": "GREENROOM_HTTPS",
    "debug": "GREENROOM_DEBUG",
    "packs": "GREENROOM_PACKS",
    "job_threads": "GREENROOM_JOB_THREADS",
    "tasks_backend": "GREENROOM_TASKS_BACKEND",
    "closer_cases": "GREENROOM_CLOSER_CASES",
    "time_zone": "GREENROOM_TIME_ZONE",
    "whisper_model": "GREENROOM_WHISPER_MODEL",
}
"""Field → variable. The one list that the guide and its test are checked against."""

ELSEWHERE = frozenset({"GREENROOM_ENCODER", "GREENROOM_LIBRARY", "GREENROOM_NO_BROWSER", "GREENROOM_TEST_DATABASE_URL"})
"""Variables that the content, the grading, the start and the test suite read for themselves."""


def read(env: Mapping[str, str]) -> Config:
    """Parse and check every variable.

    Raises:
        ConfigError: names the variable, its value and what would be accepted.
    """
    mode = _get(env, "mode", "solo", _choice("solo", "shared"))
    data_dir = _get(env, "data_dir", str(platformdirs.user_data_path("greenroom", appauthor=False)), _folder)
    host = _get(env, "host", "127.0.0.1", str)
    if mode == "solo" and host not in {"127.0.0.1", "::1", "localhost"}:
        raise ConfigError(
            f"GREENROOM_HOST={host}: solo mode has no login and listens on this machine only. Use GREENROOM_MODE=shared."
        )
    return Config(
        mode=mode,
        data_dir=data_dir,
        database_url=_get(env, "database_url", f"sqlite:///{data_dir / 'greenroom.sqlite3'}", _database),
        secret_key=_secret(env, mode, data_dir),
        host=host,
        port=_get(env, "port", "8321", _whole(0, 65535)),
        hosts=_hosts(env, mode),
        https=_get(env, "https", "0", _flag),
        debug=_get(env, "debug", "0", _flag),
        packs=_get(env, "packs", "", _paths),
        job_threads=_get(env, "job_threads", "2" if mode == "solo" else "0", _whole(0, 64)),
        tasks_backend=_get(env, "tasks_backend", "", str),
        closer_cases=_get(env, "closer_cases", "2000", _whole(0, 100_000)),
        time_zone=_get(env, "time_zone", "UTC", _zone),
        whisper_model=_get(env, "whisper_model", "", _optional_folder),
    )


@cache
def config() -> Config:
    """This process's configuration."""
    return read(os.environ)


def database(url: str) -> dict[str, Any]:
    """Django's DATABASES entry for `sqlite:///path` or `postgres://user:password@host:port/name?option=value`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/")) if parts.path != "/:memory:" else ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 16}, **dict(parse_qsl(parts.query))},
    }


def _get(env: Mapping[str, str], field: str, default: str, parse: Callable[[str], T]) -> T:
    raw = env.get(NAMES[field], "").strip() or default
    try:
        return parse(raw)
    except ValueError as error:
        raise ConfigError(f"{NAMES[field]}={raw}: {error}") from None


def _optional_folder(raw: str) -> Path | None:
    return Path(raw).expanduser().absolute() if raw else None


def _choice(*names: Any) -> Callable[[str], Any]:
    def parse(raw: str) -> Any:
        if raw not in names:
            raise ValueError(f"must be one of {', '.join(names)}")
        return raw

    return parse


def _whole(least: int, most: int) -> Callable[[str], int]:
    def parse(raw: str) -> int:
        if not raw.isdecimal() or not least <= int(raw) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(raw)

    return parse


def _flag(raw: str) -> bool:
    if raw not in {"0", "1"}:
        raise ValueError("must be 0 or 1")
    return raw == "1"


def _folder(raw: str) -> Path:
    path = Path(raw).expanduser().absolute()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ValueError(f"must be a folder that can be created and written ({error.strerror})") from None
    return path


def _paths(raw: str) -> tuple[Path, ...]:
    paths = tuple(Path(part).expanduser().absolute() for part in raw.split(os.pathsep) if part)
    if missing := [str(path) for path in paths if not path.exists()]:
        raise ValueError(f"{', '.join(missing)} does not exist")
    return paths


def _database(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in {"sqlite", "postgres", "postgresql"} or parts.path in {"", "/"}:
        raise ValueError("must look like sqlite:////absolute/path or postgres://user:password@host:5432/name")
    return raw


def _zone(raw: str) -> str:
    if raw not in available_timezones():
        raise ValueError("must be an IANA time zone such as Europe/London")
    return raw


def _hosts(env: Mapping[str, str], mode: Mode) -> tuple[str, ...]:
    named = tuple(h.strip() for h in env.get(NAMES["hosts"], "").split(",") if h.strip())
    if mode == "solo":
        if named:
            raise ConfigError("GREENROOM_HOSTS: solo mode answers to this machine's own names only; leave it empty.")
        return LOOPBACK
    if not named or "*" in named:
        raise ConfigError("GREENROOM_HOSTS: shared mode needs the host names it answers to, comma separated, not '*'.")
    return named


def _secret(env: Mapping[str, str], mode: Mode, data_dir: Path) -> str:
    given = env.get(NAMES["secret_key"], "").strip()
    if given:
        if len(given) < 32:
            raise ConfigError("GREENROOM_SECRET_KEY: must have at least 32 characters.")
        return given
    if mode == "shared":
        raise ConfigError("GREENROOM_SECRET_KEY: shared mode needs a random secret of at least 32 characters.")
    return _own_secret(data_dir / "secret.key")


def _own_secret(path: Path) -> str:
    """The machine's own secret, made once; a link makes it appear whole even when two processes start together."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text()
