"""What is said to a child and what its answers mean: frames of scripts, outcomes, exceptions, and the cause of a death."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from typing import Any, Final

from greenroom.judge.channel import Stopped, clean
from greenroom.judge.nursery import Death
from greenroom.judge.types import Op, Outcome, Raised, Script
from greenroom.judge.wire import Decoder, Encoder, WireError

_FRAME_BYTES: Final = 1 << 17
_FRAME_SCRIPTS: Final = 32


class Lost(Exception):
    """Somebody outside killed the child or its zygote: the work is to be done again."""


def script_frames(scripts: Sequence[Script], module: str, mutates: bool) -> Iterator[bytes]:
    """The scripts in frames of bounded size: one frame for all would cost memory, one for each time."""
    first, encoder, batch = 0, Encoder(strict=True), []
    for index, script in enumerate(scripts):
        batch.append([_op(op, encoder) for op in script])
        if encoder.size > _FRAME_BYTES or len(batch) == _FRAME_SCRIPTS or index == len(scripts) - 1:
            yield encoder.frame({"k": "run", "n": first, "module": module, "mutates": mutates, "scripts": batch})
            first, encoder, batch = index + 1, Encoder(strict=True), []


def _op(op: Op, encoder: Encoder) -> list[Any]:
    kwargs = encoder.value(dict(op.kwargs)) if op.kwargs else None
    return [op.kind, op.target, encoder.value(list(op.args)), kwargs, op.bind]


def outcomes_of(header: dict[str, Any], blob: bytes, index: int, ops: int) -> tuple[Outcome, ...]:
    """One script's decoded outcomes, of `ops` operations. Raises WireError."""
    outs = header.get("outs")
    if type(header.get("n")) is not int or header["n"] != index or type(outs) is not list:
        raise WireError("an answer out of turn")
    decoder = Decoder(blob)
    outcomes = tuple(_outcome(out, decoder) for out in outs)
    decoder.end()
    complete = len(outcomes) == ops or (0 < len(outcomes) < ops and outcomes[-1].raised is not None)
    if not complete or any(outcome.raised for outcome in outcomes[:-1]):
        raise WireError("an answer with too few or too many parts")
    return outcomes


def _outcome(out: Any, decoder: Decoder) -> Outcome:
    if type(out) is not list or len(out) != 4 or type(out[3]) is not str:
        raise WireError("a malformed outcome")
    value = decoder.value(out[0])
    after = None if out[2] is None else decoder.value(out[2])
    if after is not None and type(after) is not tuple:
        raise WireError("malformed arguments")
    return Outcome(value, raised(out[1]), after, clean(out[3], len(out[3])) if out[3] else "")


def raised(parts: Any) -> Raised | None:
    """A decoded exception. Raises WireError."""
    if parts is None:
        return None
    if type(parts) is not list or len(parts) != 4 or type(parts[2]) is not list:
        raise WireError("a malformed exception")
    name, message, trace, memory = parts
    lines = tuple(clean(line, 400) for line in trace[:32])
    return Raised("MemoryError" if memory is True else clean(name, 100), clean(message, 2000), lines)


def meaning(death: Death, cpu_limit: float) -> Exception:
    """What a wait status says. A SIGKILL that is not ours came from outside, unless the limits explain it."""
    number = death.status & 0x7F
    if number == 0:
        return Stopped("RE", f"the program ended itself with exit code {death.status >> 8}")
    if number == signal.SIGSYS:
        return Stopped("SV")
    if number == signal.SIGXCPU or (number == signal.SIGKILL and death.cpu_s >= cpu_limit):
        return Stopped("TLE")
    if number == signal.SIGKILL:
        return Lost()
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    return Stopped("RE", f"the program crashed ({name})")
