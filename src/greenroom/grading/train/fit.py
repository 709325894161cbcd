"""Train the joiner on pairs. Deterministic on one thread for one version of torch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

import torch
from torch import nn

from greenroom.grading.entail import LABELS, stacked
from greenroom.grading.reader import Reader, Reading

from .dataset import Pair
from .network import Joiner

BATCH, WARMUP, REPORT = 32, 0.06, 50
RATE, HEAD_RATE = 1e-4, 1e-3
"""Of the layers that come with weights, and of what starts from nothing."""
Say = Callable[[str], None]
Readings = Mapping[str, Reading]


def read_all(pairs: Sequence[Pair], reader: Reader, say: Say) -> Readings:
    """Every text of the pairs, read once."""
    texts = sorted({t for p in pairs for t in (p.premise, p.hypothesis)}, key=len)
    found: dict[str, Reading] = {}
    for begin in range(0, len(texts), 512):
        found.update(zip(texts[begin : begin + 512], reader.read(texts[begin : begin + 512]), strict=True))
        say(f"read {len(found)} of {len(texts)} texts")
    return found


def fit(
    net: Joiner, pairs: Sequence[Pair], readings: Readings, *, epochs: int, seed: int, most_seconds: float, say: Say
) -> None:
    """Train for `epochs`, or until `most_seconds` of wall time are used up (the rate falls to zero either way)."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = Random(seed)
    known = list(net.layers.parameters())
    new = [p for p in net.parameters() if all(p is not k for k in known)]
    optimiser = torch.optim.AdamW(
        [{"params": known, "top": RATE}, {"params": new, "top": HEAD_RATE}], weight_decay=0.02
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    total, step, began = epochs * -(-len(pairs) // BATCH), 0, time.monotonic()
    net.train()
    running = 0.0
    for _ in range(epochs):
        for batch in _batches(pairs, rng):
            done = max(step / total, (time.monotonic() - began) / most_seconds)
            if done >= 1:
                return
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(1.0, step / (WARMUP * total), (1 - done) / (1 - WARMUP))
            with torch.autocast("cpu", torch.bfloat16):
                logits = net(*inputs(batch, readings))
            loss = loss_of(logits.float(), torch.tensor([LABELS.index(p.label) for p in batch]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            running += loss.item()
            if step % REPORT == 0:
                say(f"step {step}: loss {running / REPORT:.3f}, {time.monotonic() - began:.0f} s")
                running = 0.0


def _batches(pairs: Sequence[Pair], rng: Random) -> Iterator[list[Pair]]:
    """Batches of pairs of like length, in a random order."""
    order = list(pairs)
    rng.shuffle(order)
    batches = []
    for begin in range(0, len(order), 20 * BATCH):
        block = sorted(order[begin : begin + 20 * BATCH], key=lambda p: len(p.premise) + len(p.hypothesis))
        batches += [block[i : i + BATCH] for i in range(0, len(block), BATCH)]
    rng.shuffle(batches)
    yield from batches


def inputs(batch: Sequence[Pair], readings: Readings) -> tuple[torch.Tensor, ...]:
    """The joiner's four inputs."""
    clause, clause_ids = stacked([readings[p.premise] for p in batch])
    claim, claim_ids = stacked([readings[p.hypothesis] for p in batch])
    return tuple(torch.from_numpy(x) for x in (clause, claim, clause_ids, claim_ids))
