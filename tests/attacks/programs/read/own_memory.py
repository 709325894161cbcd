"""Its own memory through /proc."""


def attempt(path):
    try:
        with open(path, "rb") as file:
            file.read(64)
    except OSError:
        return ""
    return f"BROKE: read {path}"


def attack():
    return attempt("/proc/self/mem") or "held"
