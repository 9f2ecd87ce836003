"""What both rounds share: one loss over trees, tags and names, learning rates, and a run of a given time."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
import torch.nn.functional as F
from encode import INPUTS, NO_GOLD, Encoded, Labels, collate
from network import LAYERS, Reader
from torch import Tensor

ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 1.5e-4, 1e-3, 0.85
PIECES_A_BATCH = 1600


def loss_of(model: Reader, batch: dict[str, Tensor], name_weight: float) -> Tensor:
    """Cross-entropies per word; a name label that leaves a choice costs the mass outside that choice."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        arcs, tags, names, dependents, heads = model(*(batch[name] for name in INPUTS))
        relations = model.relation_scores(dependents, heads, batch["heads"].clamp(min=0))
    own = torch.eye(arcs.shape[1], dtype=torch.bool)[None]
    arcs = arcs.float().masked_fill(~batch["is_word"][:, None, :] | own, -1e4)

    def cross_entropy(scores: Tensor, gold: str) -> Tensor:
        flat = scores.float().flatten(0, 1)
        return F.cross_entropy(flat, batch[gold].flatten(), ignore_index=NO_GOLD, reduction="sum")

    names = names.float()
    allowed = names.masked_fill(~batch["names"], -1e4)
    open_mass = torch.logsumexp(names, -1) - torch.logsumexp(allowed, -1)
    name_loss = (open_mass * batch["names"].any(-1)).sum()
    words = batch["is_word"].sum() - len(batch["ids"])
    tree_loss = cross_entropy(arcs, "heads") + 0.7 * cross_entropy(relations, "relations")
    return (tree_loss + 0.7 * cross_entropy(tags, "tags") + name_weight * name_loss) / words


def optimiser_of(model: Reader, name_factor: float) -> torch.optim.Optimizer:
    """AdamW (Loshchilov and Hutter 2019); lower layers learn more slowly (Howard and Ruder 2018)."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("layers."):
            rate = ENCODER_RATE * LAYER_DECAY ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith("te."):
            rate = HEAD_RATE * 0.3
        elif name.startswith(("pe.", "en.")):
            rate = ENCODER_RATE * LAYER_DECAY**LAYERS
        elif name.startswith(("ner.", "nh.")):
            rate = HEAD_RATE * name_factor
        else:
            rate = HEAD_RATE
        groups.setdefault((rate, 0.01 if parameter.dim() > 1 else 0.0), []).append(parameter)
    settings = [
        {"params": parameters, "lr": rate, "base": rate, "weight_decay": decay}
        for (rate, decay), parameters in groups.items()
    ]
    return torch.optim.AdamW(settings, betas=(0.9, 0.98), eps=1e-8, fused=True)


def run(
    model: Reader,
    labels: Labels,
    epoch: Callable[[], Iterable[list[Encoded]]],
    *,
    seconds: float,
    peak: float,
    warm_up: float,
    name_weight: float,
    name_factor: float,
    save: Path,
) -> None:
    """Trains for `seconds`: rates rise over the share `warm_up` to `peak` times their base, then fall to 0."""
    model.we.weight.requires_grad_(False)  # word embeddings stay as pretrained
    optimiser = optimiser_of(model, name_factor)
    model.train()
    started = time.monotonic()
    step = 0
    while True:
        for batch in epoch():
            done = (time.monotonic() - started) / seconds
            if done >= 1:
                torch.save(model.state_dict(), save)
                return
            factor = done / warm_up if done < warm_up else (1 - done) / (1 - warm_up)
            factor = peak * max(0.01, factor) * min(1, (step + 1) / 40)
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor
            loss = loss_of(model, collate(batch, labels), name_weight)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            if step % 50 == 0:
                print(f"step {step} time {done:.2f} rate {factor:.3f} loss {loss.item():.3f}", flush=True)
        torch.save(model.state_dict(), save)
