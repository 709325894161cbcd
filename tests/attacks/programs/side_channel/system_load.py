"""How busy the machine and its other processes are."""


def attack():
    for path in ("/proc/stat", "/proc/loadavg", "/proc/meminfo", "/proc/self/status", "/sys/fs/cgroup/cpu.stat"):
        try:
            with open(path) as file:
                file.read(10)
        except OSError:
            continue
        return f"BROKE: read {path}"
    return "held"
