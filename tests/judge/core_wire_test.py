"""The wire: what is encoded comes back, and nothing a child can send breaks the decoder."""

from __future__ import annotations

import math
import random
import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.judge.session import Frame
from greenroom.judge.types import Opaque
from greenroom.judge.wire import HEAD, CannotCross, Decoder, Encoder, WireError, header_of

KEYS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.binary())
SCALARS = st.one_of(KEYS, st.complex_numbers(allow_nan=False), st.integers(-(2**200), 2**200))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.dictionaries(KEYS, inner),
        st.sets(KEYS),
        st.frozensets(KEYS),
        st.lists(st.floats(allow_nan=False), min_size=32, max_size=40),
        st.lists(st.integers(-(2**63), 2**63 - 1), min_size=32, max_size=40),
    ),
    max_leaves=30,
)
DTYPES = st.sampled_from(
    ["b1", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8", "c8", "c16", "S3", "U2", "M8[D]", "m8[ns]"]
)


def encoded(value: Any, *, strict: bool = True) -> bytes:
    encoder = Encoder(strict=strict)
    return encoder.frame({"v": encoder.value(value)})


def decoded(frame: bytes) -> Any:
    head, blob = HEAD.unpack_from(frame)
    header = header_of(frame[HEAD.size : HEAD.size + head])
    decoder = Decoder(frame[HEAD.size + head : HEAD.size + head + blob])
    if type(header) is not dict or "v" not in header:
        raise WireError("no value")
    value = decoder.value(header["v"])
    decoder.end()
    return value


def same(a: Any, b: Any) -> bool:
    """Equal, of the same types throughout, and with the same signs of zero."""
    if type(a) is not type(b):
        return False
    if type(a) in (list, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if type(a) is dict:
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a.items(), b.items(), strict=True))
    if type(a) is float:
        return a == b and math.copysign(1, a) == math.copysign(1, b)
    return bool(a == b)


@given(VALUES)
def test_values_come_back_as_they_were(value: Any) -> None:
    assert same(decoded(encoded(value)), value)


@given(DTYPES, st.lists(st.integers(0, 3), max_size=4), st.randoms(use_true_random=False))
def test_arrays_come_back_as_they_were(name: str, shape: list[int], rng: random.Random) -> None:
    dtype = np.dtype(name)
    count = math.prod(shape)
    array = np.array([rng.randrange(100) for _ in range(count)]).astype(dtype).reshape(shape)
    back = decoded(encoded(array))
    assert back.dtype == dtype
    assert back.shape == array.shape
    assert back.tobytes() == array.tobytes()
    assert back.flags.writeable
    if count:
        scalar = decoded(encoded(array.flat[0]))
        assert type(scalar) is type(array.flat[0])


def test_nan_and_infinities_cross() -> None:
    values = decoded(encoded([math.nan, math.inf, -math.inf]))
    assert math.isnan(values[0])
    assert values[1:] == [math.inf, -math.inf]


class Liar(int):
    pass


