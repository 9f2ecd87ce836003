"""re3d (Defence Science and Technology Laboratory 2017): phrases annotated as entities, cut down to names."""
from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from name_labels import NO_NAME, put
from sentence import Sentence
from words import (
    CONNECTORS,
    COUNTRIES,
    NOT_NAMES,
    PERSON_CONNECTORS,
    TITLE_PARTS,
    TITLES,
    is_capitalised,
    is_demonym,
    is_month,
    name_start,
)

TYPE_OF = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NAT"} | dict.fromkeys(
    ("DocumentReference", "MilitaryPlatform"), "OTH"
)
SURE = 0.5
"""re3d's own confidence; below it a span counts only where the gazetteer agrees."""

_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Cpl|Sen|Rep|Gov|Adm|Brig|Capt|Prof|Rev|St|Jr|Sr|No|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|vs|Inc|Co|Corp|Ltd)\."
)
_WORD = re.compile(
    r"\d[\d.,:]*\d|(?:[A-Za-z]\.){2,}|\b" + _ABBREVIATION + r"|\b[A-Z]\.(?=\s[A-Z])|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|"
    r"['’](?:s|S|re|ve|ll|d|m)\b|[^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_]{2,})?|[^\s\w]|_"
)
_FUNCTION_WORDS = set("the a an we our his my their he she it they this in on by for to of and".split())
_ARTICLES = ("a", "an", "the")
_GROUP_WORDS = set("group task force forces command general office in".split())
_NO_ORGANISATION = (set("members people soldiers citizens".split()), set("airmen soldiers members press commander".split()))
_ARABIC_ARTICLES = ("al", "el", "ar", "as", "an", "ad", "at", "ash")


class Word(NamedTuple):
    text: str
    start: int
    end: int


class Entity(NamedTuple):
    first: int
    last: int
    kind: str
    confidence: float


def read_re3d(paths: Iterable[Path], common: set[str]) -> list[Sentence]:
    """`common`: words of which a capital at a sentence's start says nothing."""
    documents = [
        json.loads(line) for path in paths for line in path.read_text(encoding="utf8").splitlines() if line
    ]
    gazetteer = Gazetteer(documents, common)
    sentences = []
    for document in documents:
        for words in split(document["text"]):
            texts = [word.text for word in words]
            if len(texts) < 3 and not any(map(is_capitalised, texts)):
                continue
            if sum(char.isalpha() and ord(char) > 0x2FF for text in texts for char in text) > 3:
                continue  # another script
            labels = NameLabeller(texts, gazetteer, common)
            for entity in _entities(document, words):
                labels.add(entity)
            labels.add_known()
            sentences.append(Sentence(id="RE3D_" + document["id"][:6], words=texts, names=labels.names))
    return sentences


def split(text: str) -> list[list[Word]]:
    """Sentences and words much like the treebanks'."""
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        words = [
            Word(match.group(), line.start() + match.start(), line.start() + match.end())
            for match in _WORD.finditer(line.group())
        ]
        current: list[Word] = []
        for at, word in enumerate(words):
            current.append(word)
            following = words[at + 1] if at + 1 < len(words) else None
            if following is None or not _ends_here(current, following):
                continue
            sentences.append(current)
            current = []
        if current:
            sentences.append(current)
    return sentences


def _ends_here(words: list[Word], following: Word) -> bool:
    word = words[-1]
    is_stop = word.text in set(".!?")
    is_quote = word.text in set('"”’)') and len(words) > 1 and words[-2].text in set(".!?")
    opens = following.text[0].isupper() or following.text in set('"“‘(')
    return ((is_stop or is_quote) and following.start > word.end and opens) or (
        len(words) > 90 and word.text in set(",;")
    )


def _entities(document: dict, words: list[Word]) -> list[Entity]:
    """Those that begin in this sentence, sure and long ones first."""
    found = []
    for entity in document["entities"]:
        kind = TYPE_OF.get(entity["type"])
        inside = [at for at, word in enumerate(words) if word.start < entity["end"] and word.end > entity["begin"]]
        if kind is None or not inside:
            continue
        first = words[inside[0]]
        if first.start >= entity["begin"] or first.text == "'":
            found.append(Entity(inside[0], inside[-1], kind, entity["confidence"]))
    return sorted(found, key=lambda entity: (entity.confidence < SURE, entity.first - entity.last))


