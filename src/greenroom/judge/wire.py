"""How values cross between the supervisor and a child: JSON for the structure, raw little-endian bytes for the bulk.

A frame is two little-endian u32 (lengths of header and blob), a JSON header and a blob. Values are encoded by their exact type
(a subclass is opaque, whatever it claims to be); the decoder trusts nothing: it bounds size and depth, allow-lists dtypes,
checks every count, and builds plain values only. No pickle, no eval.

JSON scalars and arrays stand for themselves (None, bool, int, float, str, list); everything else is an object with one key:
  t tuple · s set · f frozenset · d dict as [key, value, …] · i integer in hex beyond 64 bits · c complex · b bytes
  F, I lists of floats, of integers, packed · a array [dtype, shape] · n NumPy scalar · p pandas · T tensor · o opaque
"""

from __future__ import annotations

import json
import math
import re
import struct
import sys
from array import array
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from greenroom.judge.session import Frame, Tensor
from greenroom.judge.tables import from_frame, from_series, to_pandas
from greenroom.judge.types import Opaque

HEAD = struct.Struct("<II")
MAX_DEPTH = 64
MAX_HEADER = 24 << 20
MEMORY_BUDGET = 64 << 20
"""What a decoded header may cost in bytes, estimated before it is parsed."""

_to_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_PLAIN = frozenset({type(None), bool, int, float, str})
_PACK_FROM = 32
_WORD = 1 << 63
_SAME_HASH = 64
_DTYPE = re.compile(
    r"\|b1|\|[iu]1|<[iu][248]|<f[248]|<c(?:8|16)|\|S[1-9]\d{0,8}|<U[1-9]\d{0,8}"
    r"|<[mM]8(?:\[\d{0,9}(?:Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?"
)

if sys.byteorder != "little":  # pragma: no cover
    raise ImportError("the wire is little-endian, and so must the machine be")


class WireError(ValueError):
    """Bytes that are not a well-formed, bounded frame."""


class TooLarge(WireError):
    """A header that would cost more memory than its budget, well-formed or not."""


class CannotCross(TypeError):
    """A value of a type that the wire does not carry."""


# ---- encoding ----------------------------------------------------------------------------------------------------


class Encoder:
    """Encodes the values of one frame. `strict` raises CannotCross; otherwise what cannot cross becomes opaque.
    `size` grows with what was encoded, about a byte a byte."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.blob: list[bytes] = []
        self.size = 0

    def value(self, value: Any, depth: int = 0) -> Any:
        """The JSON node for a value."""
        kind = type(value)
        if kind in _PLAIN:
            return value if kind is not int or -_WORD <= value < _WORD else {"i": hex(value)}
        if depth >= MAX_DEPTH:
            return self._opaque(f"{kind.__name__} nested more than {MAX_DEPTH} deep")
        if kind is list:
            return self._list(value, depth)
        if kind is tuple:
            return {"t": self._items(value, depth)}
        if kind is dict:
            return {"d": self._items([part for pair in value.items() for part in pair], depth)}
        if kind is set or kind is frozenset:
            return {"s" if kind is set else "f": self._items(list(value), depth)}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        if kind is bytes:
            return {"b": self._bytes(value)}
        return self._library(value, kind, depth)

    def frame(self, header: Any) -> bytes:
        """The whole frame, once its values are encoded. NaN and infinities travel as Python's JSON names."""
        text = _to_json(header).encode("ascii")
        blob = b"".join(self.blob)
        return HEAD.pack(len(text), len(blob)) + text + blob

    def _items(self, values: list[Any] | tuple[Any, ...], depth: int) -> list[Any]:
        self.size += 32 * len(values)
        kinds = set(map(type, values))
        if kinds <= _PLAIN and (int not in kinds or not _has_long(values)):
            return list(values)
        return [self.value(item, depth + 1) for item in values]

    def _list(self, values: list[Any], depth: int) -> Any:
        if len(values) >= _PACK_FROM:
            kinds = set(map(type, values))
            code = "d" if kinds == {float} else "q" if kinds == {int} else ""
            if code and not (code == "q" and _has_long(values)):
                self._bytes(array(code, values).tobytes())
                return {"F" if code == "d" else "I": len(values)}
        return self._items(values, depth)

    def _bytes(self, value: bytes) -> int:
        self.blob.append(value)
        self.size += len(value)
        return len(value)

    def _opaque(self, name: str) -> dict[str, str]:
        if self.strict:
            raise CannotCross(f"a value of type {name} cannot cross to the judged process")
        return {"o": name[:200]}

    def _library(self, value: Any, kind: type, depth: int) -> Any:
        if kind is Opaque:
            return {"o": value.type}
        if kind is Frame:
            return self._frame(value, depth)
        if kind is Tensor:
            return {"T": self._array(value.array)}
        if (numpy := sys.modules.get("numpy")) is not None:
            if kind is numpy.ndarray:
                return self._array(value)
            if isinstance(value, numpy.generic) and kind is value.dtype.type:
                node = self._array(numpy.array([value]))
                return {"n": node["a"][0]} if "a" in node else node
        if (pandas := sys.modules.get("pandas")) is not None:
            if kind is pandas.DataFrame:
                return self._frame(from_frame(value), depth)
            if kind is pandas.Series:
                return self._frame(from_series(value), depth)
        if (torch := sys.modules.get("torch")) is not None and kind in (torch.Tensor, torch.nn.Parameter):
            return self._tensor(value)
        return self._opaque(
            f"{kind.__module__}.{kind.__qualname__}" if kind.__module__ != "builtins" else kind.__name__
        )

    def _array(self, value: Any) -> Any:
        dtype = value.dtype if value.dtype.str[0] != ">" else value.dtype.newbyteorder("<")
        if not _known(dtype.str):
            return self._opaque(f"numpy.ndarray of {str(value.dtype)[:80]}")
        self._bytes((value if dtype is value.dtype else value.astype(dtype)).tobytes())
        return {"a": [dtype.str, list(value.shape)]}

    def _frame(self, frame: Frame, depth: int) -> Any:
        parts = (frame.kind, list(frame.names), list(frame.columns), frame.index)
        return {"p": [self.value(part, depth + 1) for part in parts]}

    def _tensor(self, tensor: Any) -> Any:
        try:
            return {"T": self._array(tensor.detach().cpu().numpy())}
        except (TypeError, RuntimeError):
            return self._opaque(f"torch.Tensor of {tensor.dtype}")


