"""`deckbuilder.lock`: what is remembered of the last release, as TOML that diffs and merges well.

A table for each note, named by its GUID and in the order of GUIDs: a note stays where it is in the
file whatever happens to it, so that a diff shows what has changed and nothing else, and two
branches seldom touch the same lines. Nothing in it stands for all of it (no date, no digest).
"""

from __future__ import annotations

import re
import secrets
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import tomli_w
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, theirs
from deckbuilder.model import PROJECT_ID, Key, Lock, Record, Stamp
from deckbuilder.notetypes import NOTE_TYPES

FILE = "deckbuilder.lock"
VERSION = 1
HEAD = """\
# 덱의 노트가 저마다 어느 것인지 적어 두어, 학생의 복습 기록이 남게 합니다. `deckbuilder build`가
# 적습니다. 덱과 함께 커밋하세요. 병합 충돌이 나면 어느 한쪽을 남기고(프로젝트가 둘이면 학생이 받은
# 덱의 쪽을) 다시 만드세요.
# Which note of the deck is which, so that students keep their reviews. `deckbuilder build` writes
# it: commit it together with the deck. In a merge conflict keep either side, of two projects that
# of the deck that students have, and build again.
"""
# What is later could not be written any more with the next change.
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
PROJECT = re.compile(r"^project\s*=")
TABLE = re.compile(r"^\[(?P<table>[^\[\]]+)\]\s*$")


class LockError(DeckbuilderError):
    """The lock cannot be used; the message names the file, the line and the remedy."""


def _of_a_build(time: datetime) -> datetime:
    if not EARLIEST <= time <= LATEST:
        raise ValueError(_("is no time at which a deck was built"))
    return time


class _Stamped(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    shows: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    changed: Annotated[AwareDatetime, AfterValidator(_of_a_build)]

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.shows, round(self.changed.timestamp()))


def _of_a_note_type(key: str) -> str:
    if key not in NOTE_TYPES:
        known = ", ".join(f"'{known}'" for known in NOTE_TYPES)
        raise ValueError(
            _("cannot be used: there is no note type '{key}', only {known}").format(
                key=key, known=known
            )
        )
    return key


class _Note(_Stamped):
    type: Annotated[str, AfterValidator(_of_a_note_type)]
    term: str
    file: str = ""
    section: list[str] = []
    answer: str = ""
    parts: list[str] = []
    cards: list[str] = []
    id: str = ""
    after: str = ""
    retired: bool = False

    def record(self, guid: str) -> Record:
        key = Key(
            note_type=self.type,
            term=self.term,
            file=self.file,
            section=tuple(self.section),
            answer=self.answer,
            parts=tuple(self.parts),
            pin=self.id,
        )
        return Record(guid, key, self.stamp, tuple(self.cards), self.after, self.retired)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    version: int
    project: Annotated[str, Field(pattern=PROJECT_ID)] = ""
    title: str = ""
    type: dict[str, _Stamped] = {}
    note: dict[str, _Note] = {}


def load(file: Path) -> Lock | None:
    """Read a lock file.

    Returns:
        what it remembers; None where there is no such file.

    Raises:
        LockError: it cannot be read, or is no sound lock.
    """
    try:
        text = files.read(file).decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        why, hint = files.fault(file, error)
        raise LockError(
            _("{file}: cannot be read: {why}; {hint}").format(file=file, why=why, hint=hint)
        ) from error
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise LockError(
            _("{file}:{number}: is not UTF-8; {remedy}").format(
                file=file, number=number, remedy=_remedy(str(file))
            )
        ) from error
    return loads(text, str(file))


