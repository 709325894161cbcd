"""Networks to ONNX, with int8 weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from .network import WIDTH, Joiner, Reader

OPSET = 17


def export_reader(net: Reader, target: Path) -> None:
    """Inputs input_ids, attention_mask; output states."""
    ids = torch.ones(2, 16, dtype=torch.int64)
    axes = {0: "batch", 1: "length"}
    _export(net, (ids, ids), target, {"input_ids": axes, "attention_mask": axes}, {"states": axes})


def export_joiner(net: Joiner, target: Path) -> None:
    """Inputs clause, claim, clause_ids, claim_ids; output logits."""
    clause, claim = torch.zeros(2, 12, WIDTH), torch.zeros(2, 9, WIDTH)
    ids = (torch.ones(2, 12, dtype=torch.int64), torch.ones(2, 9, dtype=torch.int64))
    left, right = {0: "batch", 1: "clause_length"}, {0: "batch", 1: "claim_length"}
    inputs = {"clause": left, "claim": right, "clause_ids": left, "claim_ids": right}
    _export(net, (clause, claim, *ids), target, inputs, {"logits": {0: "batch"}})


def _export(
    net: nn.Module,
    examples: tuple[Tensor, ...],
    target: Path,
    inputs: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
) -> None:
    """Trace, and store the weights of matrices as int8."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _write(net, examples, plain, inputs, outputs)
        quantize_dynamic(plain, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


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
