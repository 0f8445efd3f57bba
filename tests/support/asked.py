"""What the cards of notes ask and answer, as Anki shows them: a line a side, in plain text.

    term ? note › 가상화 / 하이퍼바이저란 무엇인가요?
    term = 가상 머신을 만들고 실행하는 소프트웨어이다.
    reverse ? note › 가상화 / 무엇에 대한 설명인가요? / 가상 머신을 만들고 실행하는 소프트웨어이다.
    reverse = 하이퍼바이저

Boxes of a side are set off by `/`, items by `•`, the rows of a table by `‖` and its cells by `|`.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from deckbuilder.model import CardSettings
from deckbuilder.notes import asking
from deckbuilder.notetypes import NOTE_TYPES
from tests.support.cases import reading
from tests.support.collection import Card, Stored, notes_in, shown
from tests.support.packed import packed

BOX = re.compile(r"</header>|<hr[^>]*>|<div[^>]*>(?!<dt>)")
ITEM = re.compile(r"<li\b[^>]*>")
PARTS = dict.fromkeys(("</tr>", "</dd>"), "‖")
PARTS |= dict.fromkeys(("</th>", "</td>", "</dt>"), "|")
INLINE = re.compile(r"</?(?:span|strong|em|b|i|u|s|a|code|small|mark|sub|sup|ruby|rt)\b[^>]*>")
BESIDE = re.compile(r'<footer.*?</footer>|<div class="speech">.*?</div>', re.S)
KEYS = {note_type.name: key for key, note_type in NOTE_TYPES.items()}


def asked(sources: Sequence[str]) -> list[list[str]]:
    """The lines of these notes, each read by itself, in the order of their cards."""
    return [[line for note in found for line in lines(note)] for found in in_anki(sources)]


def in_anki(sources: Sequence[str]) -> list[list[Stored]]:
    """What Anki has of these notes, each read by itself, packed into one deck."""
    with tempfile.TemporaryDirectory() as folder:
        made = [
            replace(note, record=replace(note.record, guid=f"{at} {note.guid}"), deck=str(at))
            for at, source in enumerate(sources)
            for note in asking.notes([reading(source)], "덱", CardSettings())
        ]
        stored = notes_in(packed(made, Path(folder)))
    return [[note for note in stored if note.card.deck == str(at)] for at in range(len(sources))]


def lines(note: Stored) -> Iterator[str]:
    """The sides of a note's cards, a line each."""
    for card in note.cards:
        side = name(note, card)
        back = card.back.partition('<hr id="answer">')[2] or card.back
        yield f"{side} ? {told(card.front)}"
        yield f"{side} = {told(back)}"


def name(note: Stored, card: Card) -> str:
    """The template's name, with a number where the note type has several of it."""
    note_type = NOTE_TYPES[KEYS[note.note_type]]
    if note_type.cloze:
        return f"item {card.ordinal + 1}"
    template = note_type.templates[card.ordinal]
    return f"{template.stem} {template.number}" if template.number else template.stem


def told(html: str) -> str:
    """The text of a side, its parts set off."""
    html = ITEM.sub(" • ", BOX.sub(" / ", BESIDE.sub("", html)))
    for tag, mark in PARTS.items():
        html = html.replace(tag, f" {mark} ")
    text = re.sub(r"(?: /)+(?= /)", "", f" {shown(INLINE.sub('', html))}")
    return re.sub(r"(?: \|)?(?= ‖)| \| ‖$", "", text).strip(" /")
