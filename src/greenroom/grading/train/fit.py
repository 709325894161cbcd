"""Train the cross-encoder on pairs and export it as int8 ONNX. Deterministic on one thread for one version of torch."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ..encoder import padded, tokenizer
from ..entail import LABELS, LONGEST
from .dataset import Pair
from .network import CrossEncoder, pretrained

BATCH, RATE, WARMUP = 32, 8e-5, 0.06
Say = Callable[[str], None]


def fit(pairs: Sequence[Pair], weights: Path, *, epochs: int, seed: int, most_seconds: float, say: Say) -> CrossEncoder:
    """Train for `epochs`, or until `most_seconds` of wall time are used up (the rate falls to zero either way)."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    net, rng, read = pretrained(weights), Random(seed), tokenizer(LONGEST)
    trained = [p for p in net.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    total, step, began = epochs * (len(pairs) // BATCH), 0, time.monotonic()
    net.train()
    for epoch in range(epochs):
        for batch in _batches(pairs, rng):
            done = max(step / total, (time.monotonic() - began) / most_seconds)
            if done >= 1:
                return net
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1.0, step / (WARMUP * total), (1 - done) / (1 - WARMUP))
            loss = loss_of(net(*_inputs(batch, read)), torch.tensor([LABELS.index(p.label) for p in batch]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            step += 1
            if step % 50 == 0:
                say(f"epoch {epoch + 1}, step {step} of {total}, loss {loss.item():.3f}, {time.monotonic() - began:.0f} s")
    return net


def _batches(pairs: Sequence[Pair], rng: Random) -> Iterator[list[Pair]]:
    """Batches of pairs of like length, in a random order."""
    order = list(pairs)
    rng.shuffle(order)
    batches = []
    for begin in range(0, len(order), 40 * BATCH):
        block = sorted(order[begin : begin + 40 * BATCH], key=lambda p: len(p.premise) + len(p.hypothesis))
        batches += [block[i : i + BATCH] for i in range(0, len(block), BATCH)]
    rng.shuffle(batches)
    yield from batches


def _inputs(batch: Sequence[Pair], read: object) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    encoded = read.encode_batch([(p.premise, p.hypothesis) for p in batch])  # type: ignore[attr-defined]
    ids, mask = padded([e.ids for e in encoded])
    kinds, _ = padded([e.type_ids for e in encoded])
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(kinds)


def probabilities(net: CrossEncoder, pairs: Sequence[Pair]) -> NDArray[np.float32]:
    """Probabilities of LABELS, shape (len(pairs), 3), from the network before quantisation."""
    net.eval()
    read = tokenizer(LONGEST)
    with torch.no_grad():
        found = [net(*_inputs(pairs[i : i + 64], read)).softmax(-1).numpy() for i in range(0, len(pairs), 64)]
    return np.concatenate(found)


def export(net: CrossEncoder, target: Path) -> None:
    """Write the network as ONNX with int8 weights (dynamic quantisation, one scale a channel)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net.eval()
    ids = torch.ones(2, 16, dtype=torch.int64)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            net,
            (ids, ids, torch.zeros_like(ids)),
            str(plain),
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in names} | {"logits": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
