"""Start the server, or a worker of a shared installation."""

from __future__ import annotations

import signal
import threading
from typing import Annotated

import typer

from greenroom.web import serve


def start() -> None:
    """Start Greenroom and open the browser (not with GREENROOM_NO_BROWSER=1). Stop it with Ctrl+C."""
    serve.main()


def worker(
    threads: Annotated[int, typer.Option(min=1, max=64, help="How many jobs at a time.")] = 2,
) -> None:
    """Do jobs for a shared installation until interrupted. Any number of these may run, on any number of machines."""
    serve.prepare()
    from greenroom.jobs.pool import Pool

    over = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    pool = Pool(threads)
    pool.start()
    typer.echo(f"Working on {threads} jobs at a time (stop with Ctrl+C)")
    over.wait()
    pool.stop()
