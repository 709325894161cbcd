"""A seccomp filter as raw BPF bytes, assembled here: no compiler, no libseccomp, nothing loaded inside the sandbox.

Each program checks the architecture first, refuses x86's x32 numbers, then tests one system call after the other; every rule
ends in a return, so jumps stay within a rule. Source: linux/filter.h, linux/seccomp.h, Documentation/userspace-api/seccomp_filter.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
ERRNO = 0x00050000

_LOAD, _AND, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCH, _ARGS = 0, 4, 16
_X32_BIT = 0x40000000


def refuse(code: int) -> int:
    """The action that makes a system call fail with an errno."""
    return ERRNO | code


@dataclass(frozen=True, slots=True)
class OneOf:
    """The argument, as 64 bits, is one of these values below 2**32."""

    arg: int
    values: tuple[int, ...]
    mask: int = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to a system call when all its conditions hold; when one does not it fails with EPERM."""

    number: int
    action: int = ALLOW
    when: tuple[OneOf, ...] = ()


def _instruction(code: int, k: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, k)


def _condition(condition: OneOf) -> list[bytes]:
    """Fall through when it holds, else return EPERM."""
    low = _ARGS + 8 * condition.arg
    out = [
        _instruction(_LOAD, low + 4),
        _instruction(_JUMP_EQUAL, 0, yes=1),
        _instruction(_RETURN, refuse(errno.EPERM)),
        _instruction(_LOAD, low),
    ]
    if condition.mask != 0xFFFFFFFF:
        out.append(_instruction(_AND, condition.mask))
    for position, value in enumerate(condition.values):
        out.append(_instruction(_JUMP_EQUAL, value, yes=len(condition.values) - position))
    out.append(_instruction(_RETURN, refuse(errno.EPERM)))
    return out


def _body(rule: Rule) -> list[bytes]:
    body = [line for condition in rule.when for line in _condition(condition)]
    return [*body, _instruction(_RETURN, rule.action)]


def assemble(arch: int, rules: Iterable[Rule], *, default: int, x32: bool) -> bytes:
    """The filter's bytes: `arch` is the AUDIT_ARCH value, `x32` says that the architecture shares numbers with x32."""
    program = [
        _instruction(_LOAD, _ARCH),
        _instruction(_JUMP_EQUAL, arch, yes=1),
        _instruction(_RETURN, KILL_PROCESS),
        _instruction(_LOAD, _NUMBER),
    ]
    if x32:
        program += [_instruction(_JUMP_AT_LEAST, _X32_BIT, no=1), _instruction(_RETURN, KILL_PROCESS)]
    for rule in rules:
        body = _body(rule)
        program += [_instruction(_JUMP_EQUAL, rule.number, no=len(body)), *body]
    program.append(_instruction(_RETURN, default))
    return b"".join(program)


def interpret(program: bytes, arch: int, number: int, args: Sequence[int] = ()) -> int:
    """What the kernel would answer: a plain interpreter of the instructions used here, for tests and `doctor`."""
    padded = [*args, *([0] * (6 - len(args)))]
    data = struct.pack("<IIQ6Q", number, arch, 0, *padded)
    accumulator, counter = 0, 0
    while True:
        code, yes, no, k = struct.unpack_from("<HBBI", program, 8 * counter)
        counter += 1
        if code == _RETURN:
            return int(k)
        if code == _LOAD:
            (accumulator,) = struct.unpack_from("<I", data, k)
        elif code == _AND:
            accumulator &= k
        elif code == _JUMP_EQUAL:
            counter += yes if accumulator == k else no
        elif code == _JUMP_AT_LEAST:
            counter += yes if accumulator >= k else no
        else:
            raise ValueError(f"unknown instruction {code:#x}")
