"""Trees, tags and names of an ONNX file on gold words, one sentence a call, as the program runs it."""
from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
from data import Data
from encode import INPUTS, Encoder, collate
from name_labels import Span, best_path, certain_spans, spans_of_labels
from sentence import Sentence
from tree import decode_tree
from words import name_start


class Model:
    def __init__(self, path: Path, labels: dict[str, list[str]]) -> None:
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path), settings, providers=["CPUExecutionProvider"])
        self.labels = labels
        self.encoder = Encoder()

    def scores(self, sentence: Sentence) -> list[np.ndarray]:
        """arc, lab, tag, ner of the sentence, the root's row first."""
        batch = collate([self.encoder.encode(sentence)])
        return [output[0] for output in self.session.run(None, {name: batch[name].numpy() for name in INPUTS})]

    def read(self, sentence: Sentence) -> tuple[list[int], list[str], list[str], list[Span]]:
        """Heads, relations, UPOS_XPOS tags and names."""
        arcs, relations, tags, names = self.scores(sentence)
        heads = decode_tree(arcs).tolist()
        best = [
            "root" if head == 0 else self.labels["lab"][relations[word, head]]
            for word, head in enumerate(heads, 1)
        ]
        spans = spans_of_labels(best_path(names[1:]))
        return heads, best, [self.labels["tag"][tag] for tag in tags[1:]], spans


def score_trees(model: Model, sentences: list[Sentence]) -> str:
    """UAS and LAS without punctuation, tags with it, in percent."""
    words = attached = labelled = tokens = upos = xpos = 0
    for one in sentences:
        heads, relations, tags, _ = model.read(one)
        for at, gold in enumerate(one.upos):
            tokens += 1
            upos += tags[at].split("_")[0] == gold
            xpos += tags[at].split("_")[1] == one.xpos[at]
            if gold == "PUNCT":
                continue
            words += 1
            attached += heads[at] == one.heads[at]
            labelled += heads[at] == one.heads[at] and relations[at] == one.relations[at]
    parts = {"UAS": attached / words, "LAS": labelled / words, "UPOS": upos / tokens, "XPOS": xpos / tokens}
    return " ".join(f"{name} {100 * value:.2f}" for name, value in parts.items())


def score_names(model: Model, sentences: list[Sentence]) -> str:
    """F1 of persons, organisations and places; a find on masked words is not counted."""
    gold = found = right = 0
    for one in sentences:
        names = one.names or []
        known = {span for span in certain_spans(names) if span[2] in ("PER", "ORG", "LOC")}
        gold += len(known)
        for first, last, kind in model.read(one)[3]:
            if kind == "PER":
                first = name_start(one.words, first, last)
            is_right = (first, last, kind) in known
            is_masked = first > last or any(allowed is None for allowed in names[first : last + 1])
            if kind in ("PER", "ORG", "LOC") and (is_right or not is_masked):
                found += 1
                right += is_right
    return f"F1 {200 * right / (gold + found):.1f} (P {100 * right / found:.1f}, R {100 * right / gold:.1f}, n {gold})"


def compare(model: Model, other: Model, sentences: list[Sentence]) -> str:
    """How far two models agree."""
    gap, words, heads, tags, names = 0.0, 0, 0, 0, 0
    for one in sentences:
        gap = max(gap, float(np.abs(model.scores(one)[0] - other.scores(one)[0]).max()))
        (heads_a, relations_a, tags_a, names_a), (heads_b, relations_b, tags_b, names_b) = model.read(one), other.read(one)
        words += len(one.words)
        heads += sum(a == b for a, b in zip(zip(heads_a, relations_a), zip(heads_b, relations_b)))
        tags += sum(a == b for a, b in zip(tags_a, tags_b))
        names += names_a == names_b
    return (
        f"largest gap of an arc score {gap:.2g}; arcs equal {heads}/{words}, tags {tags}/{words}, "
        f"sentences with equal names {names}/{len(sentences)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--against", type=Path, help="another ONNX file: say how far they agree, on GUM's test")
    options = parser.parse_args()
    labels = json.loads(options.labels.read_text())
    data, model = Data.read(options.data), Model(options.model, labels)
    if options.against:
        print(compare(model, Model(options.against, labels), data.gum_test))
        return
    news = [one for one in data.gum_test if one.id.startswith("GUM_news")]
    for name, sentences in {"EWT test": data.ewt_test, "GUM dev+test": data.gum_test, "GUM news": news}.items():
        print(f"{name}: {score_trees(model, sentences)}", flush=True)
    for name, sentences in {"GUM dev+test": data.gum_test, "GUM news": news, "UNER, second half": data.uner_test}.items():
        print(f"names, {name}: {score_names(model, sentences)}", flush=True)


if __name__ == "__main__":
    main()
