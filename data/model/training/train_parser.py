"""Round 1: from the pretrained encoder to tags, trees and GUM's names. EWT and GUM, all losses."""
from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import torch
from data import Data
from encode import MAX_LENGTH, SHAPES, Encoder, Labels, batches
from name_labels import LABELS
from network import Reader
from sentence import Sentence
from training import PIECES_A_BATCH, run


def labels_of(sentences: list[Sentence]) -> Labels:
    relations = Counter(relation for one in sentences for relation in one.relations)
    tags = Counter(f"{upos}_{xpos}" for one in sentences for upos, xpos in zip(one.upos, one.xpos))
    return Labels(
        sorted(relation for relation, count in relations.items() if count >= 5),
        sorted(tag for tag, count in tags.items() if count >= 2),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seconds", type=float, default=2700)
    options = parser.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    data = Data.read(options.data)
    sentences = data.ewt + data.gum
    labels = labels_of(sentences)
    options.out.mkdir(parents=True, exist_ok=True)
    stored = {"lab": labels.relations, "tag": labels.tags, "ner": LABELS, "shapes": SHAPES}
    (options.out / "labels.json").write_text(json.dumps(stored))
    encoder = Encoder()
    encoded = [one for one in map(encoder.encode, sentences) if len(one.ids) <= MAX_LENGTH]
    model = Reader(len(labels.tags), len(labels.relations), len(LABELS))
    model.load_encoder()
    run(
        model,
        labels,
        lambda: batches(encoded, PIECES_A_BATCH, rng),
        seconds=options.seconds,
        peak=1,
        warm_up=0.06,
        name_weight=0.6,
        name_factor=1,
        save=options.out / "round1.pt",
    )


if __name__ == "__main__":
    main()
