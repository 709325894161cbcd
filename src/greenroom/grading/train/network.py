"""A small BERT cross-encoder in plain torch: all-MiniLM-L6-v2's weights, a three-way head, and nothing else."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
EPS = 1e-12


class Layer(nn.Module):
    """One post-norm Transformer block."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_output = nn.LayerNorm(WIDTH, eps=EPS), nn.LayerNorm(WIDTH, eps=EPS)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, blocked: Tensor) -> Tensor:
        """x: (batch, length, width); blocked: (batch, 1, 1, length), 0 or a large negative number."""
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + blocked
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm_output(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class CrossEncoder(nn.Module):
    """(clause, claim) → logits of states, contradicts, neither."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places, self.kinds = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.hidden, self.head = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, 3)
        self.dropout = nn.Dropout(0.1)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """All inputs (batch, length) of integers; returns (batch, 3)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.norm(self.words(input_ids) + self.places(places) + self.kinds(token_type_ids))
        mask = attention_mask.to(x.dtype)
        blocked = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, blocked)
        mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(self.dropout(torch.tanh(self.hidden(self.dropout(torch.cat([x[:, 0], mean], dim=1))))))


def pretrained(weights: Path) -> CrossEncoder:
    """The network with all-MiniLM-L6-v2's encoder (`model.safetensors`) and a fresh head."""
    tensors = read_safetensors(weights)
    net = CrossEncoder()
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
    missing, unexpected = net.load_state_dict({ours: tensors[theirs] for ours, theirs in names.items()}, strict=False)
    if unexpected or any(not name.startswith(("hidden", "head")) for name in missing):
        raise ValueError(f"{weights} does not hold all-MiniLM-L6-v2: {missing} missing, {unexpected} unexpected")
    for frozen in (net.words, net.places, net.kinds):
        frozen.weight.requires_grad_(False)
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
