"""What a child does once it is behind its walls: load one submission, answer its scripts, frame by frame, and die.

The candidate's code runs in this process and may overwrite anything here. Nothing depends on that: the supervisor believes no
frame, holds the clock, and never sends what it expects.
"""

from __future__ import annotations

import importlib.abc
import importlib.util
import io
import linecache
import os
import random
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from types import ModuleType, TracebackType
from typing import Any, Final

from greenroom.judge.session import MISSING
from greenroom.judge.wire import HEAD, Decoder, Encoder, header_of

_LINES: Final = 12
_PRACTICE: Final = 64
_TAKES: Final = 3
_REHEARSAL: Final = "rehearsal"
_PLAIN_PART: Final = "def echo(*values):\n    print('heard')\n    return values\n"
_ARRAY_PART: Final = """import numpy as np
def echo(*values):
    print('heard')
    x = values[-1]
    e = np.exp(x - x.max(-1, keepdims=True))
    return [*values, e / e.sum(-1, keepdims=True), (x @ x.T)[0]]
"""
_TEXT: Final = 2000


class _Channel:
    """Frames over one descriptor."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.unread = bytearray()

    def read(self) -> tuple[Any, bytes]:
        header, blob = HEAD.unpack(self._exactly(HEAD.size))
        return header_of(self._exactly(header)), self._exactly(blob)

    def _exactly(self, count: int) -> bytes:
        while len(self.unread) < count:
            part = os.read(self.fd, 1 << 18)
            if not part:
                os._exit(0)
            self.unread += part
        taken = bytes(self.unread[:count])
        del self.unread[:count]
        return taken

    def write(self, frame: bytes) -> None:
        view = memoryview(frame)
        while view:
            view = view[os.write(self.fd, view) :]

    def say(self, **header: Any) -> None:
        self.write(Encoder(strict=False).frame(header))


class _Printed(io.TextIOBase):
    """Collects what is printed, and ends the process when it is too much."""

    def __init__(self, channel: _Channel) -> None:
        self.channel = channel
        self.left = 1 << 16
        self.parts: list[str] = []

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.left -= len(text)
        if self.left < 0:
            self.channel.say(k="stop", why="OLE")
            os._exit(0)
        self.parts.append(str(text))
        return len(text)

    def take(self) -> str:
        text, self.parts = "".join(self.parts), []
        return text


class _Sources(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Modules whose source came over the channel."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def add(self, name: str, source: str) -> None:
        self.files[name] = source
        lines = source.splitlines(keepends=True)
        linecache.cache[f"{name}.py"] = (len(source), None, lines, f"{name}.py")

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        if name not in self.files:
            return None
        return importlib.util.spec_from_loader(name, self, origin=f"{name}.py")

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        module.__file__ = f"{name}.py"
        exec(compile(self.files[name], f"{name}.py", "exec", dont_inherit=True), module.__dict__)  # noqa: S102

    def trace(self, error: BaseException) -> list[str]:
        """The lines of these modules that an exception passed through: the first and the last ones."""
        lines = list(self._frames(error.__traceback__))
        if isinstance(error, SyntaxError) and error.filename and error.lineno:
            lines.append(f"{error.filename}:{error.lineno}: {(error.text or '').strip()[:200]}")
        return lines if len(lines) <= _LINES else [*lines[:3], "…", *lines[4 - _LINES :]]

    def _frames(self, trace: TracebackType | None) -> Iterator[str]:
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_filename.removesuffix(".py") in self.files:
                line = linecache.getline(code.co_filename, trace.tb_lineno).strip()[:200]
                yield f"{code.co_filename}:{trace.tb_lineno}, in {code.co_name}: {line}"
            trace = trace.tb_next


class _Missing(Exception):
    """A script names what the module does not define."""


def _text(value: object) -> str:
    try:
        return str(value)[:_TEXT]
    except BaseException as error:
        return f"<the message could not be read: {type(error).__name__}>"


def _look_up(target: str, bound: Mapping[str, Any], module: ModuleType) -> Any:
    first, *rest = target.split(".")
    try:
        value = bound[first] if first in bound else vars(module)[first]
    except KeyError:
        raise _Missing(f"{module.__name__}.py does not define {first!r}") from None
    for name in rest:
        try:
            value = getattr(value, name)
        except AttributeError as error:
            if error.obj is not value:
                raise
            raise _Missing(f"{first!r} has no attribute {name!r}") from None
    return value


class Harness:
    """One child's life: `serve` until the channel closes. `space` is the address space in bytes it was born with."""

    def __init__(self, fd: int, space: int) -> None:
        self.space = space
        self.channel = _Channel(fd)
        self.printed = _Printed(self.channel)
        self.sources = _Sources()

    def take_over(self) -> None:
        """Make printing, reading and importing this harness's business."""
        sys.stdout = sys.stderr = self.printed
        sys.stdin = io.StringIO()
        sys.meta_path.insert(0, self.sources)

    def rehearse(self) -> None:
        """Answer a small script of our own, while parked: it takes the page faults that a submission would pay for."""
        numpy = sys.modules.get("numpy")
        self.sources.add(_REHEARSAL, _PLAIN_PART if numpy is None else _ARRAY_PART)
        values = [1, 0.5, "a", [1, 2], *([] if numpy is None else [numpy.ones((2, 2))])]
        encoder = Encoder(strict=True)
        self.channel.unread += encoder.frame({"ops": [encoder.value(values)]})
        header, blob = self.channel.read()
        args = Decoder(blob, rich=True).value(header["ops"][0])
        for _ in range(_TAKES):
            self._script(0, _REHEARSAL, False, [("call", "echo", args, None, None)])
        self._script(0, _REHEARSAL, False, [("call", "absent", [], None, None)])
        _seed(0)
        del sys.modules[_REHEARSAL], self.sources.files[_REHEARSAL], linecache.cache[f"{_REHEARSAL}.py"]

    def serve(self) -> None:
        """Answer frames until the supervisor hangs up."""
        while True:
            header, blob = self.channel.read()
            try:
                if header["k"] == "load":
                    self._load(header)
                elif header["k"] == "run":
                    self._run(header, blob)
                else:
                    self.channel.say(k="end", n=header["n"])
            except MemoryError:
                self.channel.say(k="stop", why="MLE")
                os._exit(0)

    def _load(self, header: Any) -> None:
        self.printed.left = header["output"]
        lower(resource.RLIMIT_AS, self.space + header["memory"])
        lower(resource.RLIMIT_CPU, header["cpu"] + int(time.process_time()))
        _seed(header["seed"])
        for name, source in header["sources"].items():
            self.sources.add(name, source)
        raised = None
        try:
            importlib.import_module(header["name"])
        except BaseException as error:
            raised = self._raised(error)
        self.printed.take()
        self.channel.say(k="loaded", raised=raised)

    def _run(self, header: Any, blob: bytes) -> None:
        decoder = Decoder(blob, rich=True)
        for offset, ops in enumerate(header["scripts"]):
            decoded = [(kind, target, decoder.value(a), decoder.value(k), bind) for kind, target, a, k, bind in ops]
            self.channel.write(self._script(header["n"] + offset, header["module"], header["mutates"], decoded))

    def _script(self, number: int, module: str, mutates: bool, ops: list[Any]) -> bytes:
        """Perform one script; the frame with its outcomes."""
        encoder = Encoder(strict=False)
        bound: dict[str, Any] = {}
        outs: list[Any] = []
        for kind, target, args, kwargs, bind in ops:
            value, raised = None, None
            try:
                found = _look_up(target, bound, importlib.import_module(module))
                value = _perform(kind, found, args, kwargs or {})
                if bind is not None:
                    bound[bind], value = value, None
            except BaseException as error:
                raised = self._raised(error)
            node = encoder.value(value)
            after = encoder.value(tuple(args)) if mutates else None
            outs.append([node, raised, after, self.printed.take()])
            if raised is not None:
                break
        return encoder.frame({"k": "out", "n": number, "outs": outs})

    def _raised(self, error: BaseException) -> list[Any]:
        name = MISSING if type(error) is _Missing else type(error).__name__[:100]
        memory = isinstance(error, MemoryError)
        return [name, _text(error), [] if name == MISSING else self.sources.trace(error), memory]


