"""Who does which kind of job. Rooms register when their app is ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

Effect = Callable[[], object]
"""What a handler wants written when its job ends."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A job in one worker's hands: `attempt` is 1 for the first try, and (worker, attempt) identifies the lease."""

    id: int
    kind: str
    payload: dict[str, Any]
    candidate_id: int | None
    worker: str
    attempt: int


Handle = Callable[[Lease], Effect | None]
GiveUp = Callable[[Lease, str], object]


@dataclass(frozen=True, slots=True)
class Handler:
    """`handle` works and returns what to write; the write happens in the transaction that ends the job, so exactly once.

    `handle` itself may run more than once (a worker can be killed) and must write nothing that matters. `gave_up` is called,
    likewise in the closing transaction, when the job has failed for good; its argument is the last error.
    """

    handle: Handle
    gave_up: GiveUp = field(default=lambda lease, error: None)


_handlers: dict[str, Handler] = {}
_promised: dict[str, str] = {}


def handler(kind: str, *, gave_up: GiveUp | None = None) -> Callable[[Handle], Handle]:
    """Register the decorated function for a kind of job. A kind has one handler: a second one is a mistake."""

    def register(handle: Handle) -> Handle:
        if kind in _handlers:
            raise ValueError(f"jobs of kind {kind!r} already have a handler")
        _handlers[kind] = Handler(handle, gave_up) if gave_up else Handler(handle)
        return handle

    return register


def promise(module: str, *kinds: str) -> None:
    """Say that a module has these kinds' handlers. It is imported with the first such job: a start need not wait for it."""
    _promised.update(dict.fromkeys(kinds, module))


def lookup(kind: str) -> Handler:
    """The kind's handler; KeyError when no room of this process has one."""
    if kind not in _handlers and kind in _promised:
        import_module(_promised[kind])
    return _handlers[kind]


def kinds() -> list[str]:
    """The kinds that this process can do."""
    return sorted({*_handlers, *_promised})
