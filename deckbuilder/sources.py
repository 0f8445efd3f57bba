"""Note files to documents: which there are, their encoding, their front matter."""

from __future__ import annotations

import codecs
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from deckbuilder import files
from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.model import Document, Span, composed, fault, seen

SUFFIXES = frozenset({".md", ".markdown"})
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters tell a binary file. Korean input methods leave a few U+0008 behind, in notes
# however short; others slip in with what is pasted, one in so many characters at most.
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
LEFT_BY_INPUT = "\b"
FEW_CONTROLS, FEW_OF_MANY, SLIP_IN = 3, 0.002, 50
# Codes for a file that was named, and for one that was found in a folder.
UNREADABLE = ("unreadable", "unreadable-inside")
NOT_TEXT = ("not-text", "not-text-inside")
# Codes that say that a file is left out against its author's will.
LEFT_OUT = frozenset({*UNREADABLE, *NOT_TEXT, "front-matter-skip"})


@dataclass(frozen=True, slots=True)
class Source:
    """A note file that was found.

    `place` is its path below the source root, composed (NFC); `root` the folder for its media.
    `found` says that it was not named itself, but lies in a folder that was. What stands for a
    folder that cannot be listed is `refused` already.
    """

    path: str
    file: Path
    place: tuple[str, ...]
    root: Path
    found: bool = False
    refused: OSError | None = None


def find(
    paths: Sequence[Path], folders: Sequence[Path] = ()
) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """Find the note files in files and folders.

    Args:
        paths: files of any name, and folders to search for `*.md` and `*.markdown`.
        folders: more sources, not to be read now; a note in one of them may show what lies there.

    Returns:
        the files, each once, in the order of the paths and below a folder in natural order, folders
        that cannot be listed among them; and a diagnostic for each path that is missing or holds
        no note.
    """
    sources: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    # `Path.is_dir` raises for a name that is too long; `os.path.isdir` does not.
    several = sum(os.path.isdir(path) for path in paths) > 1  # noqa: PTH112
    for path in paths:
        found, problems = _find(path, named=several)
        diagnostics += problems
        for source in found:
            real = os.path.realpath(source.file)
            known = sources.get(real, source)
            sources[real] = replace(known, found=known.found and source.found)
    around = {
        Path(os.path.realpath(folder)): folder
        for folder in (*paths, *folders)
        if os.path.isdir(folder)  # noqa: PTH112
    }
    rooted = (replace(source, root=_root(source, around)) for source in sources.values())
    return tuple(rooted), tuple(diagnostics)


def _root(source: Source, folders: Mapping[Path, Path]) -> Path:
    """The outermost of the folders that hold a note, else the folder that it lies in.

    A note shows the same pictures whether it is built alone or with all the others.
    """
    here = Path(os.path.realpath(source.file.parent))
    holding = [real for real in folders if here.is_relative_to(real)]
    return folders[min(holding, key=lambda real: len(real.parts))] if holding else source.root


def _find(path: Path, *, named: bool) -> tuple[list[Source], list[Diagnostic]]:
    """The notes in one path; `named` puts the folder's own name into their places."""
    whole = Span(shown(path), 0, 0)
    if os.path.isdir(path):  # noqa: PTH112
        root = Path(path.resolve().name) if named else Path()
        found = sorted(_walk(path, root), key=lambda source: natural(source.place))
        return found, [] if found else [diagnose("empty-folder", whole)]
    if os.path.lexists(path):
        return [Source(shown(path), path, _place(Path(path.name)), path.parent)], []
    return [], [diagnose("missing-source", whole)]


def _walk(folder: Path, root: Path) -> Iterator[Source]:
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        # In an order of our own: two names may have one place (가.md, 가.markdown; NFC and NFD).
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(here, name)
            if file.suffix.lower() in SUFFIXES and not name.startswith("."):
                place = _place(root / file.relative_to(folder))
                yield Source(shown(file), file, place, folder, found=True)
    for error in closed:
        inner = Path(error.filename)
        place = tuple(map(composed, (root / inner.relative_to(folder)).parts))
        yield Source(shown(inner), inner, place, folder, found=inner != folder, refused=error)


def shown(path: Path) -> str:
    """A path as it can be printed, whatever its bytes are."""
    return os.fsencode(path).decode("utf-8", "replace")


def _place(path: Path) -> tuple[str, ...]:
    return tuple(composed(part) for part in path.with_suffix("").parts)


def natural(place: tuple[str, ...]) -> tuple[tuple[bool, int, str], ...]:
    """A sort key in which 2 comes before 10."""
    parts = re.split(r"([0-9]+)", "/".join(place))
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)


