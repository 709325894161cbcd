"""Any endpoint that speaks the OpenAI chat format: hosted ones, llama.cpp, Ollama, vLLM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import httpx

from .port import AssistantError, Message

LONGEST_REPLY = 200_000
"""Characters of a reply beyond which it is refused."""


@dataclass(frozen=True)
class OpenAICompatible:
    """`base` is the endpoint's address up to and including `/v1`; `key` may be empty for a local server. Times are seconds."""

    base: str
    model: str
    key: str = ""
    timeout: float = 60.0

    def reply(self, messages: Sequence[Message]) -> str:
        """The model's next message. Raises AssistantError."""
        body = {"model": self.model, "temperature": 0, "messages": [asdict(m) for m in messages]}
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            with httpx.Client(timeout=self.timeout, follow_redirects=False) as client:
                answer = client.post(f"{self.base.rstrip('/')}/chat/completions", json=body, headers=headers)
                answer.raise_for_status()
                return _content(answer.json())
        except httpx.HTTPStatusError as problem:
            code = problem.response.status_code
            raise AssistantError(f"{self.base} answered {code}: check the key and the model's name.") from None
        except httpx.HTTPError as problem:
            raise AssistantError(
                f"{self.base} cannot be reached ({type(problem).__name__}): check the address."
            ) from None
        except ValueError:
            raise AssistantError(
                f"{self.base} does not speak the OpenAI chat format: check that it ends in /v1."
            ) from None


def _content(reply: Any) -> str:
    try:
        content = reply["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise ValueError("no choices") from None
    if not isinstance(content, str) or len(content) > LONGEST_REPLY:
        raise ValueError("no text")
    return content
