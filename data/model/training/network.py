"""One encoder, three readings: tags, a biaffine dependency tree (Dozat and Manning 2017) and names.

The encoder is MiniLM (Wang et al. 2020): six layers of BERT's kind (Devlin et al. 2019), 384 wide.
"""
from __future__ import annotations

import torch
import torch.nn.functional as F
from encode import SHAPE_FEATURES, encoder_folder
from torch import Tensor, nn

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
ARC, RELATION, SHAPE, TAG, NAME = 384, 128, 32, 256, 128
VOCABULARY, PLACES = 30522, 512

PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "n1": "attention.output.LayerNorm",
    "f1": "intermediate.dense",
    "f2": "output.dense",
    "n2": "output.LayerNorm",
}
"""Our names for the parts of a layer, and the stored weights' names."""


class Layer(nn.Module):
    """Attribute names are those of the stored weights."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dr = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        def split(z: Tensor) -> Tensor:
            return z.unflatten(-1, (HEADS, -1)).transpose(1, 2)

        query, key, value = split(self.q(x)), split(self.k(x)), split(self.v(x))
        context = F.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        x = self.n1(x + self.dr(self.o(context.transpose(1, 2).flatten(2))))
        return self.n2(x + self.dr(self.f2(F.gelu(self.f1(x)))))


class Reader(nn.Module):
    def __init__(self, tags: int, relations: int, names: int, dropout: float = 0.33) -> None:
        super().__init__()
        self.we, self.pe = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(PLACES, WIDTH)
        # In the place of BERT's token types: the shape of the piece's word.
        self.te = nn.Embedding(SHAPE_FEATURES, WIDTH)
        self.en, self.dr = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.se = nn.Embedding(SHAPE_FEATURES, SHAPE)
        word = 2 * WIDTH + SHAPE
        self.relations = relations
        self.mlp, self.hd = nn.Linear(word, 2 * ARC + 2 * RELATION), nn.Dropout(dropout)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC).normal_(std=0.01))
        self.lab = nn.Linear(RELATION + 1, relations * (RELATION + 1), bias=False)
        nn.init.normal_(self.lab.weight, std=0.01)
        self.th, self.tag = nn.Linear(word, TAG), nn.Linear(TAG, tags)
        self.nh, self.ner = nn.Linear(word, NAME), nn.Linear(NAME, names)

    def load_encoder(self) -> None:
        """Starts from the pretrained encoder; all shapes from its one token type."""
        from safetensors.torch import load_file

        weights = load_file(str(encoder_folder() / "model.safetensors"))
        weights = {name.removeprefix("bert."): value.float() for name, value in weights.items()}
        of = {"we": "word_embeddings", "pe": "position_embeddings", "en": "LayerNorm"}
        state = {
            f"{ours}.{part}": weights[f"embeddings.{theirs}.{part}"]
            for ours, theirs in of.items()
            for part in (["weight", "bias"] if ours == "en" else ["weight"])
        }
        token_type = weights["embeddings.token_type_embeddings.weight"][:1]
        state["te.weight"] = token_type.expand(SHAPE_FEATURES, -1).clone()
        for layer in range(LAYERS):
            for ours, theirs in PARTS.items():
                for part in ("weight", "bias"):
                    state[f"layers.{layer}.{ours}.{part}"] = weights[f"encoder.layer.{layer}.{theirs}.{part}"]
        self.load_state_dict(state, strict=False)

    def forward(
        self, ids: Tensor, mask: Tensor, ft: Tensor, first: Tensor, last: Tensor, wf: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Arc scores [batch, dependent, head], tag and name scores, and dependents and heads for `relation_scores`."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dr(self.en(self.we(ids) + self.pe(places)[None] + self.te(ft)))
        shut = (1.0 - mask[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            x = layer(x, shut)

        def at(pieces: Tensor) -> Tensor:
            return torch.gather(x, 1, pieces[:, :, None].expand(-1, -1, WIDTH))

        word = self.hd(torch.cat([at(first), at(last), self.se(wf).to(x.dtype)], -1))
        z = self.hd(F.leaky_relu(self.mlp(word), 0.1))
        arc_dep, arc_head, dependents, heads = z.split([ARC, ARC, RELATION, RELATION], -1)
        one = torch.ones_like(arc_dep[..., :1])
        arcs = torch.cat([arc_dep, one], -1) @ self.arc @ arc_head.transpose(1, 2)
        tags = self.tag(self.hd(F.leaky_relu(self.th(word), 0.1)))
        names = self.ner(self.hd(F.leaky_relu(self.nh(word), 0.1)))
        return arcs, tags, names, torch.cat([dependents, one], -1), torch.cat([heads, one], -1)

    def relation_scores(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Scores [batch, word, relation] of each word with its chosen head."""
        head = torch.gather(heads, 1, chosen[:, :, None].expand(-1, -1, heads.shape[-1]))
        weighted = self.lab(dependents).unflatten(-1, (self.relations, heads.shape[-1]))
        return (weighted @ head[..., None]).squeeze(-1)
