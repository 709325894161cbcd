"""Its own memory through /proc, past every protection of a page."""


def attack():
    try:
        with open("/proc/self/mem", "rb", buffering=0) as file:
            file.seek(id(attack))
            file.read(64)
    except OSError:
        return "held"
    return "BROKE: read its own memory"
