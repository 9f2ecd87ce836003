"""Weights to ONNX, then to int8 with a scale for each channel (dynamic quantisation; activations per call)."""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from encode import INPUTS, Encoder, collate
from network import ARC, HEADS, LAYERS, NAME, RELATION, TAG, WIDTH, Reader
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from sentence import Sentence
from torch import Tensor, nn

OUTPUTS = ("arc", "lab", "tag", "ner")


class Exported(nn.Module):
    """The same function as Reader with fewer, larger products; relations of all pairs of words at once."""

    def __init__(self, m: Reader, root: int) -> None:
        super().__init__()
        self.m = m
        self.qkv = nn.ModuleList(nn.Linear(WIDTH, 3 * WIDTH) for _ in range(LAYERS))
        self.big = nn.Linear(m.mlp.in_features, m.mlp.out_features + TAG + NAME)
        scale = (WIDTH // HEADS) ** -0.5
        with torch.no_grad():
            for joined, layer in zip(self.qkv, m.layers):
                joined.weight.copy_(torch.cat([layer.q.weight * scale, layer.k.weight, layer.v.weight]))
                joined.bias.copy_(torch.cat([layer.q.bias * scale, layer.k.bias, layer.v.bias]))
            self.big.weight.copy_(torch.cat([m.mlp.weight, m.th.weight, m.nh.weight]))
            self.big.bias.copy_(torch.cat([m.mlp.bias, m.th.bias, m.nh.bias]))
        # No pair of words is "root": the decoder sets it where the head is 0.
        no_root = torch.zeros(m.relations)
        no_root[root] = -1e4
        self.register_buffer("no_root", no_root)

    def forward(
        self, ids: Tensor, mask: Tensor, ft: Tensor, first: Tensor, last: Tensor, wf: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        m, (batch, pieces) = self.m, ids.shape
        places = torch.cumsum(torch.ones_like(ids), 1) - 1
        x = m.en(m.we(ids) + m.pe(places) + m.te(ft))
        shut = (1.0 - mask.to(torch.float32))[:, None, None, :] * -10000.0
        for layer, qkv in zip(m.layers, self.qkv):
            z = qkv(x).view(batch, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
            attention = torch.softmax(torch.matmul(z[0], z[1].transpose(-1, -2)) + shut, -1)
            context = torch.matmul(attention, z[2]).transpose(1, 2).reshape(batch, pieces, WIDTH)
            x = layer.n1(x + layer.o(context))
            x = layer.n2(x + layer.f2(F.gelu(layer.f1(x))))

        def at(index: Tensor) -> Tensor:
            return torch.gather(x, 1, index[:, :, None].expand(-1, -1, WIDTH))

        word = torch.cat([at(first), at(last), m.se(wf)], -1)
        z = F.leaky_relu(self.big(word), 0.1)
        parts = z.split([ARC, ARC, RELATION, RELATION, TAG, NAME], -1)
        arc_dep, arc_head, dependents, heads, tag, name = parts
        # The last row of each weight stands for the constant 1 that Reader appends.
        arcs = torch.matmul(torch.matmul(arc_dep, m.arc[:-1]) + m.arc[-1], arc_head.transpose(1, 2))
        weight = m.lab.weight.view(m.relations, RELATION + 1, RELATION + 1)  # relation, head, dependent
        products = weight[:, :RELATION, :RELATION].reshape(m.relations * RELATION, RELATION)
        head_terms = weight[:, :RELATION, RELATION].reshape(m.relations * RELATION)
        weighted = F.linear(dependents, products, head_terms).view(batch, -1, RELATION)
        own = F.linear(dependents, weight[:, RELATION, :RELATION], weight[:, RELATION, RELATION]) + self.no_root
        words = dependents.shape[1]
        scores = torch.matmul(weighted, heads.transpose(1, 2)).view(batch, words, m.relations, words)
        relations = (scores + own[..., None]).argmax(2).to(torch.int32)
        return arcs, relations, m.tag(tag).argmax(-1).to(torch.int32), m.ner(name)


def load(weights: Path, labels: dict[str, list[str]]) -> Reader:
    """Weights as float32, whatever they are stored in."""
    model = Reader(len(labels["tag"]), len(labels["lab"]), len(labels["ner"]))
    stored = torch.load(weights, map_location="cpu")
    model.load_state_dict({name: value.float() for name, value in stored.items()})
    return model.eval()


def export(model: Reader, labels: dict[str, list[str]], path: Path) -> None:
    encoder = Encoder()
    examples = ["The envoys met .", "Ruritania condemned the raid on Arlen , she said ."]
    batch = collate([encoder.encode(Sentence(id="", words=text.split())) for text in examples])
    inputs = tuple(batch[name] for name in INPUTS)
    exported = Exported(model, labels["lab"].index("root")).eval()
    with torch.no_grad():
        gap = (exported(*inputs)[0] - model(*inputs)[0]).abs().max().item()
    if gap > 1e-3:
        raise SystemExit(f"the exported network differs from the trained one by {gap} in an arc score")
    axes = {name: {0: "B", 1: "T"} for name in ("ids", "mask", "ft")}
    axes |= {name: {0: "B", 1: "W"} for name in ("first", "last", "wf", "tag", "ner")}
    axes |= {name: {0: "B", 1: "W", 2: "W"} for name in ("arc", "lab")}
    torch.onnx.export(
        exported,
        inputs,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        do_constant_folding=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("out", type=Path, help="the int8 file; the float one lies beside it as *.fp32.onnx")
    options = parser.parse_args()
    torch.set_num_threads(1)
    labels = json.loads(options.labels.read_text())
    full = options.out.with_suffix(".fp32.onnx")
    export(load(options.weights, labels), labels, full)
    quantize_dynamic(
        full,
        options.out,
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


if __name__ == "__main__":
    main()