@lru_cache(maxsize=256)
def _known(dtype: str) -> bool:
    """Whether a dtype's name is one that may cross."""
    return _DTYPE.fullmatch(dtype) is not None


def _has_long(values: list[Any] | tuple[Any, ...]) -> bool:
    """Whether an integer among plain values needs more than 64 bits."""
    return any(type(item) is int and not -_WORD <= item < _WORD for item in values)


# ---- decoding ----------------------------------------------------------------------------------------------------


def header_of(text: bytes) -> Any:
    """Parse a frame's header within the memory budget. Raises WireError."""
    cost = len(text) + 120 * text.count(b"[") + 320 * text.count(b"{") + 36 * text.count(b",")
    if len(text) > MAX_HEADER or cost > MEMORY_BUDGET:
        raise TooLarge("the answer has too many parts")
    try:
        return json.loads(text.decode("ascii"))
    except (ValueError, RecursionError, MemoryError) as error:
        raise WireError(f"the header is not JSON: {type(error).__name__}") from None


class Decoder:
    """Decodes the values of one frame. `rich` rebuilds pandas objects and tensors (in a child); a supervisor keeps Frame
    and Tensor."""

    def __init__(self, blob: bytes, *, rich: bool = False) -> None:
        self.blob = blob
        self.at = 0
        self.rich = rich

    def value(self, node: Any) -> Any:
        """The value a node stands for. Raises WireError for anything that the encoder would not have written."""
        try:
            return self._value(node, 0)
        except WireError:
            raise
        except (ValueError, TypeError, OverflowError, KeyError, RecursionError, MemoryError) as error:
            raise WireError(f"a malformed value: {type(error).__name__}") from None

    def end(self) -> None:
        """Check that the blob was used up."""
        if self.at != len(self.blob):
            raise WireError("bytes are left over")

    def _value(self, node: Any, depth: int) -> Any:
        kind = type(node)
        if kind is int and not -_WORD <= node < _WORD:
            raise WireError("an integer is too long for its form")
        if kind in _PLAIN:
            return node
        if depth > MAX_DEPTH:
            raise WireError("values are nested too deeply")
        if kind is list:
            return self._items(node, depth)
        if kind is not dict or len(node) != 1:
            raise WireError("an unknown form of value")
        ((tag, payload),) = node.items()
        if tag in _CONTAINERS:
            return _CONTAINERS[tag](self._items(_exact(payload, list), depth))
        if tag in _LEAVES:
            return _LEAVES[tag](self, payload)
        if tag == "p":
            return self._frame([self._value(part, depth + 1) for part in _exact(payload, list)])
        raise WireError("an unknown form of value")

    def _items(self, nodes: list[Any], depth: int) -> list[Any]:
        kinds = set(map(type, nodes))
        if kinds <= _PLAIN and not (int in kinds and _has_long(nodes)):
            return nodes
        return [self._value(item, depth + 1) for item in nodes]

    def _take(self, count: Any) -> bytes:
        end = self.at + _exact(count, int)
        if count < 0 or end > len(self.blob):
            raise WireError("the blob is too short")
        self.at, start = end, self.at
        return self.blob[start:end]

    def _packed(self, code: str, count: Any) -> list[Any]:
        values = array(code)
        values.frombytes(self._take(8 * _exact(count, int)))
        return values.tolist()

    def _array(self, payload: Any) -> Any:
        import numpy

        name, shape = _exact(payload, list)
        if not _known(_exact(name, str)) or not all(type(n) is int and n >= 0 for n in _exact(shape, list)):
            raise WireError("an array of an unknown kind")
        dtype = numpy.dtype(name)
        values = numpy.frombuffer(self._take(math.prod(shape) * dtype.itemsize), dtype=dtype)
        if dtype.kind == "b" and values.size and values.view(numpy.uint8).max() > 1:
            raise WireError("a truth value that is neither 0 nor 1")
        if dtype.kind == "U" and values.size and values.view(numpy.uint32).max() > sys.maxunicode:
            raise WireError("a character beyond Unicode")
        return values.reshape(shape).copy()

    def _scalar(self, name: Any) -> Any:
        return self._array([name, [1]])[0]

    def _frame(self, parts: list[Any]) -> Any:
        kind, names, columns, index = parts
        if kind not in ("DataFrame", "Series") or len(_exact(names, list)) != len(_exact(columns, list)):
            raise WireError("a malformed table")
        lengths = {len(c) for c in (*columns, *([] if index is None else [index]))}
        if len(lengths) > 1 or any(type(c) is not list and getattr(c, "ndim", 0) != 1 for c in columns):
            raise WireError("columns of different lengths")
        if kind == "Series" and len(columns) != 1:
            raise WireError("a series has one column")
        frame = Frame(kind, tuple(names), tuple(columns), index)
        return to_pandas(frame) if self.rich else frame

    def _tensor(self, payload: Any) -> Any:
        node = _exact(payload, dict)
        tensor = Tensor(self._array(node["a"]))
        if not self.rich:
            return tensor
        return sys.modules["torch"].from_numpy(tensor.array)


