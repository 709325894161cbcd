"""The kernel's messages."""


def attempt(path):
    try:
        with open(path, "rb") as file:
            file.read(64)
    except OSError:
        return ""
    return f"BROKE: read {path}"


def attack():
    return attempt("/dev/kmsg") or "held"
