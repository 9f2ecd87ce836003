"""From GUM's entity brackets (CoNLL-2012 style) to names: entities are whole phrases, pronouns included."""
from __future__ import annotations

import re
from collections import Counter

from name_labels import INDEX, NAT_OR_OTH, NO_NAME, Span, put
from sentence import Sentence
from words import COUNTRIES, TITLE_PARTS, TITLES, is_capitalised, is_demonym, is_month, name_start

TYPE_OF = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVT"} | dict.fromkeys(
    ("object", "abstract", "plant", "substance", "animal"), "OTH"
)
_BRACKET = re.compile(r"(\()([^()]+)(\))?|([^()]+)\)")
_LINKS = {"-", "–", "of", "and", "&", "the", "'s", ".", "/", "for"}
_NAME_LINKS = {"-", "–", "al", "de", "von", "van", "bin"}


def name_spans(rows: list[list[str]]) -> list[Span]:
    """Names of a sentence: the proper nouns around each entity's head. Longer ones win where they overlap."""
    found = {span for entity in _entities(rows) if (span := _name_in(rows, *entity)) is not None}
    used: set[int] = set()
    spans = []
    for first, last, kind in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if used.isdisjoint(range(first, last + 1)):
            used.update(range(first, last + 1))
            spans.append((first, last, kind))
    return sorted(spans)


def _entities(rows: list[list[str]]) -> list[tuple[int, int, str, str]]:
    """First word, last word, type, and the head words as GUM gives them (1-based in the span)."""
    done = []
    stack: list[tuple[str, int, str, str]] = []
    for at, row in enumerate(rows):
        brackets = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for opens, body, closes, closed_id in _BRACKET.findall(brackets.group(1) if brackets else ""):
            if opens:
                fields = body.split("-")
                entity = (fields[0], at, fields[1], fields[5] if len(fields) > 5 else "")
                if closes:
                    done.append((at, at, *entity[2:]))
                else:
                    stack.append(entity)
                continue
            for index in reversed(range(len(stack))):
                if stack[index][0] == closed_id:
                    _, first, kind, minimum = stack.pop(index)
                    done.append((first, at, kind, minimum))
                    break
    return [entity for entity in done if entity[2] in TYPE_OF]


def _name_in(rows: list[list[str]], first: int, last: int, kind: str, minimum: str) -> Span | None:
    heads = [at for at in range(first, last + 1) if not first <= int(rows[at][6]) - 1 <= last]
    if not heads:
        return None
    head = heads[0]
    if rows[head][3] != "PROPN":
        return _name_after_noun(rows, head, last) if kind == "person" else None
    try:
        words = {first + int(number) - 1 for number in minimum.split(",")}
    except ValueError:
        words = set()
    core = sorted({at for at in words if first <= at <= last} | {head})

    def linked(left: int, right: int) -> bool:
        return right - left == 1 or (right - left == 2 and rows[left + 1][1].lower() in _LINKS)

    low = high = core.index(head)
    while high + 1 < len(core) and linked(core[high], core[high + 1]):
        high += 1
    while low > 0 and linked(core[low - 1], core[low]):
        low -= 1
    return core[low], core[high], TYPE_OF[kind]


def _name_after_noun(rows: list[list[str]], head: int, last: int) -> Span | None:
    """'immigration barrister Ann Roe': the head is a noun, the name follows it."""

    def is_name(at: int) -> bool:
        return at <= last and rows[at][3] == "PROPN"

    start = end = head + 1
    if rows[head][3] not in ("NOUN", "ADJ") or not is_name(start) or not rows[start][1][:1].isupper():
        return None
    while is_name(end + 1) or (end + 2 <= last and rows[end + 1][1] in _NAME_LINKS and is_name(end + 2)):
        end += 1
    return start, end, "PER"


def clean(pairs: list[tuple[Sentence, list[Span]]]) -> None:
    """Sets `names`: places that GUM takes for organisations, titles cut off, demonyms NAT, doubts masked."""
    places: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for sentence, spans in pairs:
        for first, last, kind in spans:
            counter = places if kind == "LOC" else bodies
            counter[_text(sentence, first, last)] += kind in ("LOC", "ORG")
    for sentence, spans in pairs:
        sentence.names = [NO_NAME] * len(sentence.words)
        for first, last, kind in spans:
            text = _text(sentence, first, last)
            is_country = text in COUNTRIES or text.replace("the ", "") in COUNTRIES
            if kind == "ORG" and (is_country or places[text] >= 2 * bodies[text] > 0):
                kind = "LOC"
            _put_name(sentence, first, last, kind)
        _mark_unannotated(sentence)


def _text(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.words[first : last + 1]).lower()


def _put_name(sentence: Sentence, first: int, last: int, kind: str) -> None:
    words, names = sentence.words, sentence.names
    assert names is not None
    if first == last:
        if kind in ("PER", "ORG") and is_demonym(words[first]):
            kind = "NAT"
        elif kind == "PER" and (
            sentence.xpos[first] == "NNPS"
            or (not is_capitalised(words[first]) and sentence.upos[first] != "PROPN")
        ):
            names[first] = None
            return
        elif kind == "OTH" and not is_capitalised(words[first]):
            names[first] = None
            return
    if kind == "PER":
        first = _cut_title(sentence, first, last)
    if first <= last:
        put(names, first, last, kind)


def _cut_title(sentence: Sentence, first: int, last: int) -> int:
    """Where the name begins behind its title; the title's own words are labelled or masked."""
    words, names = sentence.words, sentence.names
    assert names is not None
    start = name_start(words, first, last)
    if start <= last and words[start].lower() in ("of", "for", "to"):  # 'Secretary of State'
        start = last + 1 if last - start < 3 else start
    if start == first:
        return first
    for at in range(first, min(start, last + 1)):
        lower = words[at].lower()
        if not is_capitalised(words[at]) or lower in TITLES:
            continue
        if lower in TITLE_PARTS or start > last:
            names[at] = None
        elif lower in COUNTRIES:
            names[at] = {INDEX["B-LOC"]}
        else:
            names[at] = {INDEX["B-NAT"]} if is_demonym(words[at]) else None
    while start <= last and not is_capitalised(words[start]):
        start += 1
    return start


def _mark_unannotated(sentence: Sentence) -> None:
    names = sentence.names
    assert names is not None
    for at, (word, upos) in enumerate(zip(sentence.words, sentence.upos)):
        if names[at] != NO_NAME:
            continue
        if is_demonym(word):
            if upos == "ADJ":
                names[at] = {INDEX["B-NAT"]}
            elif upos in ("PROPN", "NOUN"):
                names[at] = NAT_OR_OTH | NO_NAME
        elif (
            upos == "PROPN"
            and is_capitalised(word)
            and word.lower() not in TITLES | TITLE_PARTS
            and not is_month(word)
        ):
            names[at] = None
