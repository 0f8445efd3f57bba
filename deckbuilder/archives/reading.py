"""One reading of an archive and of those within it, each step within the bounds."""

from __future__ import annotations

import io
import itertools
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import IO

from deckbuilder.archives import names
from deckbuilder.archives.bounds import ANEW, MIB, TRUSTED, UNPACK, ArchiveError, Bounds
from deckbuilder.archives.names import Entry
from deckbuilder.language import _
from deckbuilder.model import visible

CHUNK = 1 << 16  # unpacked at once; asked for more, zipfile unpacks beyond what an entry tells
IN_MEMORY = MIB  # of an inner archive; a larger one goes into an unnamed temporary file
ENTRY = b"PK\x01\x02"  # each entry of a directory begins with it
BEGINNING = b"PK\x03\x04"
LOCAL_HEADER = 30  # bytes at least in front of the data of a member
ENCRYPTED = 0x1
# zipfile unpacks other kinds without a bound on memory, or not at all.
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises on bytes that are no sound zip: an unknown version is a RuntimeError, an
# offset before the file or a name in no encoding a ValueError, one far beyond an OverflowError.
UNSOUND = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    size: int
    """Its bytes, as the archive tells; `read` gives no more."""
    read: Callable[[], bytes]
    """Its content. Raises ArchiveError where it is damaged or larger than the bounds allow, OSError
    where the archive cannot be read. Only while the archive is open."""


class Reading:
    """What is left of the bounds; what was opened goes onto the stack."""

    def __init__(self, bounds: Bounds, stack: ExitStack, size: int) -> None:
        self.bounds = bounds
        self.stack = stack
        self.entries = bounds.members
        self.parts = bounds.parts
        self.bytes = min(bounds.total, max(bounds.grace, bounds.ratio * size))
        self.left_out: list[tuple[str, str]] = []

    def walk(self, file: IO[bytes], folder: str, depth: int) -> Iterator[tuple[str, Member]]:
        """The members of an archive that lies in `folder`, by their paths.

        Raises:
            ArchiveError: it is no sound archive, or beyond the bounds.
        """
        archive = self._directory(file)
        entries = [entry for entry in names.entries(archive.infolist(), folder) if entry.path]
        inner = names.inner(entries, folder)
        parts = frozenset(inner)
        for entry in entries:
            self._account(entry)
            if entry.is_folder or names.is_left_beside(entry.path) or entry in parts:
                continue
            if why := _special(entry.info):
                self.left_out.append((entry.path, why))
            else:
                read = partial(self._read, archive, entry)
                yield entry.path, Member(entry.info.file_size, read)
        for entry in inner:
            below = names.below(entry.path, alone=len(inner) == 1)
            yield from self._unpacked(archive, entry, below, depth + 1)

    def _directory(self, file: IO[bytes]) -> zipfile.ZipFile:
        file.seek(0)
        begins = file.read(len(BEGINNING)) == BEGINNING
        try:
            archive = zipfile.ZipFile(_Guarded(file, self.bounds))
        except UNSOUND as error:
            if begins:
                raise _damaged() from error
            raise ArchiveError(
                _("it is no zip archive"), _("name a .zip file, or a folder")
            ) from error
        self.stack.callback(archive.close)
        _check_places(archive)
        return archive

    def _account(self, entry: Entry) -> None:
        """Take an entry off what is left of the bounds, and see whether it can be read."""
        info = entry.info
        self.entries -= 1
        self.bytes -= info.file_size
        if self.entries < 0:
            raise _too_many(self.bounds)
        if self.bytes < 0:
            why = _("unpacked it is larger than {mib}, or far larger than packed").format(
                mib=_mib(self.bounds.total)
            )
            raise ArchiveError(why, _(TRUSTED))
        if len(entry.path.encode()) > self.bounds.path:
            named = visible(entry.path[:40])
            why = _("'{named}…' is longer than the {path} bytes of a path").format(
                named=named, path=self.bounds.path
            )
            raise ArchiveError(why, _("give it, or the folders above it, a shorter name"))
        if info.flag_bits & ENCRYPTED:
            raise ArchiveError(
                _("'{visible}' in it is encrypted").format(visible=visible(entry.path)), _(UNPACK)
            )
        if info.compress_type not in COMPRESSIONS:
            why = _("'{visible}' in it is not compressed by Deflate").format(
                visible=visible(entry.path)
            )
            raise ArchiveError(why, _(UNPACK))

    def _unpacked(
        self, archive: zipfile.ZipFile, entry: Entry, folder: str, depth: int
    ) -> Iterator[tuple[str, Member]]:
        """The members of an archive within an archive."""
        self.parts -= 1
        if depth > self.bounds.depth or self.parts < 0:
            most = _("more than {parts}, or more than {depth} deep").format(
                parts=self.bounds.parts, depth=self.bounds.depth
            )
            raise ArchiveError(
                _("it holds archives within archives, {most}").format(most=most), _(TRUSTED)
            )
        spool = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the stack closes it
        self.stack.callback(spool.close)
        for piece in _pieces(archive, entry):
            spool.write(piece)
        try:
            yield from self.walk(spool, folder, depth)
        except ArchiveError as error:
            why = f"in '{visible(entry.path)}': {error.why}"
            raise ArchiveError(why, error.hint) from error

    def _read(self, archive: zipfile.ZipFile, entry: Entry) -> bytes:
        if entry.info.file_size > self.bounds.member:
            why = _("'{visible}' in it is larger than {mib}").format(
                visible=visible(entry.path), mib=_mib(self.bounds.member)
            )
            raise ArchiveError(why, _("make it smaller, or leave it out"))
        return b"".join(_pieces(archive, entry))


