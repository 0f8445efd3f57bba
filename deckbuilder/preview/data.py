"""What the page shows, as values for JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from deckbuilder import tagless
from deckbuilder.api import Look
from deckbuilder.api.looking import Shown
from deckbuilder.changes import Change
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.explain import Explanation
from deckbuilder.language import _
from deckbuilder.model import NAME, Document, Held, Same, Span, Unit
from deckbuilder.notetypes import NOTE_TYPES, NoteType, css
from deckbuilder.preview import templates
from deckbuilder.preview.reviewer import reviewed
from deckbuilder.preview.words import CHANGES, SEVERITIES, words
from deckbuilder.preview.written import Row
from deckbuilder.reasons import REASONS, REJECTIONS

Said = dict[str, Any]
UNLESS = "unless"
"""The reason of what another card asks for as a whole: that is seen at the same line."""
FONT = re.compile(rf'url\("({NAME.pattern})"\)')


def data(
    look: Look, media: Mapping[str, str], proposals: Sequence[Row] = (), held: Held | None = None
) -> Said:
    """All that the page shows of notes.

    Args:
        look: the notes as they are read.
        media: an address for each file that the cards show, by its name.
        proposals: what the author may take, leave out, name and ask otherwise, as `choices.rows`
            has it.
        held: what is held of the last look, for the next one; None where there is none.

    Returns:
        strings, numbers, lists and dictionaries. A card whose back begins with its front has only
        the rest of it, and says so (`joined`).
    """
    held = held or Held()
    kinds = {change.after.guid: _kinds(change) for change in look.changes}
    return {
        "title": look.title,
        "words": words(),
        "css": FONT.sub(lambda found: f'url("{media[found[1]]}")', css(look.fonts)),
        "media": media,
        "proposals": list(proposals),
        "cards": [row for shown in look.shown for row in _held_cards(shown, kinds, held)],
        "notes": [
            held.of(("note", Same(explained)), partial(_note, reading.document, explained))
            for reading, explained in zip(look.readings, look.explained, strict=True)
        ],
        "diagnostics": [_diagnostic(one) for one in look.diagnostics],
        "changes": [_change(change) for change in look.changes],
    }


def _held_cards(shown: Shown, changed: Mapping[str, str], held: Held) -> list[Row]:
    become = "" if shown.offered else changed.get(shown.note.guid, "")
    key = ("cards", Same(shown.note), Same(shown.unit), shown.offered, become)
    return held.of(key, partial(_cards, shown, become))


def _cards(shown: Shown, become: str) -> list[Row]:
    """The cards of a note: what they show, where that stands, what has become of it."""
    note = shown.note
    place = {
        "deck": note.deck,
        "tags": note.tags,
        "path": note.span.path if note.span else "",
        "line": note.span.first if note.span else 0,
        "lines": _lines(shown.unit),
        "offered": shown.offered,
        "changed": become,
        "guid": note.guid,
    }
    faces = _faces(NOTE_TYPES[note.note_type], note.fields, note.record.key.term)
    return [Row(face | place) for face in faces]


def _faces(note_type: NoteType, fields: Sequence[str], term: str) -> Iterator[Said]:
    values = dict(zip(note_type.fields, fields, strict=True))
    for card in templates.cards(note_type, fields):
        sides = templates.sides(note_type.key, card, fields)
        front = reviewed(sides.front, values, answered=False)
        back = reviewed(sides.back, values, answered=True)
        joined = back.startswith(front)
        # A blank between its neighbours says less of itself than what is asked.
        asks, number = (
            (note_type.question, f" ({card.number})") if note_type.cloze else (card.asks, "")
        )
        yield {
            "title": tagless.text(values[asks]) + number,
            "name": term,
            "front": front,
            "back": back[len(front) :] if joined else back,
            "joined": joined,
            "ordinal": templates.ordinal(note_type, card),
            "type": NOTE_TYPES[note_type.continues or note_type.key].called,
            "kind": _(card.template.counted[0]),
        }


def _lines(unit: Unit | None) -> list[tuple[int, int]]:
    """The lines that a unit asks and answers, first and last of each piece."""
    spans = (unit.span, *unit.also, *unit.answer) if unit else ()
    return [(span.first, span.last) for span in spans]


def _note(document: Document, blocks: Iterable[Explanation]) -> Row:
    said = {
        "path": document.path,
        # The text that was read, where it is no longer that of the file.
        "lines": [] if document.rows else list(document.lines),
        "remarks": [remark for block in blocks for remark in _remarks(block)],
    }
    return Row(said)


def _remarks(block: Explanation) -> Iterator[Said]:
    """What became of a block, beside its lines."""
    for fate in block.asks:
        yield _remark("made", block.span, _named(fate.unit), str(fate.habit), fate.unit)
    for fate in block.offers:
        against = [f"{_(what)}; {_(hint)}" for what, hint in fate.against]
        yield _remark("offered", block.span, _named(fate.unit), "\n".join(against), fate.unit)
    for fate in block.rejects:
        if fate.by and fate.reason != UNLESS:
            why = _(REJECTIONS[fate.reason]).format(other=_named(fate.by))
            yield _remark("rejected", block.span, f"{_named(fate.unit)}: {why}")
    if block.answers and not block.asks:
        yield _remark("answers", block.span, "")
    if block.reason:
        yield _remark("left", block.span, _(block.reason))
    for left in block.rest:
        yield _remark("left", left.span, _(REASONS[left.reason]))


def _remark(what: str, span: Span, said: str, why: str = "", unit: Unit | None = None) -> Said:
    return {
        "what": what,
        "first": span.first,
        "last": span.last,
        "said": said,
        "why": why,
        "name": unit.front if unit else "",
        "line": unit.span.first if unit else 0,
    }


def _named(unit: Unit) -> str:
    return f"{_(NOTE_TYPES[unit.kind].called)} “{unit.front}”"


def _diagnostic(one: Diagnostic) -> Said:
    return {
        "severity": one.severity.value,
        "called": _(SEVERITIES[one.severity.value]),
        "code": one.code,
        "path": one.span.path,
        "line": one.span.first,
        "message": one.message,
        "hint": one.hint,
    }


def _kinds(change: Change) -> str:
    return ", ".join(_(CHANGES[kind]) for kind in change.kinds)


def _change(change: Change) -> Said:
    before, after = change.before, change.after
    was = before.key.term if before and before.key.term != after.key.term else ""
    return {
        "kind": change.kinds[0].value,
        "called": _kinds(change),
        "type": _(NOTE_TYPES[after.key.note_type].called),
        "was": was,
        "name": after.key.term,
        "where": " › ".join((after.key.file, *after.key.section)),
        "guid": after.guid,
    }
