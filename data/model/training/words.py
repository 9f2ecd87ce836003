"""Word lists, and what the casing of a word and a name's neighbours say."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sentence import Sentence


def _read(name: str) -> set[str]:
    text = (Path(__file__).parent / "words" / f"{name}.txt").read_text(encoding="utf8")
    return {line for line in text.splitlines() if line and not line.startswith("#")}


TITLES = _read("titles")
TITLE_PARTS = _read("title-parts")
MONTHS = _read("months")
COUNTRIES = _read("countries")
DEMONYMS = _read("demonyms")
NOT_NAMES = _read("not-names")
CONNECTORS = set(
    "of for the and & - – al el bin ibn abu de la von van der du 's ’s ’ ' al- ul ad ar as ash an in on to . /".split()
)
PERSON_CONNECTORS = set("- – & al el bin ibn de la von van der du di ' ’ ul ad ar ash".split())


def is_capitalised(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and letters[0].isupper() and not re.fullmatch(r"\d+(?:st|nd|rd|th|s)", word.lower())


def is_demonym(word: str) -> bool:
    lower = word.lower().replace("’", "'")
    if not word[:1].isupper():
        return False
    if lower in DEMONYMS or (lower.endswith("s") and lower[:-1] in DEMONYMS and lower != "thais"):
        return True
    return lower.endswith(("men", "man")) and lower[:-3] in ("english", "french", "irish", "scots")


def is_month(word: str) -> bool:
    return word.lower().rstrip(".") in MONTHS


def name_start(words: list[str], first: int, last: int) -> int:
    """Where the name proper begins in a person's span with titles; beyond `last` if it is a title alone."""
    titles = [at for at in range(first, last + 1) if words[at].lower() in TITLES]
    if not titles:
        return first
    end = titles[-1]
    # 'Jane Speaker': the last word of a plain name that looks like a title.
    plain = all(
        words[at].lower() not in TITLES | TITLE_PARTS | COUNTRIES and not is_demonym(words[at])
        for at in range(first, end)
    )
    return first if end > first and plain and end == last else end + 1


def common_words(sentences: Iterable[Sentence]) -> set[str]:
    """Words that the treebanks show in lower case and hardly ever as names."""
    lower: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for sentence in sentences:
        for word, upos in zip(sentence.words, sentence.upos):
            if upos == "PROPN":
                names[word.lower()] += 1
            elif word.islower():
                lower[word] += 1
    return {word for word, count in lower.items() if count >= 2 and count > 3 * names[word]}
