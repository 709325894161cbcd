"""What the judge says, in the way that every engine says it."""

from __future__ import annotations

from greenroom.content.said import Said, SaidError, Translate, Worded, heard, sentence

__all__ = ["Said", "SaidError", "Translate", "Worded", "heard", "sentence"]
