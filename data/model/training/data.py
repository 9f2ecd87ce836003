"""The folder of training data: treebank/, resources/uner/, resources/re3d/."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from conllu import read_gum, read_treebank
from re3d_names import read_re3d
from sentence import Sentence
from uner_names import read_uner
from words import common_words


@dataclass
class Data:
    ewt: list[Sentence]
    gum: list[Sentence]
    uner: list[Sentence]
    """UNER's dev and the first half of its test file; the second half is held out."""
    uner_test: list[Sentence]
    re3d: list[Sentence]
    ewt_test: list[Sentence]
    gum_test: list[Sentence]
    """GUM's dev and test files."""

    @classmethod
    def read(cls, folder: Path) -> Data:
        treebank, uner = folder / "treebank", folder / "resources" / "uner"
        ewt = read_treebank(treebank / "en_ewt-train.conllu")
        gum = read_gum([treebank / "en_gum-train.conllu"])
        common = common_words(ewt + gum)
        uner_test = read_uner(uner / "uner-test.iob2", common)
        half = len(uner_test) // 2
        return cls(
            ewt=ewt,
            gum=gum,
            uner=read_uner(uner / "uner-dev.iob2", common) + uner_test[:half],
            uner_test=uner_test[half:],
            re3d=read_re3d(sorted((folder / "resources" / "re3d").glob("*.jsonl")), common),
            ewt_test=read_treebank(treebank / "en_ewt-test.conllu"),
            gum_test=read_gum([treebank / f"en_gum-{part}.conllu" for part in ("dev", "test")]),
        )
