"""The grading models of this process, loaded behind everybody's back: answers are graded at once, by rules alone until then."""

from __future__ import annotations

import logging
from threading import Lock, Thread
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from greenroom.grading.models import Models

log = logging.getLogger(__name__)
State = Literal["loading", "ready", "rules"]

_lock = Lock()
_thread: Thread | None = None
_models: Models | None = None


def models() -> Models:
    """What is loaded by now; the first call starts loading."""
    from greenroom.grading.models import Models  # with NumPy: only an answer needs it

    warm()
    return _models or Models.none()


def state() -> State:
    """`loading`; `ready` with at least one model; `rules` when none is installed."""
    warm()
    if _thread is not None and _thread.is_alive():
        return "loading"
    return "ready" if _models and _models.readers else "rules"


def warm() -> None:
    """Start loading once, in the background."""
    global _thread
    with _lock:
        if _thread is None:
            _thread = Thread(target=_load, name="grading-models", daemon=True)
            _thread.start()


def wait(seconds: float) -> None:
    """Wait for the models, for those who would rather wait than be graded by rules (the command line)."""
    warm()
    if _thread is not None:
        _thread.join(seconds)


def _load() -> None:
    global _models
    from greenroom.grading.models import Models

    _models = Models.load()
    for why in _models.missing:
        log.info("grading without a model: %s", why)