class Gazetteer:
    """Names that the annotated spans of all documents agree on."""

    def __init__(self, documents: list[dict], common: set[str]) -> None:
        self.counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("PER", "ORG", "LOC")}
        for document in documents:
            for entity in document["entities"]:
                kind = TYPE_OF.get(entity["type"])
                if kind not in self.counts:
                    continue
                phrase = document["text"][entity["begin"] : entity["end"]]
                words = [word.text for sentence in split(phrase) for word in sentence]
                while words and (words[0].lower() in _ARTICLES or not is_capitalised(words[0])):
                    words = words[1:]
                if _is_name(words, kind, common):
                    weight = 1 if entity["confidence"] >= SURE else 0.4
                    self.counts[kind][" ".join(words).lower()] += weight
        self.person_words = {
            word for name, count in self.counts["PER"].items() if count >= 0.8 for word in name.split()
        }

    def type_of(self, name: str) -> str | None:
        if name in COUNTRIES:
            return "LOC"
        best, second = sorted(((counts[name], kind) for kind, counts in self.counts.items()), reverse=True)[:2]
        return best[1] if best[0] >= 0.8 and best[0] >= 2 * second[0] else None


def _is_name(words: list[str], kind: str, common: set[str]) -> bool:
    lower = [word.lower() for word in words]
    if not words or any(not is_capitalised(word) and word.lower() not in CONNECTORS for word in words):
        return False
    if not is_capitalised(words[-1]) and not words[-1].isdigit():
        return False
    if len(words) == 1 and (
        lower[0] in common or is_month(lower[0]) or lower[0] in TITLES or is_demonym(words[0])
    ):
        return False
    has_country = any(word in COUNTRIES for word in lower)
    if ("and" in words and has_country and not {"of", "for", "on"} & set(lower)) or lower[0] in NOT_NAMES:
        return False
    return kind != "PER" or not any(
        low in TITLES or low in ("of", "for", "the", "and") or is_demonym(word) for low, word in zip(lower, words)
    )