class _Guarded(io.BufferedIOBase):
    """What zipfile reads from, which would take a directory of any size into memory."""

    def __init__(self, file: IO[bytes], bounds: Bounds) -> None:
        self.file = file
        self.bounds = bounds

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.file.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self.file.seek(offset, whence)

    def read(self, size: int | None = -1, /) -> bytes:
        size = -1 if size is None else size
        if size > self.bounds.directory:
            why = _("its directory is larger than {mib}").format(mib=_mib(self.bounds.directory))
            raise ArchiveError(why, _(TRUSTED))
        data = self.file.read(size)
        if data.count(ENTRY) > self.bounds.members:
            raise _too_many(self.bounds)
        return data


def _damaged() -> ArchiveError:
    return ArchiveError(_("it is cut off or damaged"), _(ANEW))


def _too_many(bounds: Bounds) -> ArchiveError:
    return ArchiveError(
        _("it holds more than {members} files").format(members=bounds.members), _(TRUSTED)
    )


def _mib(size: int) -> str:
    return f"{size // MIB} MiB"


def _pieces(archive: zipfile.ZipFile, entry: Entry) -> Iterator[bytes]:
    """The content of a member, no more of it than its entry tells."""
    size = 0
    try:
        with archive.open(entry.info) as content:
            while piece := content.read(CHUNK):
                size += len(piece)
                yield piece
        if size != entry.info.file_size:
            raise EOFError
    except UNSOUND as error:
        raise ArchiveError(
            _("'{visible}' in it is damaged").format(visible=visible(entry.path)), _(ANEW)
        ) from error


def _check_places(archive: zipfile.ZipFile) -> None:
    """Refuse members that share their data: so a small file unpacks to any size.

    Raises:
        ArchiveError: some do, or lie in front of what is left of the file.
    """
    spans = sorted((info.header_offset, info.compress_size) for info in archive.infolist())
    if spans and spans[0][0] < 0:
        raise _damaged()
    for (start, size), (following, _size) in itertools.pairwise([*spans, (archive.start_dir, 0)]):
        if start + LOCAL_HEADER + size > following:
            raise ArchiveError(_("files in it overlap, as they do in a zip bomb"), _(TRUSTED))


def _special(info: zipfile.ZipInfo) -> str:
    """Why a member is none, where its Unix mode tells of a link or a device; else nothing."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return _("it is a link")
    return "" if kind in {0, stat.S_IFREG} else _("it is no regular file")
