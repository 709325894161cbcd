"""What other floors may listen to."""

from __future__ import annotations

from django.dispatch import Signal

appended = Signal()
"""An event was committed. Argument: `stream`, its name."""
