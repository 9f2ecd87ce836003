"""Name labels (BIO; Ramshaw and Marcus 1995), partial annotation, and the best path through scores."""
from __future__ import annotations

import numpy as np

TYPES = ("PER", "ORG", "LOC", "EVT", "OTH", "NAT")
LABELS = ["O"] + [f"{part}-{kind}" for kind in TYPES for part in "BI"]
INDEX = {label: index for index, label in enumerate(LABELS)}

NO_NAME = {0}
# What a source that knows persons, organisations and places alone leaves open on a capitalised word.
NOT_POL = {INDEX[x] for x in ("O", "B-EVT", "I-EVT", "B-OTH", "I-OTH", "B-NAT", "I-NAT")}
NAT_OR_OTH = {INDEX[x] for x in ("B-NAT", "B-OTH", "I-OTH")}

Span = tuple[int, int, str]
"""First word, last word (included), type."""


def put(names: list[set[int] | None], first: int, last: int, kind: str) -> None:
    """Labels words `first` to `last` as one name."""
    for word in range(first, last + 1):
        names[word] = {INDEX[("B-" if word == first else "I-") + kind]}


def spans_of_labels(labels: list[str]) -> list[Span]:
    spans: list[Span] = []
    start, kind = -1, ""
    for word, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            spans.append((start, word - 1, kind))
            start = -1
        if label.startswith("B-"):
            start, kind = word, label[2:]
    return spans


def certain_spans(names: list[set[int] | None]) -> list[Span]:
    """Names on which the annotation leaves no choice."""
    labels = [LABELS[next(iter(one))] if one is not None and len(one) == 1 else "O" for one in names]
    return spans_of_labels(labels)


def best_path(scores: np.ndarray) -> list[str]:
    """Viterbi: the best labels of a sentence in which I-X follows only B-X or I-X. `scores`: words x labels."""
    forbidden = np.zeros((len(LABELS), len(LABELS)))
    inside = [index for index, label in enumerate(LABELS) if label[0] == "I"]
    for index in inside:
        forbidden[:, index] = -1e6
        forbidden[[INDEX["B-" + LABELS[index][2:]], index], index] = 0
    total = scores[0].astype(np.float64)
    total[inside] = -1e6
    back = []
    for row in scores[1:]:
        options = total[:, None] + forbidden
        back.append(options.argmax(0))
        total = options.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [LABELS[index] for index in reversed(path)]
