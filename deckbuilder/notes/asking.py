"""What the cards of a note file ask: its units with the drafts of their notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from deckbuilder import render, tagless
from deckbuilder.cards import Page, drafts
from deckbuilder.model import REMEMBERED, CardSettings, Document, Draft, Key, Lock, Node, Note, Unit
from deckbuilder.notes import Asked, Origin, Reading, noted, once
from deckbuilder.notes.whereabouts import tags
from deckbuilder.notetypes import NOTE_TYPES

Lines = tuple[render.Line, ...]


def notes(
    readings: Sequence[Reading],
    title: str,
    settings: CardSettings,
    origin: Origin | None = None,
    lock: Lock | None = None,
    now: int = 0,
) -> list[Note]:
    """The notes of a deck: `asked` of each reading, `once`, `noted`."""
    units = [one for reading in readings for one in asked(reading, settings, origin)]
    return noted(once(units)[0], title, lock, now)


def asked(
    reading: Reading, settings: CardSettings, origin: Origin | None = None
) -> tuple[Asked, ...]:
    """What the cards of a note file ask.

    Args:
        reading: the note file.
        settings: which cards to make.
        origin: where the source that a card names leads to; None for nowhere.
    """
    names = _names_at(reading.root)
    return tuple(_asked(reading, unit, names, settings, origin) for unit in reading.units)


def proposed(
    reading: Reading, made: Sequence[Asked], settings: CardSettings, origin: Origin | None = None
) -> tuple[Key, ...]:
    """What each proposal of a note file is known by, whether it is made or not.

    Args:
        reading: the note file, as it is read without any choice.
        made: what its units ask.
        settings: which cards are made.
        origin: where cards link to.
    """
    names = _names_at(reading.root)
    rest = reading.proposals[len(made) :]
    asking = (*made, *(_asked(reading, unit, names, settings, origin) for unit in rest))
    place = "/".join(reading.document.place)
    return tuple(
        one.keys[0]
        if one.keys
        else Key(one.unit.kind, one.unit.front, place, one.unit.context, pin=one.unit.pin)
        for one in asking
    )


def _asked(
    reading: Reading,
    unit: Unit,
    names: Mapping[int, Lines],
    settings: CardSettings,
    origin: Origin | None,
) -> Asked:
    read_from = names.get(unit.span.first, ())
    page = Page(
        place=tuple(dict.fromkeys(name for name in (reading.subject, *unit.context) if name)),
        source=_source(reading.document, unit, origin, read_from),
        read_from=read_from,
        media=reading.media,
        footnotes=reading.footnotes,
        settings=settings,
    )
    found = tuple(drafts(unit, page))
    keys = tuple(_key(reading, unit, draft) for draft in found)
    return Asked(reading, unit, found, keys, tags(reading.document, unit))


def _key(reading: Reading, unit: Unit, draft: Draft) -> Key:
    note_type = NOTE_TYPES[draft.note_type]
    return Key(
        note_type=draft.note_type,
        term=unit.read_as or unit.front,
        file="/".join(reading.document.place),
        section=unit.context,
        answer=tagless.unfolded(draft.fields.get(note_type.answer, ""))[:REMEMBERED],
        parts=tuple(part.known_by for part in draft.parts),
        pin=unit.pin,
    )


def _source(document: Document, unit: Unit, origin: Origin | None, read_from: Lines) -> str:
    """The note and the heading that a card comes from, as a link where students find them.

    There is no line number and no anchor in it, so that it changes with nothing but itself.
    """
    name = document.called or document.place[-1]
    shown = render.name(render.BETWEEN.join([name, *unit.headings[-1:]]), read_from)
    address = origin and origin.address(document)
    linked = f'<a href="{escape(address)}">{shown}</a>' if address else shown
    return render.sanitise_source(linked)


def _names_at(root: Node) -> Mapping[int, Lines]:
    """By the number of a line, the lines that what is asked there may take its names from.

    The nearest come first: the label there, the line itself, the labels above. There is no entry
    where none of them has what a name keeps (formulas, scripts).
    """
    found: dict[int, Lines] = {}
    left: list[tuple[Node, Lines]] = [(root, ())]
    while left:
        node, above = left.pop()
        label = (render.line(node.label.text),) if node.label else ()
        here = {node.label.text.span.first: label} if node.label else {}
        for text in node.text:
            near = here.get(text.span.first, label)
            here[text.span.first] = (*near, render.line(text))
        found.update((at, (*near, *above)) for at, near in here.items())
        left += [(child, (*label, *above)) for child in reversed(node.children)]
    return {at: near for at, near in found.items() if any(line.kept for line in near)}
