"""One session: load, run, and what a silence, a strange word or a death means."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from greenroom.judge.answers import Lost, meaning, outcomes_of, raised, script_frames
from greenroom.judge.channel import Channel, Clock, Stopped
from greenroom.judge.nursery import Child
from greenroom.judge.session import JudgeError, Limits, RunResult, Stop
from greenroom.judge.types import Outcome, Raised, Script, Usage
from greenroom.judge.wire import Encoder, TooLarge, WireError

_RETRIES: Final = 2
_SOURCE_BYTES: Final = 1 << 20
_PARKING: Final = Limits(cpu_s=120, wall_s=120)
_CLOSED_BUT_ALIVE: Final = 0.2
_REPORT: Final = 2.0
_STOPS_SAID: Final[Mapping[str, Stop]] = {"OLE": "OLE", "MLE": "MLE"}

T = TypeVar("T")


class LiveSession:
    """The implementation of `greenroom.judge.session.Session`."""

    def __init__(self, take: Callable[[], Child], limits: Limits, seed: int) -> None:
        self._take = take
        self._limits = limits
        self._seed = seed
        self._load_frame = b""
        self._spent: Stopped | None = None
        self._lost = 0
        self._open()

    def load(
        self, source: str, *, filename: str = "solution.py", extra: Mapping[str, str] | None = None
    ) -> Raised | None:
        """See Session.load."""
        if self._load_frame:
            raise JudgeError("a session loads once: open another one")
        sources = {**(extra or {}), filename.removesuffix(".py"): source}
        for name, text in sources.items():
            if len(text) > _SOURCE_BYTES:
                self._spent = Stopped("RE", f"{name}.py is too long")
                return Raised(
                    "ValueError", f"{name}.py is longer than {_SOURCE_BYTES >> 20} MiB: send the program only"
                )
        self._load_frame = Encoder(strict=True).frame(
            {
                "k": "load",
                "name": filename.removesuffix(".py"),
                "sources": sources,
                "seed": self._seed,
                "output": self._limits.output_kb << 10,
                "memory": self._limits.memory_mb << 20,
                "cpu": int(self._limits.cpu_s) + 2,
            }
        )
        try:
            return self._until_done(self._load)
        except Stopped as stopped:
            self._spent = stopped
            return Raised(stopped.stop, str(stopped))

    def run(
        self,
        scripts: Sequence[Script],
        *,
        module: str = "solution",
        mutates: bool = False,
        on_result: Callable[[int, tuple[Outcome, ...]], None] | None = None,
    ) -> RunResult:
        """See Session.run."""
        if not self._load_frame:
            raise JudgeError("load a module before running scripts")
        frames = b"".join(script_frames(scripts, module, mutates))
        if self._spent is not None:
            return RunResult((), self._spent.stop, str(self._spent))
        run = _Run(frames, [len(script) for script in scripts], on_result)
        try:
            self._until_done(lambda: self._run(run), again=self._load)
        except Stopped as stopped:
            self._spent = stopped
        stop: Stop = "ok" if self._spent is None else self._spent.stop
        message = "" if self._spent is None else str(self._spent)
        return RunResult(tuple(run.outcomes), stop, message, run.usage, tuple(run.cpu_s))

    def close(self) -> None:
        """Kill the child."""
        self._child.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---- one child after another -------------------------------------------------------------------------------

    def _open(self) -> None:
        self._child = self._take()
        self._clock = Clock(self._limits)
        self._channel = Channel(self._child, self._clock)
        self._greeted = False

    def _until_done(self, work: Callable[[], T], again: Callable[[], object] | None = None) -> T:
        """Do the work; when the child is lost, take another, do `again`, and the work from its start."""
        pending = again is None
        while True:
            try:
                if not pending and again is not None and self._lost and not self._greeted:
                    self._guarded(again)
                return self._guarded(work)
            except Lost:
                self._lost += 1
                pending = False
                self._child.close()
                if self._lost > _RETRIES:
                    raise Stopped("IE") from None
                self._open()

    def _guarded(self, work: Callable[[], T]) -> T:
        """Do the work and turn whatever the child did to us into Stopped or Lost. Time counts only in here."""
        try:
            self._greet()
            self._clock.start()
            return work()
        except TooLarge as error:
            self._child.kill()
            raise Stopped("OLE", str(error)) from None
        except WireError as error:
            self._child.kill()
            raise Stopped("PE", f"the program sent the judge something else than an answer: {error}") from None
        except EOFError:
            raise self._why_gone() from None
        except Stopped:
            self._child.kill()
            raise
        finally:
            self._clock.stop()

    def _greet(self) -> None:
        """Wait until the child is parked, on the judge's time; only then does the session's clock apply."""
        if self._greeted:
            return
        parking = Clock(_PARKING)
        parking.start()
        self._channel.clock = parking
        try:
            header, _ = self._channel.receive()
        except Stopped:
            raise JudgeError(f"a child was not ready within {_PARKING.wall:g} s") from None
        if header["k"] != "ready":
            raise JudgeError(f"a child could not be walled in, so nothing was run: {header.get('message', '')}")
        self._channel.clock = self._clock
        self._clock.born_with = self._child.cpu()
        self._greeted = True

    def _why_gone(self) -> Exception:
        """The child hung up: what its death says."""
        if not self._child.gone(_CLOSED_BUT_ALIVE):
            self._child.kill()
            return Stopped("PE", "the program closed its channel to the judge")
        death = self._child.death(_REPORT)
        return Lost() if death is None else meaning(death, self._limits.cpu_s + self._clock.born_with)

    # ---- what is said to a child -------------------------------------------------------------------------------

    def _load(self) -> Raised | None:
        self._channel.send(self._load_frame)
        header, _ = self._answer("loaded")
        return raised(header.get("raised"))

    def _run(self, run: _Run) -> None:
        nonce = secrets.randbits(60)
        run.begin(self._child.cpu())
        try:
            self._channel.send(run.frames + Encoder(strict=True).frame({"k": "end", "n": nonce}))
            for index, ops in enumerate(run.ops):
                header, blob = self._answer("out")
                run.add(index, outcomes_of(header, blob, index, ops), self._child.cpu())
                if any(
                    outcome.raised is not None and outcome.raised.type == "MemoryError" for outcome in run.outcomes[-1]
                ):
                    raise Stopped("MLE")
            header, _ = self._answer("end")
            if header.get("n") != nonce:
                raise WireError("the end of the run was forged")
        finally:
            run.finish(self._child)

    def _answer(self, kind: str) -> tuple[dict[str, Any], bytes]:
        header, blob = self._channel.receive()
        if type(header) is not dict:
            raise WireError("a header that is no object")
        if header.get("k") == "stop" and header.get("why") in _STOPS_SAID:
            raise Stopped(_STOPS_SAID[header["why"]])
        if header.get("k") != kind:
            raise WireError("an answer out of turn")
        return header, blob


class _Run:
    """A run in progress: what was sent, what came back, what it cost."""

    def __init__(
        self, frames: bytes, ops: list[int], on_result: Callable[[int, tuple[Outcome, ...]], None] | None
    ) -> None:
        self.frames = frames
        self.ops = ops
        self.outcomes: list[tuple[Outcome, ...]] = []
        self.cpu_s: list[float] = []
        self.usage = Usage()
        self._on_result = on_result
        self._told = 0
        self._cpu = self._cpu_before = self._started = 0.0

    def begin(self, cpu: float) -> None:
        """Start, or start again on another child."""
        self.outcomes.clear()
        self.cpu_s.clear()
        self._cpu = self._cpu_before = cpu
        self._started = time.perf_counter()

    def add(self, index: int, outcomes: tuple[Outcome, ...], cpu: float) -> None:
        """One script's answers. A caller is told of each index once."""
        self.outcomes.append(outcomes)
        self.cpu_s.append(max(0.0, cpu - self._cpu))
        self._cpu = cpu
        if self._on_result is not None and index == self._told:
            self._told += 1
            self._on_result(index, outcomes)

    def finish(self, child: Child) -> None:
        """Measure, while the child still lives if it does."""
        wall = time.perf_counter() - self._started
        self.usage = Usage(max(0.0, child.cpu() - self._cpu_before), wall, child.peak_mb())
