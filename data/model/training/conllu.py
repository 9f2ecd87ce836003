"""Treebanks in CoNLL-U (Universal Dependencies; de Marneffe et al. 2021)."""
from __future__ import annotations

from pathlib import Path

from gum_names import clean, name_spans
from name_labels import Span
from sentence import Sentence


def read_treebank(path: Path) -> list[Sentence]:
    """Sentences with tags and trees. Multiword tokens are passed over: their words follow them."""
    return [sentence for sentence, _ in _read(path)]


def read_gum(paths: list[Path]) -> list[Sentence]:
    """Sentences of UD English-GUM (Zeldes 2017) with names too, from its entity brackets."""
    pairs: list[tuple[Sentence, list[Span]]] = []
    for path in paths:
        pairs += [(sentence, name_spans(rows)) for sentence, rows in _read(path)]
    clean(pairs)
    return [sentence for sentence, _ in pairs]


def _read(path: Path) -> list[tuple[Sentence, list[list[str]]]]:
    sentences = []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line.split("\t")[0].isdigit()]
        if not rows:
            continue
        id_line = next(line for line in lines if line.startswith("# sent_id"))
        columns = list(zip(*rows))
        sentence = Sentence(
            id=id_line.split("=", 1)[1].strip(),
            words=list(columns[1]),
            upos=list(columns[3]),
            xpos=list(columns[4]),
            heads=[int(head) for head in columns[6]],
            relations=list(columns[7]),
        )
        sentences.append((sentence, rows))
    return sentences
