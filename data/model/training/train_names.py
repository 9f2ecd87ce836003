"""Round 2: more names, from UNER and re3d, with half of EWT and all of GUM so that the trees stay."""
from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from data import Data
from encode import MAX_LENGTH, Encoded, Encoder, Labels, batches
from name_labels import INDEX, LABELS, Span, certain_spans
from network import Reader
from sentence import Sentence
from training import PIECES_A_BATCH, run
from words import CONNECTORS, is_capitalised

SWAP_SHARE = 0.3
"""Of the names of a copied sentence, exchanged for others of their type."""
EWT_SHARE = 0.5


def is_swappable(sentence: Sentence, span: Span) -> bool:
    first, last, kind = span
    words = sentence.words[first : last + 1]
    return kind in ("PER", "ORG", "LOC") and all(
        is_capitalised(word) or word.lower() in CONNECTORS or word.isdigit() for word in words
    )


def name_pool(sentences: list[Sentence]) -> dict[str, list[list[str]]]:
    pool: dict[str, set[tuple[str, ...]]] = {}
    for one in sentences:
        for span in certain_spans(one.names or []):
            if is_swappable(one, span):
                pool.setdefault(span[2], set()).add(tuple(one.words[span[0] : span[1] + 1]))
    return {kind: [list(name) for name in sorted(names)] for kind, names in pool.items()}


def swap_names(sentence: Sentence, pool: dict[str, list[list[str]]], rng: random.Random) -> Sentence:
    words, names = list(sentence.words), list(sentence.names or [])
    for span in reversed(certain_spans(names)):
        first, last, kind = span
        if not is_swappable(sentence, span) or rng.random() >= SWAP_SHARE:
            continue
        other = rng.choice(pool[kind])
        words[first : last + 1] = other
        names[first : last + 1] = [{INDEX[("I-" if at else "B-") + kind]} for at in range(len(other))]
    return Sentence(id=sentence.id, words=words, names=names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, help="folder with labels.json and round1.pt")
    parser.add_argument("--seconds", type=float, default=1400)
    options = parser.parse_args()
    torch.manual_seed(11)
    rng = random.Random(11)
    data = Data.read(options.data)
    stored = json.loads((options.out / "labels.json").read_text())
    labels = Labels(stored["lab"], stored["tag"])
    encoder = Encoder()

    def encode(sentences: list[Sentence]) -> list[Encoded]:
        return [one for one in map(encoder.encode, sentences) if len(one.ids) <= MAX_LENGTH]

    named = data.uner + data.re3d
    ewt, gum, names = encode(data.ewt), encode(data.gum), encode(named)
    pool = name_pool(data.gum + named)

    def epoch() -> list[list[Encoded]]:
        part = rng.sample(ewt, int(len(ewt) * EWT_SHARE))
        swapped = encode([swap_names(one, pool, rng) for one in named])
        return batches(part + gum + names + swapped, PIECES_A_BATCH, rng)

    model = Reader(len(labels.tags), len(labels.relations), len(LABELS))
    model.load_state_dict(torch.load(options.out / "round1.pt", map_location="cpu"))
    run(
        model,
        labels,
        epoch,
        seconds=options.seconds,
        peak=0.5,
        warm_up=0.04,
        name_weight=2.5,
        name_factor=1.5,
        save=options.out / "round2.pt",
    )


if __name__ == "__main__":
    main()
