"""The source of the judge and of the packs beside it."""

import world


def attempt(path):
    try:
        with open(path, "rb") as file:
            file.read(64)
    except OSError:
        return ""
    return f"BROKE: read {path}"


def attack():
    return attempt(world.repository + "/pyproject.toml") or "held"