def _exact(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise WireError(f"expected {kind.__name__}")
    return value


def _bounded_hashes(keys: list[Any]) -> list[Any]:
    """Refuse keys made to collide: a dict of thousands of equal hashes takes the supervisor quadratic time."""
    if len(keys) > _SAME_HASH and max(Counter(map(hash, keys)).values()) > _SAME_HASH:
        raise WireError("too many equal hashes")
    return keys


def _dict(flat: list[Any]) -> dict[Any, Any]:
    keys = _bounded_hashes(flat[0::2])
    return dict(zip(keys, flat[1::2], strict=True))


def _long(text: Any) -> int:
    if not re.fullmatch(r"-?0x[0-9a-f]{16,1000000}", _exact(text, str)):
        raise WireError("a malformed integer")
    return int(text, 16)


def _complex(payload: Any) -> complex:
    real, imaginary = _exact(payload, list)
    return complex(_exact(real, float), _exact(imaginary, float))


_CONTAINERS: dict[str, Callable[[list[Any]], Any]] = {
    "t": tuple,
    "s": lambda items: set(_bounded_hashes(items)),
    "f": lambda items: frozenset(_bounded_hashes(items)),
    "d": _dict,
}
_LEAVES: dict[str, Callable[[Decoder, Any], Any]] = {
    "i": lambda _, payload: _long(payload),
    "c": lambda _, payload: _complex(payload),
    "b": lambda decoder, payload: decoder._take(payload),
    "F": lambda decoder, payload: decoder._packed("d", payload),
    "I": lambda decoder, payload: decoder._packed("q", payload),
    "a": lambda decoder, payload: decoder._array(payload),
    "n": lambda decoder, payload: decoder._scalar(payload),
    "T": lambda decoder, payload: decoder._tensor(payload),
    "o": lambda _, payload: Opaque(_exact(payload, str)[:200]),
}
