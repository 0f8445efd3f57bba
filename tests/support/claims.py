"""What is claimed of a note's lines, and whether the cards in Anki bear it out.

A line of a unit is "on a card". So its words can be read on the cards of a unit that claims it:
all of them, but for those of a label that became what is asked ("대칭키의 개념" asks for 대칭키);
and not all, where it is said that the rest of the line is on none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from deckbuilder.korean import closing, labels, sentences, shapes
from deckbuilder.korean.numbering import clean
from deckbuilder.model import SPOKEN, CardSettings, Kind, LabelKind, Node, Note, Span, Text, Unit
from deckbuilder.notes import Reading, once
from deckbuilder.notes.asking import asked as asked_of
from tests.support.collection import Stored, letters

# What stands within a word and is none of its letters: the number of a footnote, how it is read.
WITHIN = re.compile(r'<sup class="footnote">.*?</sup>|<r[tp]>.*?</r[tp]>')
Shown = dict[tuple[Span | None, str], str]


class Claim(NamedTuple):
    """A line of a note that is said to be on a card, and its words that are on none."""

    line: str
    missing: tuple[str, ...]


def claims(
    readings: Iterable[Reading], notes: Iterable[Note], stored: Iterable[Stored]
) -> Iterator[Claim]:
    """Every line that is claimed.

    Args:
        readings: the notes as they were read.
        notes: those of the deck that was made of them.
        stored: what Anki has of that deck.
    """
    readings = tuple(readings)
    shown = _shown(notes, {note.guid: note for note in stored})
    asked = [one for reading in readings for one in asked_of(reading, CardSettings())]
    for unit, first in once(asked)[1]:  # what is said again is on the card of the first
        again, kept = (unit.span, unit.front), (first.span, first.front)
        shown[again] = f"{shown.get(again, '')} {shown[kept]}"
    for reading in readings:
        yield from _of(reading, shown)


def false(found: Iterable[Claim]) -> list[Claim]:
    """Those that the cards do not bear out."""
    return [claim for claim in found if claim.missing]


def _shown(notes: Iterable[Note], stored: Mapping[str, Stored]) -> Shown:
    """What all sides of the cards of each unit say, in letters: by where it is asked, and what."""
    sides: dict[tuple[Span | None, str], list[str]] = defaultdict(list)
    for note in notes:
        for card in stored[note.guid].cards:
            both = (letters(WITHIN.sub("", side)) for side in (card.front, card.back))
            sides[note.span, note.record.key.term] += both
    return {unit: " ".join(texts) for unit, texts in sides.items()}


def _of(reading: Reading, shown: Shown) -> Iterator[Claim]:
    claimed: dict[int, list[Unit]] = defaultdict(list)
    for unit in reading.units:
        for number in unit.lines:
            claimed[number].append(unit)
    said = _said(reading)
    told = _told_otherwise(reading)
    heads = {id(node.children[0]) for node in reading.root.walk() if node.kind == Kind.TABLE}
    parted = {one.span.first for one in reading.left_out if one.reason == "rest"}
    for number, units in sorted(claimed.items()):
        missing = [
            found
            for node, text in said[number]
            if not _became_a_front(node, text, units)
            if number not in told
            or number in parted
            or any(number in span.lines for unit in units for span in unit.answer)
            if (found := _missing(node, text, shown, claimed))
        ]
        if number not in said and not _is_of_code(reading, number):
            missing.append(_split(reading.document.lines[number - 1]))
        if any(id(node) in heads for node, _ in said[number]):
            missing = missing[1:]  # what the names of a table are is told by none of them
        words = tuple(word for found in missing for word in found)
        if number in parted:  # and so it is said that not all of it is on a card
            words = () if words else ("nothing",)
        yield Claim(f"{reading.document.path}:{number}", words)


def _missing(node: Node, text: Text, shown: Shown, claimed: Mapping[int, list[Unit]]) -> list[str]:
    """The words of a text that no card shows; no number of a row, nothing that announces a list."""
    if node.kind == Kind.ROW and not any(map(str.isalpha, text.plain)):
        return []
    fronts = {unit.front for unit in _claiming(text, claimed)}
    label = labels.read(text)
    if node.kind == Kind.ROW and (label.kind == LabelKind.ASPECT or label.name in fronts):
        return []
    if node.label and text is node.label.text and shapes.announces(text.plain):
        return []
    sides = [shown[unit.span, unit.front] for unit in _claiming(text, claimed)]
    return [
        word
        for word in _words(node, text)
        if not any(form in side for side in sides for form in (word, *closing.forms(word)))
    ]


def _told_otherwise(reading: Reading) -> set[int]:
    """Lines of which a part is only offered, as the reading says itself.

    The other part may be a front: "물길은 길다. 갈래는 다음과 같다." above a list.
    """
    offered = (span for unit in reading.offered for span in unit.answer)
    left = (one.span for one in reading.left_out if one.reason != "rest")
    return {number for span in (*offered, *left) for number in span.lines}


def _said(reading: Reading) -> dict[int, list[tuple[Node, Text]]]:
    """What the outline has read in each line, and in which block."""
    said: dict[int, list[tuple[Node, Text]]] = defaultdict(list)
    for node in reading.root.walk():
        for text in node.lines:
            for number in text.span.lines:
                said[number].append((node, text))
    return said


def _claiming(text: Text, claimed: Mapping[int, list[Unit]]) -> Iterator[Unit]:
    """The units that claim any line of a text: it may be broken over several."""
    for number in text.span.lines:
        yield from claimed.get(number, ())


def _became_a_front(node: Node, text: Text, units: Iterable[Unit]) -> bool:
    """Whether a text is the label that a unit asks for, in the unit's own words."""
    label = node.label
    if label is None or text is not label.text:
        return False
    asking = [unit for unit in units if text.span in (unit.span, *unit.also)]
    if label.kind == LabelKind.ASPECT:  # it asks for what stands above it
        return bool(asking)
    name, whole = letters(label.name), letters(text.plain)
    return any(
        name in letters(unit.front)
        or (letters(unit.front) in whole and unit.front not in unit.context)
        for unit in asking
    )


def _words(node: Node, text: Text) -> list[str]:
    """The words of a text; a remark on the note goes, and the sentence beside it stays.

    What sets a sentence against another goes, too, where a comparison does so.
    """
    if node.kind == Kind.ROW:
        return _split(clean(text.plain))  # its number is told by no card
    pieces = sentences.split(text) if node.kind in SPOKEN else (text,)
    kept = [piece for piece in pieces if not shapes.is_chatter(piece.plain)] or pieces
    plain = (sentences.IN_CONTRAST.sub("", piece.plain) for piece in kept)
    return [word for piece in plain for word in _split(piece)]


def _split(plain: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain.lower())


def _is_of_code(reading: Reading, number: int) -> bool:
    """Whether a line without text is one of a code block's: its fences, with a language."""
    return any(node.kind == Kind.CODE and number in node.span.lines for node in reading.root.walk())