def read(source: Source) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read a note file.

    Returns:
        the document, or None where the file cannot be read, is no text, or asks to be skipped;
        and what there is to say about it.
    """
    whole = Span(source.path, 0, 0)
    try:
        if source.refused:
            raise source.refused
        data = files.read(source.file)
    except OSError as error:
        why, hint = files.fault(source.file, error)
        return None, (diagnose(UNREADABLE[source.found], whole, why=why, hint=hint),)
    text, why = decode(data)
    if text is None:
        return None, (diagnose(NOT_TEXT[source.found], whole, why=why),)
    return _document(source, text)


def decode(data: bytes) -> tuple[str | None, str]:
    """Bytes to text with LF line ends, composed (NFC).

    UTF-8 and UTF-16 with a byte order mark, UTF-8, and CP949 (EUC-KR) are tried in this order.

    Returns:
        the text and an empty string, or None and why the bytes are no text.
    """
    marked = [encoding for bom, encoding in BOMS if data.startswith(bom)]
    for encoding in marked or ["utf-8", "cp949"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or _too_many_controls(text):
            return None, "it has control characters, as binary files do"
        text = CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
        return unicodedata.normalize("NFC", text), ""
    return None, f"it is not {' or '.join(marked or ['UTF-8', 'CP949'])}"


def _too_many_controls(text: str) -> bool:
    found = CONTROL.findall(text)
    slips = len(found) - found.count(LEFT_BY_INPUT)
    return len(found) > max(FEW_CONTROLS, FEW_OF_MANY * len(text)) or slips * SLIP_IN > len(text)


# --- front matter -------------------------------------------------------------------------------

FENCED = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)


def _words(value: object) -> object:
    """Tags as a list: YAML lists, or one string with commas or blanks, `#` allowed."""
    if isinstance(value, str):
        value = re.split(r"[,\s]+", value)
    if isinstance(value, list) and all(isinstance(tag, str) for tag in value):
        return tuple(tag.strip().lstrip("#") for tag in value if tag.strip().lstrip("#"))
    return () if value is None else value


def _name(text: str) -> str:
    """A text of one line, as YAML's blocks have more, without characters that nobody sees."""
    return seen(_line(text))


def _line(text: str) -> str:
    """A text with a blank for each line end and what is blank around it."""
    lines = re.split(r"[\t\n\r]", text)
    return " ".join(line.strip() for line in lines if line.strip())


Name = Annotated[str, AfterValidator(_name)]


class FrontMatter(BaseModel):
    """What a note may say about itself; keys of other tools are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: Name | None = None
    deck: Name | None = None
    tags: Annotated[tuple[Name, ...], BeforeValidator(_words)] = ()
    skip: bool = False


NAMES = ("title", "deck", "tags")
HINTS = {
    "title": "write a text: title: 운영체제",
    "deck": "write a text: deck: 전공::운영체제",
    "tags": "write a list: tags: [운영체제, 중간고사]",
    "skip": "write true or false: skip: true",
}


def _document(source: Source, text: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    found = FENCED.match(text)
    raw: Any = None
    diagnostics: tuple[Diagnostic, ...] = ()
    if found:
        try:
            raw = yaml.load(found["yaml"], Loader=yaml.BaseLoader)
        except (yaml.YAMLError, RecursionError) as error:
            raw, diagnostics = {}, (_yaml_error(source, error),)
    if not found or not isinstance(raw, dict | None) or (raw is None and found["yaml"].strip()):
        return Document(source.path, source.file, source.place, text, root=source.root), ()
    lines = found[0].count("\n") or 1
    span = Span(source.path, 1, lines)
    front, problems = _front_matter(source, raw or {}, found["yaml"])
    if front.skip:
        return None, (*diagnostics, *problems)
    document = Document(
        source.path,
        source.file,
        source.place,
        "\n" * found[0].count("\n") + text[found.end() :],
        title=front.title,
        deck=front.deck,
        tags=front.tags,
        front_matter=span,
        root=source.root,
    )
    return document, (*diagnostics, *problems)


def _yaml_error(source: Source, error: Exception) -> Diagnostic:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 1  # YAML counts from 0, below the fence
    why = getattr(error, "problem", None) or "it is nested too deeply"
    return diagnose("front-matter", Span(source.path, line, line), why=why)


def _front_matter(
    source: Source, raw: dict[object, object], text: str
) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    values = {str(key): value for key, value in raw.items() if value != ""}
    problems = [
        diagnose("front-matter-unseen", _row(source, key, text), key=key, why=why)
        for key in NAMES
        for why in list(_unseen(values.get(key)))[:1]
    ]
    try:
        return FrontMatter.model_validate(values), tuple(problems)
    except ValidationError as error:
        for detail in error.errors():
            key = str(detail["loc"][0])
            values.pop(key, None)
            span = _row(source, key, text)
            why = f"'{key}' is of the wrong type"
            code = "front-matter-skip" if key == "skip" else "front-matter-value"
            problems.append(diagnose(code, span, why=why, hint=HINTS[key]))
        front = FrontMatter.model_validate(values)
        # What may be meant to stay out goes into no deck.
        unclear = any(problem.code == "front-matter-skip" for problem in problems)
        return front.model_copy(update={"skip": front.skip or unclear}), tuple(problems)


def _row(source: Source, key: str, text: str) -> Span:
    """The line on which a key stands in a front matter."""
    rows = enumerate(text.split("\n"), start=2)
    line = next((number for number, row in rows if row.startswith(key)), 1)
    return Span(source.path, line, line)


def _unseen(value: object) -> Iterator[str]:
    """What is wrong with the characters of a name, or of any in a list of them."""
    for text in value if isinstance(value, list) else [value]:
        why = fault(_line(text)) if isinstance(text, str) and _line(text) else None
        if why:
            yield why