def loads(text: str, name: str) -> Lock:
    """Read the text of a lock file.

    Args:
        text: as it stands in the file.
        name: what messages call it; that of a revision as git has it, `REVISION:FILE`.

    Raises:
        LockError: it is no sound lock.
    """
    _refuse_two_projects(text, name)
    _refuse_conflicts(text, name)
    _refuse_twice(text, name)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        number = at[1] if at else text.count("\n") + 1
        raise LockError(
            _("{name}:{number}: is damaged: {error}; {remedy}").format(
                name=name, number=number, error=theirs(str(error)), remedy=_remedy(name)
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise LockError(_damaged(error, text, name)) from error
    version = table.get("version")
    where = f"{name}:{_line(text, ['version'])}"
    if type(version) is not int or version < VERSION:
        raise LockError(
            _("{where}: there is no 'version = {VERSION}'; {remedy}").format(
                where=where, VERSION=VERSION, remedy=_remedy(name)
            )
        )
    if version > VERSION:
        raise LockError(
            _(
                "{where}: was written by a newer deckbuilder (version {min} of the file, this "
                "one knows {VERSION}); update deckbuilder"
            ).format(where=where, min=min(version, 999), VERSION=VERSION)
        )
    try:
        found = _File.model_validate(table)
    except ValidationError as error:
        raise LockError(_invalid(error, text, name)) from error
    _refuse_unknown_types(found, text, name)
    _refuse_same_ids(found, text, name)
    return Lock(
        notes={guid: note.record(guid) for guid, note in found.note.items()},
        note_types={key: stamped.stamp for key, stamped in found.type.items()},
        project=found.project,
        title=found.title,
    )


def new_project() -> str:
    """An id for a project: nobody else has it."""
    return secrets.token_hex(8)


def _remedy(name: str) -> str:
    revision = name.rpartition(":")[0]
    if len(revision) > 1:  # one letter is a drive
        return _("name another revision")
    return _("take the last good one back (git checkout HEAD -- {name})").format(name=name)


def _refuse_two_projects(text: str, name: str) -> None:
    """Of branches that have each made a lock, or given an old one its id."""
    found = [at for at, line in enumerate(text.split("\n"), start=1) if PROJECT.match(line)]
    if len(found) > 1:
        raise LockError(
            _(
                "{name}:{found}: there are two projects, the first in line {found2}; of a "
                "merge keep the side of the deck that students have, and build again"
            ).format(name=name, found=found[1], found2=found[0])
        )


def _damaged(error: Exception, text: str, name: str) -> str:
    """What TOML's reader does not say of itself: too long a number, too deep a nest."""
    digits = isinstance(error, ValueError)
    what = _("holds a number of too many digits") if digits else _("is nested too deeply")
    where = re.search(r"[0-9_]{1000}" if digits else r"(?:[\[{][^\[\]{}]{0,20}){100}", text)
    number = text.count("\n", 0, where.start()) + 1 if where else 1
    return _("{name}:{number}: is damaged: it {what}; {remedy}").format(
        name=name, number=number, what=what, remedy=_remedy(name)
    )


def _refuse_conflicts(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if CONFLICT.match(line):
            raise LockError(
                _(
                    "{name}:{number}: a merge conflict is not resolved; keep either side (or "
                    "both, where both have a note of their own), and build again"
                ).format(name=name, number=number)
            )


def _refuse_twice(text: str, name: str) -> None:
    tables = list(_tables(text))
    often = Counter(table for table, _at in tables)
    twice = [(table, number) for table, number in tables if often[table] > 1]
    if twice:
        (table, first), (_same, second) = [same for same in twice if same[0] == twice[0][0]][:2]
        raise LockError(
            _(
                "{name}:{second}: [{table}] stands there twice, first in line {first}; delete "
                "one of the two"
            ).format(name=name, second=second, table=table, first=first)
        )


def _refuse_unknown_types(found: _File, text: str, name: str) -> None:
    unknown = sorted(found.type.keys() - NOTE_TYPES.keys())
    if unknown:
        where = f"{name}:{_line(text, ['type', unknown[0]])}"
        raise LockError(
            _("{where}: there is no note type '{unknown}'; {remedy}").format(
                where=where, unknown=unknown[0], remedy=_remedy(name)
            )
        )


def _refuse_same_ids(found: _File, text: str, name: str) -> None:
    first: dict[tuple[str, str], str] = {}
    for guid, note in found.note.items():
        if not note.id or note.after or note.retired:
            continue  # the notes of a list's items have the list's
        other = first.setdefault((note.type, note.id), guid)
        if other != guid:
            where = f"{name}:{_line(text, ['note', guid, 'id'])}"
            raise LockError(
                _(
                    "{where}: the id '{id}' is given to [note.{guid}] and to [note.{other}]; "
                    "delete one of the two"
                ).format(where=where, id=note.id, guid=guid, other=other)
            )


# What pydantic says in terms of Python.
SAID = {
    "extra_forbidden": N_("is not known"),
    "missing": N_("is missing"),
    "model_type": N_("is no table"),
    "dict_type": N_("is no table"),
}


def _invalid(error: ValidationError, text: str, name: str) -> str:
    detail = error.errors()[0]
    path = [part for part in detail["loc"] if isinstance(part, str)]
    above = path[:-1]
    number = _line(text, above if detail["type"] == "missing" else path)
    what = f"'{path[-1]}' of [{'.'.join(above)}]" if above else f"'{path[-1]}'"
    said = _(SAID.get(detail["type"], "")) or _("cannot be used: {lower}").format(
        lower=theirs(detail["msg"].lower())
    )
    if detail["type"] == "value_error":
        said = str(detail["ctx"]["error"])
    return f"{name}:{number}: {what} {said}; {_remedy(name)}"


def _line(text: str, path: Sequence[str]) -> int:
    """The number of the line on which a key stands, else that of the table that should have it."""
    tables = dict(_tables(text))
    depth = next((d for d in range(len(path), 0, -1) if ".".join(path[:d]) in tables), 0)
    first = tables[".".join(path[:depth])] if depth else 0
    if depth < len(path):
        key = re.compile(rf'\s*"?{re.escape(path[depth])}"?\s*=')
        for number, line in enumerate(text.split("\n")[first:], start=first + 1):
            if line.startswith("["):
                break
            if key.match(line):
                return number
    return first or 1


def _tables(text: str) -> Iterator[tuple[str, int]]:
    """The names of the tables, without quotes, and their lines' numbers."""
    for number, line in enumerate(text.split("\n"), start=1):
        if hit := TABLE.match(line):
            yield hit["table"].replace('"', ""), number


def dumps(lock: Lock) -> str:
    """The text of a lock file; the same for the same lock, whatever order it is in."""
    table = {
        "version": VERSION,
        **({"project": lock.project} if lock.project else {}),
        **({"title": lock.title} if lock.title else {}),
        "type": {key: _stamped(stamp) for key, stamp in sorted(lock.note_types.items())},
        "note": {guid: dict(_row(record)) for guid, record in sorted(lock.notes.items())},
    }
    return f"{HEAD}{tomli_w.dumps(table)}"


def _stamped(stamp: Stamp) -> dict[str, Any]:
    return {"shows": stamp.shows, "changed": datetime.fromtimestamp(stamp.changed, UTC)}


def _row(record: Record) -> Iterator[tuple[str, Any]]:
    """What is to be said of a note; what is empty is left out."""
    key = record.key
    said: Mapping[str, Any] = {
        "type": key.note_type,
        "term": key.term,
        "id": key.pin,
        "file": key.file,
        "section": list(key.section),
        "answer": key.answer,
        "parts": list(key.parts),
        "cards": list(record.cards),
        "after": record.after,
        "retired": record.retired,
        **_stamped(record.stamp),
    }
    return ((name, value) for name, value in said.items() if value or name == "term")
