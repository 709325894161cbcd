"""macOS Seatbelt: the profile that sandbox-exec reads. Deny by default; reading what Python and its packages need, nothing else.

Source: sandbox-exec(1), the profiles under /System/Library/Sandbox/Profiles.
"""

from __future__ import annotations

from collections.abc import Iterable

_SYSTEM = ("/usr/lib", "/System/Library", "/System/Volumes/Preboot/Cryptexes", "/Library/Apple", "/private/var/db/dyld")
_DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/zero")


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'


def policy(readable: Iterable[str], interpreter: str) -> str:
    """The profile's text: may read below `readable`, may start `interpreter` once (sandbox-exec itself does), may talk only
    over descriptors it was born with."""
    trees = " ".join(f"(subpath {_quoted(path)})" for path in (*_SYSTEM, *readable))
    devices = " ".join(f"(literal {_quoted(path)})" for path in _DEVICES)
    return "\n".join(
        (
            "(version 1)",
            "(deny default)",
            "(deny network*)",
            "(deny process-fork)",
            f"(allow process-exec (literal {_quoted(interpreter)}))",
            "(allow sysctl-read)",
            "(allow signal (target self))",
            "(allow file-read-metadata)",
            f'(allow file-read* (literal "/") {trees} {devices})',
            '(allow file-write-data (literal "/dev/null"))',
        )
    )


def command(program: list[str], readable: Iterable[str]) -> list[str]:
    """The program behind Seatbelt."""
    return ["/usr/bin/sandbox-exec", "-p", policy(readable, program[0]), *program]
