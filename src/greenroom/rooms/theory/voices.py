"""Speech to text where a recogniser is installed (`faster-whisper` with a model folder on this machine). Nothing leaves it."""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from typing import Any

from django.conf import settings

LARGEST = 16 * 2**20
"""Bytes of one recording: three minutes of what a browser sends are about two million."""


class Unheard(ValueError):
    """There is no speech in the recording, or it cannot be read."""


def available() -> bool:
    """Whether a recogniser and its model are here."""
    folder = settings.CONFIG.whisper_model
    return folder is not None and folder.is_dir() and find_spec("faster_whisper") is not None


def transcribe(sound: bytes, *, language: str) -> str:
    """The words in a recording (any container that ffmpeg's libraries read). Raises Unheard."""
    if not sound or len(sound) > LARGEST:
        raise Unheard
    try:
        parts, _ = _recogniser().transcribe(io.BytesIO(sound), language=language, vad_filter=True)
        text = " ".join(part.text.strip() for part in parts)
    except (ValueError, RuntimeError, OSError) as error:
        raise Unheard from error
    if not text.strip():
        raise Unheard
    return text.strip()


@cache
def _recogniser() -> Any:
    from faster_whisper import WhisperModel  # the extra `voice`: a candidate may not have it

    return WhisperModel(str(settings.CONFIG.whisper_model), device="cpu", compute_type="int8", local_files_only=True)
