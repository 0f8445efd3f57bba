"""What the source says in English, and what the catalogue has of it in Korean."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from deckbuilder.cli import main
from deckbuilder.cli.commands import COMMANDS, command
from deckbuilder.cli.speaking import texts
from deckbuilder.language import DOMAIN, LOCALE

PACKAGE = Path(LOCALE).parent
PO = LOCALE / "ko" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
MARKS = {"_": None, "N_": None, "ngettext": (1, 2)}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HEAD = rb"""msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=1; plural=0;\n"

"""
SOURCES = [("**.py", "python"), ("**.html", "jinja2")]


def said() -> Catalog:
    """All that the source says: what is marked, the help of the commands, click's own words."""
    found = Catalog(locale="ko", project=DOMAIN, charset="utf-8")
    own = extract_from_dir(PACKAGE, SOURCES, {}, MARKS)
    for name, _line, message, comments, context in own:
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    for text in (text for one in (main, *map(command, COMMANDS)) for text in texts(one)):
        found.add(text, locations=[("cli", 0)])
    clicks = extract_from_dir(Path(click.__file__).parent, [("**.py", "python")], {}, MARKS)
    for _name, _line, message, _comments, _context in clicks:
        found.add(message, locations=[("click", 0)])
    return found


def known() -> Catalog:
    """The catalogue as it lies there."""
    if not PO.exists():
        return Catalog(locale="ko")
    with PO.open("rb") as file:
        return read_po(file, locale="ko", domain=DOMAIN)


def updated() -> Catalog:
    """The catalogue with what the source says now, and without what it says no more."""
    catalogue, template = known(), said()
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """A catalogue as text: the same bytes for the same messages."""
    file = BytesIO()
    write_po(file, catalogue, width=100, sort_output=True, no_location=True, omit_header=True)
    return HEAD + file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    file = BytesIO()
    catalogue.creation_date = catalogue.revision_date = EPOCH
    write_mo(file, catalogue)
    return file.getvalue()


def lacking(catalogue: Catalog) -> list[str]:
    """The messages that have no Korean yet, or might not be right any more."""
    found = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found
