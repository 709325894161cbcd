"""A file of the person who runs the judge."""

import world


def attempt(path):
    try:
        with open(path, "rb") as file:
            file.read(64)
    except OSError:
        return ""
    return f"BROKE: read {path}"


def attack():
    return attempt(world.secret_file) or "held"
