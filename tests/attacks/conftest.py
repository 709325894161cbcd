"""Where hostile programs run: one judge a tier, and a world with things worth stealing."""

from __future__ import annotations

import hashlib
import os
import secrets
import site
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from greenroom.judge.sandbox.probe import probe
from greenroom.judge.service import LocalJudge, start_judge
from greenroom.judge.session import Tier

WALLED: tuple[Tier, ...] = tuple(tier for tier in probe().offered if tier != "E")


@dataclass(frozen=True)
class World:
    """What there is to steal or to harm."""

    folder: Path
    secret_file: Path
    secret: str
    server: socket.socket

    def module(self, zygote: int) -> str:
        """The source of the module `world` that an attacker may import."""
        known = {
            "supervisor": os.getpid(),
            "zygote": zygote,
            "port": self.server.getsockname()[1],
            "folder": str(self.folder),
            "secret_file": str(self.secret_file),
            "site": site.getsitepackages()[0],
            "repository": str(Path(__file__).resolve().parents[2]),
            "secret_sha256": hashlib.sha256(self.secret.encode()).hexdigest(),
        }
        return "".join(f"{name} = {value!r}\n" for name, value in known.items())

    def connections(self) -> int:
        """How many connections wait at the server."""
        count = 0
        while True:
            try:
                self.server.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    for path in (folder, *folder.parents[:2]):
        path.chmod(0o755)
    open_folder = folder / "open"
    open_folder.mkdir()
    open_folder.chmod(0o777)
    secret_file = folder / "secret.txt"
    secret_file.write_text("a file of the host")
    secret_file.chmod(0o644)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield World(open_folder, secret_file, secrets.token_hex(16), server)


@pytest.fixture(scope="session", params=WALLED)
def judge(request: pytest.FixtureRequest) -> Iterator[LocalJudge]:
    with start_judge(tier=request.param) as judge:
        yield judge
