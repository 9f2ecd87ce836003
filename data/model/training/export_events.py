"""Joins the trained events' part to the int8 file: its own nodes are appended, all that was there stays as it was.

Adds to labels.json what the trigger scores' columns mean.
"""
from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from encode import Encoder, collate
from event_head import TYPES, WIDTH, EventHead
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from sentence import Sentence
from torch import Tensor, nn
from train_events import STATES

PREFIX = "event/"
SHARED = ("mask", "first", "last", "wf")
OUTPUTS = ("trigger", "party")


class Exported(nn.Module):
    """The head with probabilities for logits."""

    def __init__(self, head: EventHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        triggers, parties = self.head(*inputs)
        return torch.sigmoid(triggers), torch.sigmoid(parties)


def export(head: EventHead, path: Path) -> None:
    batch = collate([Encoder().encode(Sentence(id="", words="Ruritania 's envoys met rebels .".split()))])
    states = [torch.randn(1, batch["ids"].shape[1], WIDTH) for _ in STATES]
    axes = {name: {0: "B", 1: "T"} for name in ("low", "high", "mask")}
    axes |= {name: {0: "B", 1: "W"} for name in ("first", "last", "wf", "trigger")}
    axes |= {"party": {0: "B", 2: "W", 3: "W"}}
    torch.onnx.export(
        Exported(head).eval(),
        (*states, *(batch[name] for name in SHARED)),
        str(path),
        input_names=["low", "high", *SHARED],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        do_constant_folding=True,
    )


def join(reader: onnx.ModelProto, part: onnx.ModelProto) -> None:
    """Appends the part's nodes, its names prefixed but for what both share."""
    kept = dict(zip(("low", "high"), STATES)) | {name: name for name in (*SHARED, *OUTPUTS, "")}

    def renamed(name: str) -> str:
        return kept.get(name, PREFIX + name)

    for node in part.graph.node:
        node.name = PREFIX + node.name
        node.input[:] = map(renamed, node.input)
        node.output[:] = map(renamed, node.output)
    for weight in part.graph.initializer:
        weight.name = renamed(weight.name)
    reader.graph.node.extend(part.graph.node)
    reader.graph.initializer.extend(part.graph.initializer)
    reader.graph.output.extend(part.graph.output)
    onnx.checker.check_model(reader)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("head", type=Path, help="what train_events.py saves")
    parser.add_argument("reader", type=Path, help="the int8 file without the events' part")
    parser.add_argument("labels", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    head = EventHead()
    head.load_state_dict(torch.load(options.head, map_location="cpu"))
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "int8.onnx"
        export(head, full)
        quantize_dynamic(
            full,
            small,
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        reader = onnx.load(options.reader)
        join(reader, onnx.load(small))
    onnx.save(reader, options.out)
    labels = json.loads(options.labels.read_text())
    labels["event"] = list(TYPES)
    options.labels.write_text(json.dumps(labels))


if __name__ == "__main__":
    main()
