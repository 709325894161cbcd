"""Which system calls a child may make: an allow-list a profile, for x86-64 and aarch64.

Three answers: allowed; EPERM, so that honest code which tries something gets an ordinary exception; and death (SIGSYS, the
verdict SV) for calls that no submission makes by accident. What is not named fails with EPERM.
"""

from __future__ import annotations

import errno
import platform

from greenroom.judge.sandbox.bpf import KILL_PROCESS, OneOf, Rule, assemble, refuse
from greenroom.judge.session import JudgeError, Profile

_ARCHES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
_THREAD = 0x00010000 | 0x00000100 | 0x00000800  # CLONE_THREAD | CLONE_VM | CLONE_SIGHAND
_NEW_NAMESPACES = 0x7E020000

_CLOCKS = (0, 1, 2, 3, 4, 5, 6, 7, 11)
_PRIVATE, _REALTIME = 128, 256
_FUTEX = (
    *(_PRIVATE | op for op in (0, 1, 9, 10, 3, 4, 5, 6, 7, 8, 13)),
    *(_PRIVATE | _REALTIME | op for op in (0, 9)),
    *(0, 9, _REALTIME | 9),
)

# name: (x86-64, aarch64); None where the architecture has no such call. Source: the kernel's unistd tables.
_ALLOWED: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63),
    "write": (1, 64),
    "mmap": (9, 222),
    "munmap": (11, 215),
    "mprotect": (10, 226),
    "brk": (12, 214),
    "mremap": (25, 216),
    "close": (3, 57),
    "fstat": (5, 80),
    "newfstatat": (262, 79),
    "stat": (4, None),
    "lstat": (6, None),
    "statx": (332, 291),
    "lseek": (8, 62),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    "openat": (257, 56),
    "open": (2, None),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "getcwd": (79, 17),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getdents64": (217, 61),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    "epoll_create1": (291, 20),
    "epoll_ctl": (233, 21),
    "epoll_wait": (232, None),
    "epoll_pwait": (281, 22),
    "eventfd2": (290, 19),
    "pipe": (22, None),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "recvfrom": (45, 207),
    "shutdown": (48, 210),
    "sched_yield": (24, 124),
    "nanosleep": (35, 101),
    "gettimeofday": (96, 169),
    "time": (201, None),
    "times": (100, 153),
    "setitimer": (38, 103),
    "getitimer": (36, 102),
    "alarm": (37, None),
    "pause": (34, None),
    "rt_sigtimedwait": (128, 137),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "uname": (63, 160),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "getrandom": (318, 278),
    "set_robust_list": (273, 99),
    "set_tid_address": (218, 96),
    "rseq": (334, 293),
    "membarrier": (324, 283),
    "exit": (60, 93),
    "exit_group": (231, 94),
}
_CONDITIONAL: dict[str, tuple[int | None, int | None, tuple[OneOf, ...]]] = {
    # Threads only: no process is ever born here, so there is no tree to clean up.
    "clone": (56, 220, (OneOf(0, (_THREAD,), mask=_THREAD | _NEW_NAMESPACES),)),
    # Waiting is free, waking is private: a wake through a file that others map too would be a channel to them.
    "futex": (202, 98, (OneOf(1, _FUTEX),)),
    # No sharing of equal pages (MADV_MERGEABLE), no eviction of what others have mapped.
    "madvise": (28, 233, (OneOf(2, (4, 8, 14, 0, 1, 2, 3, 15, 16, 17, 18, 19, 22, 23, 25)),)),
    # O_CLOEXEC and O_NONBLOCK; not O_NOTIFICATION_PIPE.
    "pipe2": (293, 59, (OneOf(1, (0, 0x80000, 0x800, 0x80800)),)),
    # The system's clocks and one's own; never another process's, whose number is in the upper bits.
    "clock_gettime": (228, 113, (OneOf(0, _CLOCKS),)),
    "clock_getres": (229, 114, (OneOf(0, _CLOCKS),)),
    "clock_nanosleep": (230, 115, (OneOf(0, _CLOCKS),)),
    # Oneself only: asking for others tells which exist.
    "sched_getaffinity": (204, 123, (OneOf(0, (0,)),)),
    # TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
    "ioctl": (16, 29, (OneOf(1, (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)),)),
    # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC. No locks: a lock on a shared file is a channel.
    "fcntl": (72, 25, (OneOf(1, (0, 1, 2, 3, 4, 1030)),)),
    # Reading one's own limits, and lowering them: the kernel lets nobody here raise one.
    "prlimit64": (302, 261, (OneOf(0, (0,)),)),
    # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA
    "prctl": (157, 167, (OneOf(0, (15, 16, 0x53564D41)),)),
    # An unnamed pair within the process, as asyncio's loop wants; never a name to send to.
    "socketpair": (53, 199, (OneOf(0, (1,)), OneOf(1, (1,), mask=0xF))),
    "sendto": (44, 206, (OneOf(4, (0,)),)),
}
_MISSING: dict[str, tuple[int | None, int | None]] = {"clone3": (435, 435)}
_DEADLY: dict[str, tuple[int | None, int | None]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "mount_setattr": (442, 442),
    "open_by_handle_at": (304, 265),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "fanotify_init": (300, 262),
    "modify_ldt": (154, None),
    "iopl": (172, None),
    "ioperm": (173, None),
}
_EXTRA: dict[Profile, dict[str, tuple[int | None, int | None]]] = {
    "py": {},
    "np": {},
    "sci": {"get_mempolicy": (239, 236)},
    "torch": {"get_mempolicy": (239, 236)},
}


def _rules(profile: Profile, column: int) -> list[Rule]:
    allowed = {**_ALLOWED, **_EXTRA[profile]}
    rules = [Rule(number) for numbers in allowed.values() if (number := numbers[column]) is not None]
    for x86, arm, when in _CONDITIONAL.values():
        number = (x86, arm)[column]
        if number is not None:
            rules.append(Rule(number, when=when))
    for table, action in ((_MISSING, refuse(errno.ENOSYS)), (_DEADLY, KILL_PROCESS)):
        rules += [Rule(number, action) for numbers in table.values() if (number := numbers[column]) is not None]
    return rules


def program(profile: Profile, machine: str | None = None) -> bytes:
    """The filter for a profile as BPF bytes. Raises JudgeError for an architecture that has no table."""
    machine = machine or platform.machine()
    if machine not in _ARCHES:
        raise JudgeError(f"no system-call table for {machine}: the judge's sandbox knows {', '.join(_ARCHES)}")
    arch, column = _ARCHES[machine]
    return assemble(arch, _rules(profile, column), default=refuse(errno.EPERM), x32=machine == "x86_64")