def _perform(kind: str, found: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    if kind == "get":
        return found
    if kind == "take":
        return list(islice(found, args[0]))
    return found(*args, **kwargs)


def prepare(config: Mapping[str, Any]) -> None:
    """Load what the profile offers and warm it up. Afterwards the packages' folder is off the path: what a profile does not
    offer is then simply not found, instead of found and refused."""
    before = list(sys.path)
    sys.path.extend(config["path"])
    for name in config["imports"]:
        importlib.import_module(name)
    exec(config["warm"], {})  # noqa: S102  # our own text, see profiles.py
    sys.path[:] = before
    for path in config["path"]:
        sys.path_importer_cache.pop(path, None)


def practise() -> None:
    """Rehearse often, in the zygote: the interpreter adapts our code to what it does, which children would otherwise do one by
    one, each copying the pages it changes."""
    kept = sys.stdout, sys.stderr, sys.stdin, list(sys.meta_path)
    harness = Harness(-1, 0)
    harness.take_over()
    for _ in range(_PRACTICE):
        harness.rehearse()
    sys.stdout, sys.stderr, sys.stdin, sys.meta_path[:] = kept


def lower(kind: int, value: int) -> None:
    """Lower a resource limit, soft and hard; never raises an existing hard limit."""
    _, hard = resource.getrlimit(kind)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def _seed(seed: int) -> None:
    random.seed(seed)
    if (numpy := sys.modules.get("numpy")) is not None:
        numpy.random.seed(seed % (1 << 32))
    if (torch := sys.modules.get("torch")) is not None:
        torch.manual_seed(seed)
