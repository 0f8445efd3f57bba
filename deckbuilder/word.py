"""Documents of Microsoft Word and Google Docs (.docx) to Markdown and pictures, by pandoc.

Of the converters pandoc alone keeps headings, nested lists, merged cells, footnotes and equations
together. Its program comes as a Python package, `pypandoc-binary`; that one is run, as its Python
part would take whichever pandoc of the machine is newest, and decks would differ.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from deckbuilder import archives
from deckbuilder.archives import ArchiveError, Bounds
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, system

FILTER = Path(__file__).with_suffix(".lua")
PACKAGE, FOLDER, NAMES = "pypandoc", "files", ("pandoc", "pandoc.exe")
# What the reader of notes knows beyond CommonMark.
EXTENSIONS = (
    "pipe_tables",
    "tex_math_dollars",
    "footnotes",
    "strikeout",
    "subscript",
    "superscript",
    "yaml_metadata_block",
)
DOCUMENT, MEDIA = "word/document.xml", "word/media/"
ROOT = "word/"  # below it lie the pictures that the Markdown names
ZIP = b"PK"  # what a zip, and so every document, begins with
OLE = b"\xd0\xcf\x11\xe0"  # Word's file before 2007, and any document with a password
HEAP_EXHAUSTED = 251  # what GHC's programs exit with beyond their -M
MIB = 1 << 20
SAVE = N_("save it once more as .docx, without a password")
# A picture on each page.
BOOK = Bounds(members=10_000, total=512 * MIB, depth=0)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may be, and may take to convert."""

    archive: Bounds = BOOK
    memory: int = 1024
    """MiB that pandoc may take: 300 pages take 500."""
    seconds: float = 10
    """The time that pandoc may take, and three times that for each MiB of XML, which are 80 pages
    and take two seconds, on a busy machine seven."""


LIMITS = Limits()


class WordError(DeckbuilderError):
    """A document is not read. `why` says what is wrong, `hint` what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(f"{why}; {hint}")
        self.why = why
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as a note: Markdown with a title as front matter, if it has one."""

    text: str
    pictures: Mapping[str, bytes]
    """What is in the document, by the path that it has in the text."""


def converted(data: bytes, limits: Limits = LIMITS) -> Converted:
    """A .docx document as Markdown.

    Args:
        data: the content of the file.
        limits: what it may be, and take.

    Raises:
        WordError: it is no sound document, beyond the limits, or pandoc is not installed.
    """
    program = _pandoc()
    if program is None:
        why = _("it is a Word document, and what reads these is not installed")
        raise WordError(why, _("install it: pip install pypandoc-binary"))
    if data.startswith(OLE):
        raise WordError(_("it has a password, or is of a Word before 2007"), _(SAVE))
    if not data.startswith(ZIP):
        raise WordError(_("it is no Word document"), _(SAVE))
    try:
        members = _members(data, limits.archive)
    except ArchiveError as error:
        raise WordError(error.why, _(SAVE)) from error
    if DOCUMENT not in members:
        raise WordError(_("it is no Word document"), _(SAVE))
    text = _markdown(program, _packed(members), limits)
    pictures = {
        path.removeprefix(ROOT): content
        for path, content in members.items()
        if path.startswith(MEDIA)
    }
    return Converted(text, pictures)


def _pandoc() -> Path | None:
    """The program in the package, if it is installed."""
    package = find_spec(PACKAGE)
    folders = package.submodule_search_locations if package else None
    programs = (Path(folder, FOLDER, name) for folder in folders or () for name in NAMES)
    return next((program for program in programs if program.is_file()), None)


def _members(data: bytes, bounds: Bounds) -> dict[str, bytes]:
    with archives.within(io.BytesIO(data), bounds) as archive:
        return {path: member.read() for path, member in archive.members.items()}


def _packed(members: Mapping[str, bytes]) -> bytes:
    """The document once more, of what was read safely; pandoc needs no picture to name it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, content in members.items():
            archive.writestr(path, b"" if path.startswith(MEDIA) else content)
    return made.getvalue()


def _markdown(program: Path, document: bytes, limits: Limits) -> str:
    """What pandoc makes of a document; it touches no file, and no template of the user's.

    Raises:
        WordError: it makes nothing of it, or takes too much time or memory.
    """
    seconds = limits.seconds * (1 + 3 * len(document) / MIB)
    command = [
        str(program),
        "--sandbox",
        "--standalone",  # so that the title is kept
        f"--data-dir={program.parent}",
        f"--lua-filter={FILTER}",
        "--from=docx",
        f"--to={'+'.join(('commonmark', *EXTENSIONS))}",
        "--wrap=none",
        "--eol=lf",
        *("+RTS", f"-M{limits.memory}M", "-RTS"),
    ]
    try:
        done = subprocess.run(
            command, input=document, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        why = _("it takes more than {seconds:.0f} seconds to read").format(seconds=seconds)
        raise WordError(why, _("divide it into several documents")) from error
    except OSError as error:
        why = _("pandoc cannot be run: {strerror}").format(strerror=system(error))
        raise WordError(
            why, _("install it anew: pip install --force-reinstall pypandoc-binary")
        ) from error
    if done.returncode == HEAP_EXHAUSTED:
        why = _("it takes more than {memory} MiB to read").format(memory=limits.memory)
        raise WordError(why, _("divide it into several documents"))
    if done.returncode:
        raise WordError(_("it is damaged"), _(SAVE))
    return done.stdout.decode()