class NameLabeller:
    """Allowed labels of one sentence: capitalised words are masked until something explains them."""

    def __init__(self, words: list[str], gazetteer: Gazetteer, common: set[str]) -> None:
        self.words = words
        self.lower = [word.lower() for word in words]
        self.gazetteer = gazetteer
        self.common = common
        self.taken = [False] * len(words)
        self.names: list[set[int] | None] = [NO_NAME if self._is_plain(at) else None for at in range(len(words))]

    def _is_plain(self, at: int) -> bool:
        word, lower = self.words[at], self.lower[at]
        if not is_capitalised(word) or word == "I" or is_month(word) or lower in TITLES or lower in _FUNCTION_WORDS:
            return True
        begins = at == 0 or self.words[at - 1] in set('"“”:‘(•')
        if begins and lower in self.common and lower not in self.gazetteer.person_words:
            return True
        following = [*self.lower[at + 1 : at + 3], "", ""]
        return lower in TITLE_PARTS and (
            following[0] in TITLES or (following[0] in TITLE_PARTS and following[1] in TITLES)
        )

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.lower[first : last + 1])

    def _put(self, first: int, last: int, kind: str) -> bool:
        if any(self.taken[first : last + 1]):
            return False
        while first < last and self.lower[first] in ("the", "a"):
            first += 1
        if first == last and (self.lower[first] in NOT_NAMES or len(self.words[first]) < 2):
            return False
        if first > 1 and self.words[first - 1] in ("-", "–") and self.lower[first - 2] in _ARABIC_ARTICLES:
            if not any(self.taken[first - 2 : first]):
                first -= 2
        put(self.names, first, last, kind)
        self.taken[first : last + 1] = [True] * (last + 1 - first)
        return True

    def _chains(self, first: int, last: int, connectors: set[str]) -> list[tuple[int, int]]:
        """Longest runs of capitalised words, up to three connectors between them."""
        chains = []
        at = first
        while at <= last:
            if not is_capitalised(self.words[at]):
                at += 1
                continue
            end = at
            while True:
                if end + 1 <= last and is_capitalised(self.words[end + 1]):
                    end += 1
                    continue
                beyond = end + 1
                while beyond <= last and beyond - end <= 3 and self.lower[beyond] in connectors:
                    beyond += 1
                joins = end + 1 < beyond <= last and beyond - end <= 3 and is_capitalised(self.words[beyond])
                if not joins or (connectors is PERSON_CONNECTORS and self.words[end + 1] == "'"):
                    break
                end = beyond
            if end + 1 <= last and re.fullmatch(r"\d{1,4}", self.words[end + 1]):
                end += 1
            chains.append((at, end))
            at = end + 1
        return chains

    def add(self, entity: Entity) -> None:
        first, last = entity.first, entity.last
        while first <= last and (
            not is_capitalised(self.words[first]) or self.lower[first] in (*_ARTICLES, "our", "their", "his")
        ):
            first += 1
        if first > last:
            return
        if entity.kind == "NAT":
            for at in range(first, last + 1):
                if is_capitalised(self.words[at]) and self.lower[at] not in COUNTRIES:
                    self._put(at, at, "NAT")
        elif entity.kind == "PER":
            self._add_person(first, last, entity.confidence >= SURE)
        else:
            connectors = PERSON_CONNECTORS if entity.kind == "LOC" else CONNECTORS
            for start, end in self._chains(first, last, connectors):
                self._add_chain(start, end, entity.kind, entity.confidence >= SURE, (start, end) == (first, last))

    def _add_person(self, first: int, last: int, is_sure: bool) -> None:
        for at in range(first, last + 1):  # a known name at the end of the span
            name = self._text(at, last)
            if not is_capitalised(self.words[at]) or self.lower[at] in TITLES:
                continue
            if name in self.gazetteer.counts["PER"] and self.gazetteer.type_of(name) == "PER":
                if self._put(at, last, "PER"):
                    return
                break
        if not is_sure:
            return
        start = name_start(self.words, first, last)
        while start <= last and (
            not is_capitalised(self.words[start]) or is_demonym(self.words[start]) or self.lower[start] in TITLE_PARTS
        ):
            start += 1
        if start <= last and self._is_person(first, start, last):
            self._put(start, last, "PER")

    def _is_person(self, first: int, start: int, last: int) -> bool:
        lower = self.lower[start : last + 1]
        return (
            self.lower[last] not in TITLES
            and not any(word in _GROUP_WORDS or word in NOT_NAMES for word in lower)
            and self._chains(start, last, PERSON_CONNECTORS) == [(start, last)]
            and not set(self.lower[first:start]) & {"of", "for", "to", "from", "in"}
            and not any(self.lower[at] in COUNTRIES or is_demonym(self.words[at]) for at in range(start, last + 1))
            and self.gazetteer.type_of(self._text(start, last)) in (None, "PER")
            and not (start == last and self.lower[start] in self.common)
        )

    def _add_chain(self, first: int, last: int, kind: str, is_sure: bool, is_whole: bool) -> None:
        span = range(first, last + 1)
        demonyms = [at for at in span if is_demonym(self.words[at])]
        if all(at in demonyms or self.lower[at] in TITLES | TITLE_PARTS | CONNECTORS for at in span):
            for at in demonyms:
                self._put(at, at, "NAT")
            return
        name = self._text(first, last)
        known = self.gazetteer.type_of(name)
        if first == last == 0 and self.lower[0] in self.common and not known:
            return
        if kind == "LOC":
            if known not in (None, "LOC"):
                self._put(first, last, known)
            elif known == "LOC" or is_sure or name in self.gazetteer.counts["LOC"]:
                if first == last and demonyms:
                    self._put(first, last, "NAT")
                elif is_sure or not demonyms:
                    self._put(first, last, "LOC")
        elif known is not None and not (kind == "OTH" and is_whole and is_sure):
            self._put(first, last, known)
        elif kind == "OTH":
            if is_whole and is_sure:
                self._put(first, last, "OTH")
        elif is_sure:
            self._add_organisation(first, last, is_whole)

    def _add_organisation(self, first: int, last: int, is_whole: bool) -> None:
        lower = self.lower[first : last + 1]
        places = [self.gazetteer.type_of(self.lower[at]) == "LOC" for at in (first, last)]
        if len(lower) == 3 and self.words[first + 1] == "and" and all(places):
            self._put(first, first, "LOC")
            self._put(last, last, "LOC")
            return
        if "and" in lower and not set(lower) & {"of", "for", "on"} and any(word in COUNTRIES for word in lower):
            return
        if any(word in TITLES for word in lower) and ("of" not in lower or lower[0] in TITLES):
            return
        if first == last and is_demonym(self.words[first]):
            self._put(first, last, "NAT")
        elif is_whole and lower[0] not in _NO_ORGANISATION[0] and lower[-1] not in _NO_ORGANISATION[1]:
            self._put(first, last, "ORG")

    def add_known(self) -> None:
        """Demonyms, countries and names that the gazetteer is sure of, where nothing is annotated."""
        count = len(self.words)
        is_headline = count > 4 and sum(map(is_capitalised, self.words)) > 0.7 * count
        for at in range(count):
            if self.taken[at] or not is_capitalised(self.words[at]):
                continue
            for length in range(min(6, count - at), 0, -1):
                kind = self.gazetteer.type_of(self._text(at, at + length - 1))
                if kind is None or any(self.taken[at : at + length]):
                    continue
                if length == 1 and self.lower[at] in self.common:
                    continue
                if kind != "PER" and not is_headline and self._cuts_a_name(at, at + length):
                    continue
                self._put(at, at + length - 1, kind)
                break
            follows = at + 1 < count and is_capitalised(self.words[at + 1]) and self.names[at + 1] is None
            if not self.taken[at] and is_demonym(self.words[at]) and not follows:
                self._put(at, at, "NAT")

    def _cuts_a_name(self, first: int, end: int) -> bool:
        """Words before `first` or from `end` on may belong to the same, longer name."""
        after = (
            end < len(self.words)
            and self.names[end] is None
            and is_capitalised(self.words[end])
            and not self.taken[end]
            and not is_demonym(self.words[end])
        )
        return after or (first > 0 and self.names[first - 1] is None and not is_demonym(self.words[first - 1]))
