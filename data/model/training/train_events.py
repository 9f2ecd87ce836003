"""Trains the events' part on marked sentences (event_sentences.mjs); the rest of the network stays as it is.

The encoder's states come from the int8 file itself, once: the head learns on what it will read.
"""
from __future__ import annotations

import argparse
import json
import random
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from encode import INPUTS, MAX_LENGTH, Encoded, Encoder, collate
from event_head import ROLES, TYPES, EventHead
from sentence import Sentence
from torch import Tensor

STATES = ("/n2_3/LayerNormalization_output_0", "/n2_5/LayerNormalization_output_0")
"""What the reader's graph calls the states after its fourth and its sixth layer."""
LAYER_RATE, HEAD_RATE, WARM_UP = 1e-4, 1e-3, 0.06
TRIGGER_WEIGHT = 10.0
PIECES_A_BATCH = 1200
HELD_OUT = 10
"""Every tenth document, by a checksum of its name."""


@dataclass
class Marked:
    document: str
    encoded: Encoded
    events: list[dict]
    states: list[np.ndarray]


def read(path: Path, reader: Path) -> list[Marked]:
    model = onnx.load(reader)
    model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in STATES)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    encoder = Encoder()
    marked = []
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        encoded = encoder.encode(Sentence(id="", words=row["words"]))
        if len(encoded.ids) > MAX_LENGTH:
            continue
        inputs = {name: value.numpy() for name, value in collate([encoded]).items() if name in INPUTS}
        states = [state[0].astype(np.float16) for state in session.run(list(STATES), inputs)]
        marked.append(Marked(row["document"], encoded, row["events"], states))
    return marked


def batches(items: list[Marked], rng: random.Random) -> list[list[Marked]]:
    done: list[list[Marked]] = [[]]
    for one in sorted(items, key=lambda one: len(one.encoded.ids) + rng.random() * 4):
        if (len(done[-1]) + 1) * len(one.encoded.ids) > PIECES_A_BATCH:
            done.append([])
        done[-1].append(one)
    rng.shuffle(done)
    return done


def tensors_of(batch: list[Marked]) -> tuple[list[Tensor], Tensor, Tensor, Tensor]:
    """The head's inputs, gold triggers [batch, word, type], gold parties [batch, role, word, word], which are words."""
    padded = collate([one.encoded for one in batch])
    pieces, words = padded["ids"].shape[1], padded["wf"].shape[1]
    states = [
        torch.from_numpy(
            np.stack([np.pad(one.states[at], ((0, pieces - len(one.encoded.ids)), (0, 0))) for one in batch])
        ).float()
        for at in range(len(STATES))
    ]
    triggers = torch.zeros(len(batch), words, len(TYPES))
    parties = torch.zeros(len(batch), ROLES, words, words)
    for row, one in enumerate(batch):
        for event in one.events:
            trigger = event["trigger"] + 1  # word 0 is [CLS]
            triggers[row, trigger, TYPES.index(event["type"])] = 1
            for role, name in enumerate(("source", "target")):
                for party in event[name]:
                    parties[row, role, trigger, party + 1] = 1
    inputs = [*states, padded["mask"], padded["first"], padded["last"], padded["wf"]]
    return inputs, triggers, parties, padded["is_word"]


def loss_of(head: EventHead, batch: list[Marked]) -> Tensor:
    inputs, triggers, parties, is_word = tensors_of(batch)
    trigger_logits, party_logits = head(*inputs)
    trigger_loss = F.binary_cross_entropy_with_logits(trigger_logits, triggers, reduction="none")
    loss = TRIGGER_WEIGHT * trigger_loss[is_word].sum() / is_word.sum()
    tells = triggers.amax(-1) > 0
    if tells.any():
        party_loss = F.binary_cross_entropy_with_logits(party_logits, parties, reduction="none")
        party_loss = (party_loss * is_word[:, None, None, :]).sum(-1).transpose(1, 2)[tells]
        loss = loss + party_loss.mean()
    return loss


def train(items: list[Marked], epochs: int, seed: int) -> EventHead:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = EventHead()
    head.load_layers()
    layers = list(head.layers.parameters())
    own = [parameter for name, parameter in head.named_parameters() if not name.startswith("layers.")]
    rates = [LAYER_RATE, HEAD_RATE]
    optimiser = torch.optim.AdamW(
        [{"params": layers}, {"params": own}], betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    steps = epochs * len(batches(items, random.Random(seed)))
    step, started = 0, time.monotonic()
    head.train()
    for epoch in range(epochs):
        total = count = 0.0
        for batch in batches(items, rng):
            done = min(1.0, step / steps)
            factor = done / WARM_UP if done < WARM_UP else (1 - done) / (1 - WARM_UP)
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * max(factor, 1e-3)
            loss = loss_of(head, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step, total, count = step + 1, total + loss.item(), count + 1
        print(f"epoch {epoch + 1} loss {total / count:.3f} after {time.monotonic() - started:.0f} s", flush=True)
    return head.eval()


def evaluate(head: EventHead, items: list[Marked]) -> None:
    """Triggers with their type at three thresholds, and parties of gold triggers at .5."""
    counts = {threshold: [0, 0, 0] for threshold in (0.3, 0.5, 0.7)}
    parties = [0, 0, 0]
    with torch.no_grad():
        for batch in batches(items, random.Random(0)):
            inputs, triggers, gold_parties, is_word = tensors_of(batch)
            trigger_logits, party_logits = head(*inputs)
            for threshold, count in counts.items():
                found = (torch.sigmoid(trigger_logits) >= threshold) & is_word[..., None]
                add(count, found, triggers > 0)
            tells = (triggers.amax(-1) > 0)[:, None, :, None]
            add(parties, (party_logits > 0) & tells & is_word[:, None, None, :], gold_parties > 0)
    for threshold, count in counts.items():
        print(f"triggers at {threshold}: {scores(*count)}")
    print(f"parties of gold triggers: {scores(*parties)}")


def add(count: list[int], found: Tensor, gold: Tensor) -> None:
    for at, what in enumerate((found & gold, found, gold)):
        count[at] += int(what.sum())


def scores(right: int, found: int, gold: int) -> str:
    precision, recall = right / max(1, found), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} (n = {gold})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path, help="what event_sentences.mjs prints")
    parser.add_argument("reader", type=Path, help="the int8 file without the events' part")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="hold nothing out")
    options = parser.parse_args()
    items = read(options.sentences, options.reader)
    held = [one for one in items if zlib.crc32(one.document.encode()) % HELD_OUT == 0]
    kept = items if options.all else [one for one in items if zlib.crc32(one.document.encode()) % HELD_OUT]
    head = train(kept, options.epochs, options.seed)
    torch.save(head.state_dict(), options.out)
    if not options.all:
        evaluate(head, held)


if __name__ == "__main__":
    main()
