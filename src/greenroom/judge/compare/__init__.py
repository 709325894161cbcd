"""Is this answer right, and if it is not, in which way is it wrong?"""

from __future__ import annotations

from greenroom.judge.compare.outcome import compare, compare_script

__all__ = ["compare", "compare_script"]
