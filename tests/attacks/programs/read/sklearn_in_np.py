"""scikit-learn from a profile that forbids it, by path."""
# profile: np

import sys

import world


def attack():
    sys.path[:0] = [world.site, "/greenroom/site"]
    for name in ("sklearn", "pandas", "scipy", "django"):
        try:
            __import__(name)
        except (ImportError, OSError):
            continue
        return f"BROKE: imported {name}"
    return "held"
