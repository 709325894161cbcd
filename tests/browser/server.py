"""The application as a process of its own, as a person runs it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Self
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

ROOT = Path(__file__).parents[2]
START = 60.0


class Server:
    """Starts on a free port and stops with its context. `kill` is kill -9; `start` begins again on the same data."""

    def __init__(self, data: Path, packs: Path | None = None) -> None:
        self.data = data
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("GREENROOM_", "DJANGO_"))}
        self._env = clean | {
            "GREENROOM_DATA_DIR": str(data),
            "GREENROOM_PORT": str(self.port),
            "GREENROOM_NO_BROWSER": "1",
            "GREENROOM_CLOSER_CASES": "100",
            "PYTHONPATH": str(ROOT / "src"),
        }
        if packs:
            self._env["GREENROOM_PACKS"] = str(packs)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.data.with_suffix(".log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "greenroom.web.serve"], env=self._env, stdout=log, stderr=log
            )
        end = time.monotonic() + START
        while time.monotonic() < end:
            if self._process.poll() is not None:
                break
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0 and self._answers():
                    return
            time.sleep(0.1)
        raise RuntimeError(self.data.with_suffix(".log").read_text())

    def kill(self) -> None:
        assert self._process
        self._process.kill()
        self._process.wait()

    def post(self, path: str, data: dict[str, str]) -> str:
        """Post a form the way a browser does, its token included."""
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        page = browser.open(f"{self.url}{path}").read().decode()
        token = re.search(r'name="csrf" content="([^"]+)"', page)
        assert token
        form = urlencode(data | {"csrfmiddlewaretoken": token[1]}).encode()
        answer: str = browser.open(f"{self.url}{path}", form).read().decode()
        return answer

    def _answers(self) -> bool:
        try:
            return bool(build_opener().open(f"{self.url}/healthz", timeout=5).status == 200)
        except OSError:
            return False

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(20)