@pytest.mark.parametrize(
    "value",
    [
        Liar(1),
        object(),
        len,
        np.array([None]),
        np.ma.array([1]),
        np.zeros(1, "i4,i4"),
        type,
        np.longdouble(1),
        iter([]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_only_exact_types_cross(value: Any) -> None:
    assert type(decoded(encoded([value], strict=False))[0]) is Opaque
    with pytest.raises(CannotCross):
        encoded([value])


def test_a_value_without_end_becomes_opaque() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(CannotCross):
        encoded(loop)
    encoded(loop, strict=False)


def test_tables_cross_as_their_columns() -> None:
    import pandas as pd

    table = pd.DataFrame({"a": [1, 2], "b": ["x", None]}, index=[5, 6])
    frame = decoded(encoded(table))
    assert frame.kind == "DataFrame"
    assert frame.names == ("a", "b")
    assert frame.columns[1] == ["x", None]
    np.testing.assert_array_equal(frame.index, [5, 6])
    assert same(decoded(encoded(frame)).columns[1], frame.columns[1])
    head, _ = HEAD.unpack_from(encoded(table))
    raw = encoded(table)
    decoder = Decoder(raw[HEAD.size + head :], rich=True)
    pd.testing.assert_frame_equal(decoder.value(header_of(raw[HEAD.size : HEAD.size + head])["v"]), table)
    assert isinstance(decoded(encoded(table.a)), Frame)


HOSTILE = [
    b"[" * 2_000_000,
    b"{" * 2_000_000,
    b'{"v":' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"v":' + b"9" * 5000 + b"}",
    b'{"v":123456789012345678901234567890}',
    b'{"v":{"i":"0x1"}}',
    b'{"v":{"d":[1]}}',
    b'{"v":{"d":[[1],2]}}',
    b'{"v":{"s":[[1]]}}',
    b'{"v":{"b":-1}}',
    b'{"v":{"b":1000000000000}}',
    b'{"v":{"b":true}}',
    b'{"v":{"a":["|O8",[1]]}}',
    b'{"v":{"a":["<f8",[-1]]}}',
    b'{"v":{"a":["<f8",[4611686018427387904,0]]}}',
    b'{"v":{"a":["<f8",[4611686018427387904]]}}',
    b'{"v":{"a":["<U999999999",[9]]}}',
    b'{"v":{"a":["<f8",[%s]]}}' % b",".join([b"1"] * 70),
    b'{"v":{"F":-8}}',
    b'{"v":{"p":["DataFrame",["a"],[],null]}}',
    b'{"v":{"p":["Series",[],[],null]}}',
    b'{"v":{"T":{"b":1}}}',
    b'{"v":{"o":1}}',
    b'{"v":{"t":[],"s":[]}}',
    b'{"v":{"__reduce__":[]}}',
    b"\xff\xfe",
    b"",
    b"[]",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_malformed_headers_are_refused(text: bytes) -> None:
    with pytest.raises(WireError):
        decoded(HEAD.pack(len(text), 0) + text)


def test_bytes_that_numpy_would_choke_on_are_refused() -> None:
    for name, blob in (("|b1", b"\x02"), ("<U1", b"\xff\xff\xff\xff")):
        text = b'{"v":{"a":["%s",[1]]}}' % name.encode()
        with pytest.raises(WireError):
            decoded(HEAD.pack(len(text), len(blob)) + text + blob)


def test_colliding_keys_are_refused() -> None:
    prime = 2**61 - 1
    with pytest.raises(WireError, match="hashes"):
        decoded(encoded({k * prime for k in range(200)}))


def test_a_header_costs_no_more_than_its_budget() -> None:
    text = b'{"v":[' + b"[]," * 400_000 + b"[]]}"
    tracemalloc.start()
    try:
        value = decoded(HEAD.pack(len(text), 0) + text)
        assert len(value) == 400_001
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()
    text = text.replace(b"[],", b"[]," * 4)
    with pytest.raises(WireError, match="too many"):
        decoded(HEAD.pack(len(text), 0) + text)


def seeds() -> list[bytes]:
    values: list[Any] = [
        [1, 2.5, "x", None, True],
        {"a": (1, 2), (3, 4): {5, 6}},
        np.arange(4.0).reshape(2, 2),
        [np.float32(1), b"bytes", 2**80, 1j],
        list(range(40)),
        [0.5] * 40,
        Frame("DataFrame", ("a",), (np.arange(3),), None),
    ]
    return [encoded(value) for value in values]


def mutated(frame: bytes, rng: random.Random) -> bytes:
    out = bytearray(frame)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(out))
        choice = rng.randrange(5)
        if choice == 0:
            out[at] = rng.randrange(256)
        elif choice == 1:
            out[at : at + rng.randint(1, 8)] = b""
        elif choice == 2:
            out[at:at] = out[at : at + rng.randint(1, 16)]
        elif choice == 3:
            out[at] = rng.choice(b'0123456789[]{}",:-.etsfdicbFIanpTo')
        else:
            out[at:at] = bytes([rng.randrange(256)])
        if len(out) < HEAD.size:
            out += bytes(HEAD.size)
    return bytes(out)


def test_mutated_frames_never_crash_the_decoder() -> None:
    """Twenty thousand here; `python -m bench.judge fuzz` runs a million."""
    rng = random.Random(20261123)
    originals = seeds()
    for _ in range(20_000):
        frame = mutated(rng.choice(originals), rng)
        try:
            decoded(frame)
        except WireError:
            continue


@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_crash_the_decoder(data: bytes) -> None:
    try:
        decoded(HEAD.pack(len(data), 0) + data)
    except WireError:
        return
