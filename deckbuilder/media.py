"""The pictures, sounds and films that cards show or play: which there are, and their files.

Notes name them in many ways, and not always as the file system does. An address is looked for

1. beside the note; from the notes' root on, if it begins with `/`;
2. anywhere below the root, by its name or the end of its path, whatever the case and the form
   of its letters (Obsidian's rule: the file nearest to the note);
3. in the file system, if it is an absolute path.

In each of these places it is tried as written, without its `?query` or `#fragment`, and
percent-decoded. What is found has to lie below the root, links followed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import posixpath
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from deckbuilder import files
from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.model import (
    FILMS,
    FONTS,
    IMAGES,
    REMOTE,
    SOUNDS,
    Document,
    Media,
    Node,
    Span,
    Text,
    Unit,
    composed,
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
NAME_A_FONT = "name a font file in 'fonts', relative to the file of the settings"


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

# File names without regard to case, and the files that have them: paths below the root.
Index = Mapping[str, Sequence[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Disk:
    """What a build has seen of the disk, so that it looks at no file twice."""

    indexes: dict[Path, Index] = field(default_factory=dict)
    digests: dict[Path, str] = field(default_factory=dict)

    def index(self, root: Path) -> Index:
        """The files below a folder, hidden ones left out."""
        if root not in self.indexes:
            self.indexes[root] = _index(root)
        return self.indexes[root]

    def digest(self, file: Path) -> str:
        """The SHA-256 of a file's content, in hex.

        Raises:
            OSError: the file cannot be read.
        """
        if file not in self.digests:
            with files.opened(file) as content:
                self.digests[file] = hashlib.file_digest(content, "sha256").hexdigest()
        return self.digests[file]


def find(
    document: Document, texts: Iterable[Text], disk: Disk
) -> tuple[Mapping[str, Media], tuple[Diagnostic, ...]]:
    """Find the files that a note's cards show or play.

    Args:
        document: the note; its addresses are relative to where it lies.
        texts: what its cards show, from `shown`.
        disk: one for all notes of a build.

    Returns:
        the files by their addresses, as they stand in the `image` marks, without those that are
        on the web or cannot be had; and what there is to say about these.
    """
    found: dict[str, Media] = {}
    diagnostics: list[Diagnostic] = []
    for address, span in _addresses(texts).items():
        media = _media(address, span, document, disk)
        if isinstance(media, Media):
            found[address] = media
        else:
            diagnostics.append(media)
    return found, tuple(diagnostics)


def _media(address: str, span: Span, document: Document, disk: Disk) -> Media | Diagnostic:
    written = unquote(address if len(address) <= WIDTH else f"{address[:WIDTH]}…")
    if REMOTE.match(address):
        return diagnose("remote-media", span, address=written)
    data = DATA_URL.fullmatch(address)
    if data:
        return _in_note(data, span, written)
    root = Path(os.path.realpath(document.root))
    found = _locate(address, Path(os.path.realpath(document.file.parent)), root, disk)
    if found is None:
        return diagnose("missing-media", span, address=written)
    if not Path(os.path.realpath(found)).is_relative_to(root):
        return diagnose("outside-media", span, address=written, folder=root.name)
    return _on_disk(found, span, written, disk)


def _on_disk(found: Path, span: Span, written: str, disk: Disk) -> Media | Diagnostic:
    """The file that an address leads to, if Anki takes it."""
    kind = found.suffix[1:].lower()
    file = Path(os.path.realpath(found))
    try:
        problem = _problem(file.stat(), kind)
        if problem:
            return diagnose(problem, span, address=written, types=SHOWN_TYPES)
        return _named(file, disk.digest(file), kind)
    except OSError as error:
        why, hint = files.fault(found, error)
        return diagnose("media-unreadable", span, address=written, why=why, hint=hint)


def fonts(named: Iterable[Path], disk: Disk) -> tuple[tuple[Media, ...], tuple[Diagnostic, ...]]:
    """Find the fonts to pack with the cards.

    Args:
        named: the font files.
        disk: one for all that a build looks at.

    Returns:
        the files under names that begin with `_`: Anki takes such whether notes name them or
        not; and what there is to say about those that cannot be had.
    """
    found = [_font(file, disk) for file in named]
    return (
        tuple(media for media in found if isinstance(media, Media)),
        tuple(problem for problem in found if isinstance(problem, Diagnostic)),
    )


def _font(file: Path, disk: Disk) -> Media | Diagnostic:
    kind = file.suffix[1:].lower()
    whole = Span(os.fsencode(file).decode("utf-8", "replace"), 0, 0)
    if kind not in FONTS:
        why = "its name ends in none of " + ", ".join(sorted(FONTS))
        return diagnose("font", whole, why=why, hint=NAME_A_FONT)
    try:
        digest = disk.digest(file)
    except FileNotFoundError as error:
        return diagnose("font", whole, why=files.fault(file, error)[0], hint=NAME_A_FONT)
    except OSError as error:
        why, hint = files.fault(file, error)
        return diagnose("font", whole, why=why, hint=hint)
    return Media(f"_deckbuilder-{digest[:16]}.{kind}", file, digest)


def _problem(status: os.stat_result, kind: str) -> str | None:
    """The code for a file that Anki would not take, or None."""
    checks = {
        "media-folder": stat.S_ISDIR(status.st_mode),
        "media-special": not stat.S_ISREG(status.st_mode),
        "media-type": kind not in TYPES,
        "media-empty": status.st_size == 0,
        "media-large": status.st_size > LARGEST,
    }
    return next((code for code, holds in checks.items() if holds), None)


def _named(content: Path | bytes, digest: str, kind: str) -> Media:
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


# --- where a file is ------------------------------------------------------------------------------


def _locate(address: str, here: Path, root: Path, disk: Disk) -> Path | None:
    """What an address leads to, wherever that is; None where there is nothing."""
    candidates = _candidates(_spellings(address), here, root, disk)
    broken = None
    for path in candidates:
        # `Path.exists` raises for a name that is too long; these do not.
        if os.path.exists(path):  # noqa: PTH110
            return path
        if broken is None and os.path.islink(path):  # noqa: PTH114
            broken = path  # where there is nothing better, it is told what is wrong with the link
    return broken


def _spellings(address: str) -> tuple[str, ...]:
    """What an address may mean as a path, with `/`; what is written comes first."""
    path = FILE_URL.sub("", address, count=1)
    first, last = re.split(r"[?#]", path, maxsplit=1)[0], re.sub(r"[?#][^?#]*\Z", "", path)
    written = (path, last, first)
    decoded = (unquote(spelling) for spelling in written)
    spellings = (spelling.replace("\\", "/") for spelling in (*written, *decoded))
    return tuple(dict.fromkeys(spelling for spelling in spellings if spelling.strip("/")))


def _candidates(spellings: Sequence[str], here: Path, root: Path, disk: Disk) -> Iterator[Path]:
    for path in spellings:
        yield root / path.lstrip("/") if path.startswith("/") else here / path
    for path in spellings:
        below = () if path.startswith("/") else here.relative_to(root).parts
        found = _search(path, below, disk.index(root))
        if found:
            yield root.joinpath(*found)
    for path in spellings:
        if path.startswith("/"):
            yield Path(path)


def _index(root: Path) -> Index:
    files: dict[str, list[tuple[str, ...]]] = {}
    for here, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        above = Path(here).relative_to(root).parts
        for name in names:
            if not name.startswith("."):
                files.setdefault(_folded(name), []).append((*above, name))
    return files


def _folded(name: str) -> str:
    return composed(name).casefold()


def _search(path: str, here: tuple[str, ...], index: Index) -> tuple[str, ...] | None:
    """The file whose path ends as `path` does; of several the nearest one.

    Nearest is what lies below the lowest folder above the note, there the least deep.
    """
    wanted = _parts(path)
    whole = ".." in wanted  # up and down leads to one place
    if whole:
        wanted = _parts(posixpath.normpath("/".join((*here, *wanted))))
    names = [composed(name) for name in wanted]
    folded = [name.casefold() for name in names]

    def distance(file: tuple[str, ...]) -> tuple[bool, int, int, tuple[str, ...]]:
        above = (len(here) - up for up in range(len(here) + 1))
        shared = next(depth for depth in above if file[:depth] == here[:depth])
        other_case = [composed(name) for name in file[-len(names) :]] != names
        return other_case, len(here) - shared, len(file), file

    hits = (
        file
        for file in (index.get(folded[-1], ()) if folded else ())
        if [_folded(name) for name in file[-len(names) :]] == folded
        and not (whole and len(file) > len(names))
    )
    return min(hits, key=distance, default=None)


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]
