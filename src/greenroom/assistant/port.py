"""What Greenroom asks of an LLM, whoever serves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


class AssistantError(Exception):
    """The assistant cannot be reached or does not answer as agreed. The message says what to check."""


class Assistant(Protocol):
    """A model that continues a conversation."""

    def reply(self, messages: Sequence[Message]) -> str:
        """The model's next message, at temperature 0 where it has one. Raises AssistantError."""
        ...
