"""UNER English-EWT (Mayhew et al. 2024): persons, organisations and places on the text of EWT."""
from __future__ import annotations

from pathlib import Path

from name_labels import INDEX, NAT_OR_OTH, NO_NAME, NOT_POL
from sentence import Sentence
from words import TITLES, is_capitalised, is_demonym, is_month

_BEFORE_CAPITAL = set('.!?:"-')


def read_uner(path: Path, common: set[str]) -> list[Sentence]:
    """`common`: words of which a capital at a sentence's start says nothing."""
    sentences = []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        id_line = next(line for line in lines if line.startswith("# sent_id"))
        words = [row[1] for row in rows]
        names = _allowed(words, [row[2] for row in rows], common)
        sentences.append(Sentence(id="UNER_" + id_line.split("=", 1)[1].strip(), words=words, names=names))
    return sentences


def _allowed(words: list[str], labels: list[str], common: set[str]) -> list[set[int] | None]:
    """UNER has no events, things or demonyms: on capitalised words outside its names these stay open."""
    names: list[set[int] | None] = []
    for at, (word, label) in enumerate(zip(words, labels)):
        is_single = label in ("B-PER", "B-ORG", "B-LOC") and labels[at + 1 : at + 2] != [f"I-{label[2:]}"]
        if is_demonym(word) and (label == "O" or is_single):
            names.append(NAT_OR_OTH)
        elif label != "O":
            names.append({INDEX[label]} if label in INDEX else None)
        else:
            names.append(NOT_POL if _may_be_name(words, at, common) else NO_NAME)
    return names


def _may_be_name(words: list[str], at: int, common: set[str]) -> bool:
    word = words[at]
    if not is_capitalised(word) or is_month(word) or word.lower() in TITLES or word == "I":
        return False
    begins = at == 0 or (not word.isupper() and words[at - 1] in _BEFORE_CAPITAL)
    return not (begins and word.lower() in common)
