"""The text of `deckbuilder.lock`, read and checked."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from deckbuilder.language import N_, _, theirs
from deckbuilder.lock import VERSION, LockError, remedy
from deckbuilder.model import PROJECT_ID, Key, Lock, Record, Stamp
from deckbuilder.notetypes import NOTE_TYPES

# What is later could not be written any more with the next change.
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
PROJECT = re.compile(r"^project\s*=")
TABLE = re.compile(r"^\[(?P<table>[^\[\]]+)\]\s*$")


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


def read(text: str, name: str) -> Lock:
    """As `lock.loads`."""
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
                name=name, number=number, error=theirs(str(error)), remedy=remedy(name)
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise LockError(_damaged(error, text, name)) from error
    version = table.get("version")
    where = f"{name}:{_line(text, ['version'])}"
    if type(version) is not int or version < VERSION:
        raise LockError(
            _("{where}: there is no 'version = {VERSION}'; {remedy}").format(
                where=where, VERSION=VERSION, remedy=remedy(name)
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
        name=name, number=number, what=what, remedy=remedy(name)
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
                where=where, unknown=unknown[0], remedy=remedy(name)
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
    return f"{name}:{number}: {what} {said}; {remedy(name)}"


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
