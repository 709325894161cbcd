"""The supervisor's environment, which may hold keys."""

import world


def attempt(path):
    try:
        with open(path, "rb") as file:
            file.read(64)
    except OSError:
        return ""
    return f"BROKE: read {path}"


def attack():
    return attempt(f"/proc/{world.supervisor}/environ") or "held"
