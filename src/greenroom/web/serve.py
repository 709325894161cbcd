"""Start Greenroom: bring the database up to date, listen on this machine, open the browser."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from urllib.request import urlopen

import uvicorn

from greenroom.web.config import config
from greenroom.web.setup import prepare

LEAVE = 1
"""Seconds that open live connections get when the server is asked to stop."""


def main() -> None:
    """Serve until interrupted. A second start on the same port opens the running one instead."""
    settings = config()
    listener = _listen(settings.host, settings.port)
    if listener is None:
        url = f"http://{settings.host}:{settings.port}/"
        if not _is_greenroom(url):
            sys.exit(f"Port {settings.port} is taken by another program. Choose another: GREENROOM_PORT=8322")
        print(f"Greenroom is already running at {url}", flush=True)
        _show(url)
        return
    prepare()
    host, port = listener.getsockname()[:2]
    url = f"http://{host}:{port}/"
    server = _Server(url)
    with listener, suppress(KeyboardInterrupt):
        server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """Says where it is, and opens the browser, once it answers."""

    def __init__(self, url: str) -> None:
        super().__init__(
            uvicorn.Config(
                "greenroom.web.asgi:application",
                log_level="warning",
                timeout_graceful_shutdown=LEAVE,
                server_header=False,
                proxy_headers=config().https,
            )
        )
        self._url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(f"Greenroom is at {self._url} (stop with Ctrl+C)", flush=True)
        threading.Thread(target=_show, args=(self._url,), daemon=True).start()


def _listen(host: str, port: int) -> socket.socket | None:
    """A listening socket, or None when the port is taken. Port 0 means any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        return None
    return listener


def _is_greenroom(url: str) -> bool:
    try:
        with urlopen(f"{url}healthz", timeout=2) as answer:
            return "version" in json.load(answer)
    except (OSError, ValueError):
        return False


def _show(url: str) -> None:
    if os.environ.get("GREENROOM_NO_BROWSER") != "1":
        webbrowser.open(url)


if __name__ == "__main__":
    main()
