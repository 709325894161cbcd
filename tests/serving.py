"""A real server in a process of its own, on the tests' database."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
from django.db import connection


@dataclass(frozen=True)
class Server:
    """Where it listens, its process, and a browser-like client that keeps cookies."""

    url: str
    process: subprocess.Popen[str]
    client: httpx.Client

    def post(self, path: str, data: dict[str, str] | None = None) -> httpx.Response:
        """POST as a page's form does, with the CSRF token of the cookie."""
        token = self.client.cookies.get("csrftoken") or ""
        headers = {"X-CSRFToken": token, "Origin": self.url.rstrip("/")}
        return self.client.post(path, data=data or {}, headers=headers)


def database_url() -> str:
    """The URL of the database that the test's own connection uses."""
    of = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{of['NAME']}"
    secret = f":{quote(of['PASSWORD'])}" if of["PASSWORD"] else ""
    return f"postgres://{quote(of['USER'])}{secret}@{of['HOST']}:{of['PORT']}/{of['NAME']}"


def environment(data_dir: Path, **extra: str) -> dict[str, str]:
    """The variables of a process that works on the tests' database."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GREENROOM_")},
        "DJANGO_SETTINGS_MODULE": "greenroom.web.settings",
        "PYTHONPATH": os.pathsep.join(("src", ".")),
        "GREENROOM_DATA_DIR": str(data_dir),
        "GREENROOM_DATABASE_URL": database_url(),
        "GREENROOM_NO_BROWSER": "1",
        "GREENROOM_PORT": "0",
        **extra,
    }


@contextmanager
def serve(data_dir: Path, **extra: str) -> Iterator[Server]:
    """Start a server on a free port, and stop it. Its log is on the tests' standard error."""
    root = Path(__file__).parent.parent
    process = subprocess.Popen(
        [sys.executable, "-m", "greenroom.web.serve"],
        cwd=root,
        env=environment(data_dir, **extra),
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            url = _where(process)
            with httpx.Client(base_url=url, timeout=60) as client:
                yield Server(url, process, client)
        finally:
            process.terminate()
            process.wait(60)


def _where(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    for line in process.stdout:
        if "http://" in line:
            return next(word for word in line.split() if word.startswith("http://"))
    raise RuntimeError(f"the server ended with {process.wait()}")
