"""The events' part of the network: which words tell an event of which type, and which words name its parties.

It reads the frozen encoder: two layers of its own start from the state after the encoder's fourth layer, since the last
layers have been trained away from meaning towards trees and names.
"""
from __future__ import annotations

import torch
import torch.nn.functional as F
from encode import SHAPE_FEATURES, encoder_folder
from network import PARTS, WIDTH, Layer
from torch import Tensor, nn

TYPES = (
    "CALLED MET CONSULTED VISITED MEDIATED CONDEMNED ACCUSED URGED SUPPORTED AGREED COOPERATED AIDED CONCEDED "
    "REJECTED THREATENED PROTESTED MOBILIZED SANCTIONED COERCED ATTACKED"
).split()
"""As src/ontology.ts orders them."""
START, OWN_LAYERS = 4, 2
SHAPE, TRIGGER, PARTY = 32, 256, 160
ROLES = 2
"""Source and target."""


class EventHead(nn.Module):
    def __init__(self, dropout: float = 0.33) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(OWN_LAYERS))
        self.se = nn.Embedding(SHAPE_FEATURES, SHAPE)
        word = 4 * WIDTH + SHAPE
        self.hd = nn.Dropout(dropout)
        self.th, self.trigger = nn.Linear(word, TRIGGER), nn.Linear(TRIGGER, len(TYPES))
        nn.init.constant_(self.trigger.bias, -5.0)  # most words tell nothing
        self.ph = nn.Linear(word, 2 * PARTY)
        self.party = nn.Parameter(torch.empty(ROLES, PARTY + 1, PARTY + 1).normal_(std=0.01))

    def load_layers(self) -> None:
        """Starts from the pretrained encoder's layers of the same height."""
        from safetensors.torch import load_file

        weights = load_file(str(encoder_folder() / "model.safetensors"))
        for at, layer in enumerate(self.layers):
            state = {
                f"{ours}.{part}": weights[f"encoder.layer.{START + at}.{theirs}.{part}"].float()
                for ours, theirs in PARTS.items()
                for part in ("weight", "bias")
            }
            layer.load_state_dict(state)

    def forward(
        self, low: Tensor, high: Tensor, mask: Tensor, first: Tensor, last: Tensor, wf: Tensor
    ) -> tuple[Tensor, Tensor]:
        """`low` and `high` are the encoder's states [batch, piece, WIDTH] after layer START and after the last.

        Logits of triggers [batch, word, type] and of parties [batch, role, trigger word, party word].
        """
        x = low
        shut = (1.0 - mask[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            x = layer(x, shut)

        def at(state: Tensor, pieces: Tensor) -> Tensor:
            return torch.gather(state, 1, pieces[:, :, None].expand(-1, -1, WIDTH))

        word = [at(x, first), at(x, last), at(high, first), at(high, last), self.se(wf)]
        word = self.hd(torch.cat(word, -1))
        triggers = self.trigger(self.hd(F.leaky_relu(self.th(word), 0.1)))
        act, party = self.hd(F.leaky_relu(self.ph(word), 0.1)).split(PARTY, -1)
        # The last row and column of each weight stand for a constant 1. One product for both roles: int8 has no others.
        inner = self.party[:, :PARTY, :PARTY].transpose(0, 1).flatten(1)
        weighted = torch.matmul(act, inner).unflatten(-1, (ROLES, PARTY)).transpose(1, 2)
        scores = torch.matmul(weighted, party[:, None].transpose(2, 3))
        of_act = torch.matmul(act, self.party[:, :PARTY, PARTY].T).transpose(1, 2)[..., None]
        of_party = torch.matmul(party, self.party[:, PARTY, :PARTY].T).transpose(1, 2)[:, :, None]
        return triggers, scores + of_act + of_party + self.party[None, :, PARTY:, PARTY:]
