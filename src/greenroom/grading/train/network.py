"""The two networks in plain torch: the reader (all-MiniLM-L6-v2, frozen) and the joiner that is trained on top of it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
EPS = 1e-12
DROPOUT = 0.1
"""Of what the joiner's layers add, in training."""
MIDDLE = 3
"""The layer whose states are kept beside the last: it still knows which word stands where."""


class Layer(nn.Module):
    """One post-norm Transformer block, with `dropout` of what it adds."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.dropped = nn.Dropout(dropout)
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_output = nn.LayerNorm(WIDTH, eps=EPS), nn.LayerNorm(WIDTH, eps=EPS)

    def forward(self, x: Tensor, blocked: Tensor) -> Tensor:
        """x: (batch, length, width); blocked: (batch, 1, 1, length), 0 or a large negative number."""
        batch, length, _ = x.shape
        q, k, v = (
            f(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + blocked
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.dropped(self.out(mixed)))
        return self.norm_output(x + self.dropped(self.outer(nn.functional.gelu(self.inner(x)))))


class Reader(nn.Module):
    """Token ids → states of the `middle` and the last layer, side by side."""

    def __init__(self, vocabulary: int = VOCABULARY, layers: int = LAYERS, middle: int = MIDDLE) -> None:
        super().__init__()
        self.words, self.places, self.kinds = (
            nn.Embedding(vocabulary, WIDTH),
            nn.Embedding(POSITIONS, WIDTH),
            nn.Embedding(2, WIDTH),
        )
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.middle = middle

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Both (batch, length) of integers; returns (batch, length, 2 · WIDTH)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.norm(self.words(input_ids) + self.places(places) + self.kinds.weight[0])
        blocked = (1.0 - attention_mask.to(x.dtype))[:, None, None, :] * -1e4
        middle = x
        for number, layer in enumerate(self.layers, start=1):
            x = layer(x, blocked)
            middle = x if number == self.middle else middle
        return torch.cat([middle, x], dim=2)


class Joiner(nn.Module):
    """(middle states of a clause, of a claim) → logits of states, contradicts, neither.

    The reader's lower half reads each text alone, once; a copy of its upper half then reads the two side by side, so that every
    word of one attends to every word of the other (decomposed Transformer, Cao et al. 2020). Word pieces that stand on both
    sides are marked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Parameter(torch.zeros(WIDTH))
        self.sides = nn.Parameter(torch.zeros(2, WIDTH))
        self.found = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.ModuleList(Layer(DROPOUT) for _ in range(LAYERS - MIDDLE))
        self.decide = nn.Sequential(nn.Dropout(0.1), nn.Linear(3 * WIDTH, 3))

    def forward(self, clause: Tensor, claim: Tensor, clause_ids: Tensor, claim_ids: Tensor) -> Tensor:
        """States (batch, length, WIDTH), ids (batch, length) with 0 for padding; returns (batch, 3)."""
        same = (clause_ids[:, :, None] == claim_ids[:, None, :]).to(clause.dtype) * (clause_ids > 0)[:, :, None]
        here = clause + self.sides[0] + same.amax(2)[:, :, None] * self.found
        there = claim + self.sides[1] + same.amax(1)[:, :, None] * self.found
        x = torch.cat([self.first.expand(clause.shape[0], 1, WIDTH), here, there], dim=1)
        left, right = (clause_ids > 0).to(x.dtype), (claim_ids > 0).to(x.dtype)
        mask = torch.cat([torch.ones_like(left[:, :1]), left, right], dim=1)
        blocked = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, blocked)
        length = clause.shape[1]
        means = [_mean(x[:, 1 : 1 + length], left), _mean(x[:, 1 + length :], right)]
        return self.decide(torch.cat([x[:, 0], *means], dim=1))

    @classmethod
    def upon(cls, reader: Reader) -> Joiner:
        """Begin with the reader's upper half and its first state of an empty text."""
        net = cls()
        for ours, theirs in zip(net.layers, reader.layers[MIDDLE:], strict=True):
            ours.load_state_dict(theirs.state_dict())
        opening = torch.tensor([[101, 102]])
        with torch.no_grad():
            net.first.copy_(reader(opening, torch.ones_like(opening))[0, 0, :WIDTH])
        return net


def _mean(x: Tensor, mask: Tensor) -> Tensor:
    """The mean over the unmasked positions: (batch, length, n), (batch, length) → (batch, n)."""
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)


def pretrained(weights: Path) -> Reader:
    """The reader with the weights of all-MiniLM-L6-v2 (`model.safetensors`). Raises KeyError or RuntimeError for another model."""
    tensors = read_safetensors(weights)
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    inside = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm", "inner": "intermediate.dense",
        "outer": "output.dense", "norm_output": "output.LayerNorm",
    }  # fmt: skip
    for i in range(LAYERS):
        for ours, theirs in inside.items():
            for part in ("weight", "bias"):
                names[f"layers.{i}.{ours}.{part}"] = f"encoder.layer.{i}.{theirs}.{part}"
    net = Reader()
    net.load_state_dict({ours: tensors[theirs] for ours, theirs in names.items()})
    net.eval()
    return net


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """All float32 tensors of a safetensors file (a JSON header with offsets, then raw bytes)."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = (8 + size + o for o in entry["data_offsets"])
            tensors[name] = torch.from_numpy(np.frombuffer(data[begin:end], np.float32).reshape(entry["shape"]).copy())
    return tensors
