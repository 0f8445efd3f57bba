"""The names of members: their encodings, where they lead, what is not a user's own."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from deckbuilder import files
from deckbuilder.archives.bounds import ArchiveError
from deckbuilder.language import _
from deckbuilder.model import composed, visible

UTF_8 = 0x800
ZIP = ".zip"
PART = re.compile(r"part[-_ ]?[0-9]+\.zip\Z", re.I)
DRIVE = re.compile(r"[A-Za-z]:")
HANGUL = re.compile("[가-힣]")
# What systems leave beside files.
LEFT_BESIDE = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
MACOSX, DOUBLE = "__MACOSX", "._"


class Entry(NamedTuple):
    """An entry of an archive's directory by its safe path, which is empty for the root itself."""

    path: str
    is_folder: bool
    info: zipfile.ZipInfo


def entries(infos: Sequence[zipfile.ZipInfo], folder: str) -> Iterator[Entry]:
    """The entries of an archive that lies in `folder`, a path with a slash at its end.

    Raises:
        ArchiveError: one leads out of the archive.
    """
    # zipfile takes what is not marked as UTF-8 for CP437, which has a character for each byte.
    unmarked = {
        info: info.orig_filename.encode("cp437") for info in infos if not info.flag_bits & UTF_8
    }
    together = _encoding(unmarked.values())
    for info in infos:
        name = info.orig_filename
        if info in unmarked:
            raw = unmarked[info]
            name = raw.decode(together or _encoding([raw]) or "cp437")
        path = safe(name)
        yield Entry(path and folder + path, name.endswith(("/", "\\")), info)


def _encoding(names: Collection[bytes]) -> str | None:
    """The encoding of unmarked names, by what can read all: UTF-8 (macOS) or CP949 (Windows).

    Where both can, the one in which they are Korean: 책 in CP949 is å in UTF-8.
    """
    readable = {}
    for encoding in ("utf-8", "cp949"):
        with suppress(UnicodeDecodeError):
            readable[encoding] = composed(b"\n".join(names).decode(encoding))
    korean = [encoding for encoding, text in readable.items() if HANGUL.search(text)]
    return next(iter([*korean, *readable]), None)


def safe(name: str) -> str:
    r"""The path of a member below the archive's root, composed (NFC); empty for the root itself.

    Args:
        name: as it stands in the archive, with `/` or `\` between its parts.

    Raises:
        ArchiveError: it leads out of the root, on this system or on another.
    """
    path = composed(name.replace("\\", "/"))
    parts = [part for part in path.split("/") if part not in {"", "."}]
    # Windows drops dots and blanks at the end: ".. " is "..".
    climbs = any(not part.strip(" .") for part in parts)
    if climbs or path.startswith("/") or DRIVE.match(path) or "\0" in path:
        why = _("'{visible}' leads out of the archive").format(visible=visible(name))
        raise ArchiveError(why, _("zip the folder with your notes itself, or build that folder"))
    return "/".join(parts)


def is_left_beside(path: str) -> bool:
    """Whether it is no file of the user's, but one that a system keeps for itself."""
    *folders, name = path.split("/")
    return MACOSX in folders or name in LEFT_BESIDE or name.startswith(DOUBLE)


def inner(found: Sequence[Entry], folder: str) -> tuple[Entry, ...]:
    """The archives to read as part of this one, in natural order.

    All where there is nothing else; else those that are called parts and lie at its root. Others
    are files that a note has, like any other.
    """
    kept = [entry for entry in found if not entry.is_folder and not is_left_beside(entry.path)]
    archives = [entry for entry in kept if entry.path.lower().endswith(ZIP)]
    if len(archives) < len(kept):
        parts = (entry for entry in archives if PART.search(entry.path))
        archives = [entry for entry in parts if "/" not in entry.path.removeprefix(folder)]
    return tuple(sorted(archives, key=lambda entry: files.natural(entry.path)))


def below(path: str, *, alone: bool) -> str:
    """The folder, with a slash at its end, in which the members of an inner archive lie.

    Parts are one export, and so is what was zipped twice. Others keep apart, each in a folder.
    """
    parent, slash, _ = path.rpartition("/")
    return parent + slash if alone or PART.search(path) else f"{path[: -len(ZIP)]}/"
