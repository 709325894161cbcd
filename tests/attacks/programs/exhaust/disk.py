"""A file without end."""

import tempfile

import world


def attack():
    for folder in ("/tmp", "/dev/shm", "/box", "/var/tmp", "/run", ".", world.folder):
        try:
            with open(f"{folder}/fill", "wb") as file:
                file.write(b"x" * (1 << 20))
        except OSError:
            continue
        return f"BROKE: wrote in {folder}"
    try:
        tempfile.TemporaryFile()
    except OSError:
        return "held"
    return "BROKE: a temporary file"
