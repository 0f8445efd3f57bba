"""What there is to say about the notes of a deck together."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from deckbuilder import sources
from deckbuilder.diagnostics import Diagnostic, Severity, diagnose
from deckbuilder.language import _
from deckbuilder.model import Directive, Document, Enumeration, Language, Note, Pin, Span
from deckbuilder.model.say import IGNORE, KINDS, WORDS
from deckbuilder.notes import Reading

# More than this nobody learns as one list: the chemical elements are 118.
MOST_LEARNED = 200
# So many notes are named of those that are in other languages.
FEW = 3
# What a note gives to others, or its author wants to be no card.
ELSEWHERE = frozenset({"embedded", "skipped", "author"})
MANY_CARDS, NEW_A_DAY = 10_000, 20


def texts(readings: Iterable[Reading]) -> list[Diagnostic]:
    """Notes that are there twice."""
    first: dict[str, Document] = {}
    found: list[Diagnostic] = []
    for reading in readings:
        document = reading.document
        whole, text = Span(document.path, 0, 0), document.source.strip()
        same = first.setdefault(text, document)
        if same is not document and reading.units:
            found.append(diagnose("same-note", whole, first=same.path))
    return found


def languages(
    others: Sequence[Document], languages: Sequence[Language], paths: Sequence[Path]
) -> list[Diagnostic]:
    """Which notes are in languages that are not read, said of all at once."""
    if not others:
        return []
    named = ", ".join(other.path for other in others[:FEW])
    more = len(others) - FEW
    wanted = [*languages, *sorted({other.language for other in others})]
    return [
        diagnose(
            "language",
            Span(sources.shown(paths[0]), 0, 0),
            number="1 note" if len(others) == 1 else f"{len(others):,} notes",
            languages=", ".join(languages),
            first=f"{named} and {more:,} more" if more > 0 else named,
            all=json.dumps(wanted),
        )
    ]


def many(made: Iterable[Note], paths: Sequence[Path]) -> list[Diagnostic]:
    """Whether there are more cards than anybody learns."""
    cards = sum(len(note.record.cards) for note in made)
    if cards <= MANY_CARDS:
        return []
    whole = Span(sources.shown(paths[0]), 0, 0)
    days = f"{cards // NEW_A_DAY:,}"
    return [diagnose("many-cards", whole, number=f"{cards:,}", days=days)]


def pins(pins: Iterable[Pin]) -> list[Diagnostic]:
    """Ids that are none, are given twice, or to nothing."""
    first: dict[str, Pin] = {}
    found: list[Diagnostic] = []
    for pin in pins:
        if not pin.sound:
            like = "-".join(re.split(r"[\s<>]+", pin.name)) or "세마포어"
            found.append(diagnose("pin-name", pin.span, name=pin.name, like=like))
        elif first.setdefault(pin.name, pin) is not pin:
            where = str(first[pin.name].span)
            found.append(diagnose("pin-twice", pin.span, name=pin.name, first=where))
        elif not pin.used:
            found.append(diagnose("pin-nothing", pin.span, name=pin.name))
    return found


def directives(directives: Iterable[Directive]) -> list[Diagnostic]:
    """What authors say in comments that nothing can be made of."""
    return [_wrong(one) for one in directives if one.wrong or _names_no_code(one)]


def _names_no_code(one: Directive) -> bool:
    if one.word != IGNORE:
        return False
    from deckbuilder.lint import KNOWN  # noqa: PLC0415 - the lints read notes: slow to import

    return one.value not in KNOWN


def _wrong(one: Directive) -> Diagnostic:
    said = f"{one.word}{' ' if one.word == IGNORE else '='}{one.value}" if one.value else one.word
    if _names_no_code(one):
        from deckbuilder.lint import meant  # noqa: PLC0415 - likewise

        name = _(
            "name one, as in <!-- deckbuilder: ignore spelling -->; `deckbuilder check --list` "
            "lists them"
        )
        return diagnose(
            "comment-code", one.span, said=said, hint=meant(one.value) if one.value else name
        )
    match one.wrong:
        case "word":
            return diagnose("comment-word", one.span, said=said, like=_like(one.word, WORDS))
        case "kind":
            return diagnose("comment-kind", one.span, said=said, like=_like(one.value, KINDS))
        case "reading":
            return diagnose("comment-reading", one.span, said=said)
        case _:
            return diagnose("comment-nothing", one.span, said=said)


def _like(word: str, known: Sequence[str]) -> str:
    """The known word that is nearest to this one."""
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1)), known[0])


def long_lists(readings: Iterable[Reading]) -> list[Diagnostic]:
    """Lists that nobody learns as a whole."""
    return [
        diagnose("long-list", unit.span, name=unit.front, number=str(len(unit.items)))
        for reading in readings
        for unit in reading.units
        if isinstance(unit, Enumeration) and len(unit.items) > MOST_LEARNED
    ]


def without_cards(
    readings: Sequence[Reading], diagnostics: Sequence[Diagnostic], paths: Sequence[Path]
) -> list[Diagnostic]:
    """Notes without a card; a deck without any."""
    empty = [reading for reading in readings if not reading.units]
    if len(empty) < len(readings):
        return [
            diagnose("note-without-cards", Span(reading.document.path, 0, 0))
            for reading in empty
            if not any(left.reason in ELSEWHERE for left in reading.left_out)
            # What has front matter alone is a page of a site: it gives a folder its title.
            if reading.document.source.strip() or not reading.document.front_matter
        ]
    if any(diagnostic.severity == Severity.ERROR for diagnostic in diagnostics):
        return []
    return [diagnose("no-cards", Span(sources.shown(paths[0]), 0, 0))]
