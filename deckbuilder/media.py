"""The pictures, sounds and films that cards show or play: which there are, and their files.

Notes name them in many ways, and not always as their files are called. An address may be meant as
written, without its `?query` or `#fragment`, or percent-decoded; the source knows what lies there.
What is found has to lie in the source.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from deckbuilder import files
from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.language import N_, _
from deckbuilder.model import (
    FILMS,
    FONTS,
    IMAGES,
    REMOTE,
    SOUNDS,
    Document,
    File,
    Media,
    Node,
    Span,
    Status,
    Text,
    Unit,
)

TYPES = IMAGES | SOUNDS | FILMS
SHOWN_TYPES = ", ".join(" ".join(sorted(types)) for types in (IMAGES, SOUNDS, FILMS))
LARGEST = 100 * 2**20
FILE_URL = re.compile(r"file:(?://(?:localhost)?)?(?=/)(?:/(?=[a-z]:))?", re.I)
DATA_URL = re.compile(
    r"data:(?:image/)?(?P<type>[^;,]*)(?P<how>[^,]*),(?P<data>.*)", re.IGNORECASE | re.DOTALL
)
# Types of `data:` addresses that are called otherwise than their files.
DATA_TYPES = {"svg+xml": "svg", "x-icon": "ico", "vnd.microsoft.icon": "ico", "x-ms-bmp": "bmp"}
# Addresses can be long (`data:` ones); a message shows the beginning.
WIDTH = 80
NAME_A_FONT = N_("name a font file in 'fonts', relative to the file of the settings")


# --- what cards show ------------------------------------------------------------------------------


def shown(units: Iterable[Unit]) -> Iterator[Text]:
    """The lines of text that the cards of these units show, each with its marks."""
    for unit in units:
        yield from lines(unit.shown)


def lines(nodes: Iterable[Node]) -> Iterator[Text]:
    """All lines of these blocks and of those beneath them."""
    for node in nodes:
        for part in node.walk():
            yield from part.lines


def _addresses(texts: Iterable[Text]) -> dict[str, Span]:
    """Each address and where it stands first, in the order of the note."""
    places = (
        (text.span, mark.value)
        for text in texts
        for run in text.runs
        for mark in run.marks
        if mark.kind == "image"
    )
    found: dict[str, Span] = {}
    for span, address in sorted(places):
        found.setdefault(address, span)
    return found


# --- the step -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Digests:
    """Those of the files that a build has seen, so that it reads none twice."""

    known: dict[File, str] = field(default_factory=dict)

    def of(self, file: File) -> str:
        """The SHA-256 of a file's content, in hex.

        Raises:
            OSError: the file cannot be read.
        """
        if file not in self.known:
            with file.open() as content:
                self.known[file] = hashlib.file_digest(content, "sha256").hexdigest()
        return self.known[file]


def find(
    document: Document, texts: Iterable[Text], digests: Digests
) -> tuple[Mapping[str, Media], tuple[Diagnostic, ...]]:
    """Find the files that a note's cards show or play.

    Args:
        document: the note; its addresses are relative to where it lies.
        texts: what its cards show, from `shown`.
        digests: one for all notes of a build.

    Returns:
        the files by their addresses, as they stand in the `image` marks, without those that are
        on the web or cannot be had; and what there is to say about these.
    """
    found: dict[str, Media] = {}
    diagnostics: list[Diagnostic] = []
    for address, span in _addresses(texts).items():
        media = _media(address, span, document, digests)
        if isinstance(media, Media):
            found[address] = media
        else:
            diagnostics.append(media)
    return found, tuple(diagnostics)


def files_of(document: Document, texts: Iterable[Text]) -> Iterator[tuple[File, Span]]:
    """The files that a note shows, each with the first place; what is no file is left out."""
    for address, span in _addresses(texts).items():
        is_file = not REMOTE.match(address) and not DATA_URL.fullmatch(address)
        found = document.files.find(_spellings(address)) if is_file else None
        if found is not None and found.inside and _is_file(found):
            yield found, span


def _is_file(file: File) -> bool:
    try:
        return file.status().kind == "file"
    except OSError:
        return False


def _media(address: str, span: Span, document: Document, digests: Digests) -> Media | Diagnostic:
    written = unquote(address if len(address) <= WIDTH else f"{address[:WIDTH]}…")
    if REMOTE.match(address):
        return diagnose("remote-media", span, address=written)
    data = DATA_URL.fullmatch(address)
    if data:
        return _in_note(data, span, written)
    found = document.files.find(_spellings(address))
    if found is None:
        return diagnose("missing-media", span, address=written)
    if not found.inside:
        return diagnose("outside-media", span, address=written, folder=document.files.name)
    return _in_source(found, span, written, digests)


def _in_source(file: File, span: Span, written: str, digests: Digests) -> Media | Diagnostic:
    """The file that an address leads to, if Anki takes it."""
    kind = file.path.suffix[1:].lower()
    try:
        problem = _problem(file.status(), kind)
        if problem:
            return diagnose(problem, span, address=written, types=SHOWN_TYPES)
        return _named(file, digests.of(file), kind)
    except OSError as error:
        why, hint = files.fault(file.path, error)
        return diagnose("media-unreadable", span, address=written, why=why, hint=hint)


def fonts(
    named: Iterable[Path], digests: Digests
) -> tuple[tuple[Media, ...], tuple[Diagnostic, ...]]:
    """Find the fonts to pack with the cards.

    Args:
        named: the font files.
        digests: one for all that a build looks at.

    Returns:
        the files under names that begin with `_`: Anki takes such whether notes name them or
        not; and what there is to say about those that cannot be had.
    """
    found = [_font(file, digests) for file in named]
    return (
        tuple(media for media in found if isinstance(media, Media)),
        tuple(problem for problem in found if isinstance(problem, Diagnostic)),
    )


def _font(file: Path, digests: Digests) -> Media | Diagnostic:
    kind, font = file.suffix[1:].lower(), files.on_disk(file)
    whole = Span(os.fsencode(file).decode("utf-8", "replace"), 0, 0)
    if kind not in FONTS:
        why = _("its name ends in none of ") + ", ".join(sorted(FONTS))
        return diagnose("font", whole, why=why, hint=_(NAME_A_FONT))
    try:
        digest = digests.of(font)
    except FileNotFoundError as error:
        return diagnose("font", whole, why=files.fault(file, error)[0], hint=_(NAME_A_FONT))
    except OSError as error:
        why, hint = files.fault(file, error)
        return diagnose("font", whole, why=why, hint=hint)
    return Media(f"_deckbuilder-{digest[:16]}.{kind}", font, digest)


def _problem(status: Status, kind: str) -> str | None:
    """The code for a file that Anki would not take, or None."""
    checks = {
        "media-folder": status.kind == "folder",
        "media-special": status.kind == "special",
        "media-type": kind not in TYPES,
        "media-empty": status.size == 0,
        "media-large": status.size > LARGEST,
    }
    return next((code for code, holds in checks.items() if holds), None)


def _named(content: File | bytes, digest: str, kind: str) -> Media:
    return Media(f"deckbuilder-{digest[:16]}.{kind}", content, digest)


def _in_note(data: re.Match[str], span: Span, written: str) -> Media | Diagnostic:
    """The picture that a `data:` address is."""
    kind = DATA_TYPES.get(data["type"].lower(), data["type"].lower())
    if kind not in IMAGES:
        return diagnose("media-type", span, address=written, types=SHOWN_TYPES)
    try:
        encoded = data["how"].lower().endswith(";base64")
        plain = unquote_to_bytes(data["data"])
        content = base64.b64decode(plain) if encoded else plain
    except binascii.Error as error:
        return diagnose("media-broken", span, address=written, why=str(error))
    if not content:
        return diagnose("media-empty", span, address=written)
    return _named(content, hashlib.sha256(content).hexdigest(), kind)


def _spellings(address: str) -> tuple[str, ...]:
    """What an address may mean as a path, with `/`; what is written comes first."""
    path = FILE_URL.sub("", address, count=1)
    first, last = re.split(r"[?#]", path, maxsplit=1)[0], re.sub(r"[?#][^?#]*\Z", "", path)
    written = (path, last, first)
    decoded = (unquote(spelling) for spelling in written)
    spellings = (spelling.replace("\\", "/") for spelling in (*written, *decoded))
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling.strip("/")))
