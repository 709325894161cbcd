"""Networks to ONNX: the reader with int8 weights, the aligner (half a megabyte) as it is."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from .network import WIDTH, Aligner, Reader

OPSET = 17


def export_reader(net: Reader, target: Path) -> None:
    """Inputs input_ids, attention_mask; output states."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ids = torch.ones(2, 16, dtype=torch.int64)
    axes = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _write(net, (ids, ids), plain, {"input_ids": axes, "attention_mask": axes}, {"states": axes})
        quantize_dynamic(plain, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def export_aligner(net: Aligner, target: Path) -> None:
    """Inputs clause, claim, clause_ids, claim_ids; output logits."""
    clause, claim = torch.zeros(2, 12, 2 * WIDTH), torch.zeros(2, 9, 2 * WIDTH)
    ids = (torch.ones(2, 12, dtype=torch.int64), torch.ones(2, 9, dtype=torch.int64))
    left, right = {0: "batch", 1: "clause_length"}, {0: "batch", 1: "claim_length"}
    inputs = {"clause": left, "claim": right, "clause_ids": left, "claim_ids": right}
    _write(net, (clause, claim, *ids), target, inputs, {"logits": {0: "batch"}})


def _write(
    net: nn.Module,
    examples: tuple[Tensor, ...],
    target: Path,
    inputs: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
) -> None:
    net.eval()
    torch.onnx.export(
        net,
        examples,
        str(target),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=inputs | outputs,
        opset_version=OPSET,
        dynamo=False,
    )
