"""The two networks in plain torch: the reader (all-MiniLM-L6-v2, frozen) and the aligner that is trained on top of it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
EPS = 1e-12
MIDDLE = 3
"""The layer whose states are kept beside the last: it still knows which word stands where."""
SMALL = 128


class Layer(nn.Module):
    """One post-norm Transformer block."""

    def __init__(self) -> None:
        super().__init__()
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
        x = self.norm_attention(x + self.out(mixed))
        return self.norm_output(x + self.outer(nn.functional.gelu(self.inner(x))))


class Reader(nn.Module):
    """Token ids → states of the middle and the last layer, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places, self.kinds = (
            nn.Embedding(VOCABULARY, WIDTH),
            nn.Embedding(POSITIONS, WIDTH),
            nn.Embedding(2, WIDTH),
        )
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Both (batch, length) of integers; returns (batch, length, 2 · WIDTH)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.norm(self.words(input_ids) + self.places(places) + self.kinds.weight[0])
        blocked = (1.0 - attention_mask.to(x.dtype))[:, None, None, :] * -1e4
        middle = x
        for number, layer in enumerate(self.layers, start=1):
            x = layer(x, blocked)
            middle = x if number == MIDDLE else middle
        return torch.cat([middle, x], dim=2)


class Aligner(nn.Module):
    """(states of a clause, states of a claim) → logits of states, contradicts, neither.

    Decomposable attention (Parikh et al. 2016) on contextual vectors: each word is set beside what matches it on the other side,
    the differences are judged word by word, and the judgements pooled. Equal word pieces attract each other.
    """

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Sequential(nn.Linear(2 * WIDTH, SMALL), nn.LayerNorm(SMALL), nn.GELU())
        self.equal = nn.Parameter(torch.tensor(2.0))
        self.compare = nn.Sequential(
            nn.Linear(4 * SMALL + 1, SMALL), nn.GELU(), nn.Dropout(0.2), nn.Linear(SMALL, SMALL), nn.GELU()
        )
        self.decide = nn.Sequential(nn.Dropout(0.3), nn.Linear(8 * SMALL + 3, SMALL), nn.GELU(), nn.Linear(SMALL, 3))
        self.dropout = nn.Dropout(0.2)

    def forward(self, clause: Tensor, claim: Tensor, clause_ids: Tensor, claim_ids: Tensor) -> Tensor:
        """States (batch, length, 2 · WIDTH), ids (batch, length) with 0 for padding; returns (batch, 3)."""
        a, b = self.enter(self.dropout(clause)), self.enter(self.dropout(claim))
        here, there = (clause_ids > 0).to(a.dtype), (claim_ids > 0).to(a.dtype)
        same = (clause_ids[:, :, None] == claim_ids[:, None, :]).to(a.dtype) * here[:, :, None]
        scores = a @ b.transpose(1, 2) / SMALL**0.5 + self.equal * same
        to_claim = (scores + (there[:, None, :] - 1.0) * 1e4).softmax(2) @ b
        to_clause = (scores + (here[:, :, None] - 1.0) * 1e4).softmax(1).transpose(1, 2) @ a
        judged = [self._pool(a, to_claim, same.amax(2), here), self._pool(b, to_clause, same.amax(1), there)]
        means = [_mean(a, here), _mean(b, there)]
        whole = torch.cosine_similarity(_mean(clause[:, :, WIDTH:], here), _mean(claim[:, :, WIDTH:], there))[:, None]
        shared = [_mean(same.amax(2, keepdim=True), here), _mean(same.amax(1)[:, :, None], there)]
        return self.decide(
            torch.cat([*judged, (means[0] - means[1]).abs(), means[0] * means[1], whole, *shared], dim=1)
        )

    def _pool(self, own: Tensor, other: Tensor, found: Tensor, mask: Tensor) -> Tensor:
        each = (
            self.compare(torch.cat([own, other, own - other, own * other, found[:, :, None]], dim=2)) * mask[:, :, None]
        )
        ends = (each + (mask[:, :, None] - 1.0) * 1e4).amax(1)
        return torch.cat(
            [each.sum(1) / mask.sum(1, keepdim=True), ends, (each * (1 - found)[:, :, None]).sum(1) / 8.0], dim=1
        )


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
