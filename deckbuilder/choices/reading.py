"""The text of `deckbuilder.choices`, read and checked."""

from __future__ import annotations

import re
import tomllib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from deckbuilder.choices import VERSION, ChoicesError
from deckbuilder.language import _
from deckbuilder.model import ASKED_AS, REMEMBERED, AskedAs, Choice, Decision, Key, Span

FRAME = re.compile(r"version\s*=\s*(?P<number>[0-9]{1,9})|choices\s*=\s*\[\s*\]?|\]")
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")


_Text = Annotated[str, Field(min_length=1)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    file: str
    section: list[str] = []
    term: _Text
    kind: AskedAs
    choice: Literal["take", "leave"] | None = None
    name: _Text | None = None
    as_: Annotated[AskedAs | None, Field(alias="as")] = None
    answer: Annotated[str, Field(max_length=REMEMBERED)] = ""
    id: str = ""
    note: str = ""

    def choice_at(self, span: Span) -> Choice:
        key = Key(
            note_type=ASKED_AS[self.kind],
            term=self.term,
            file=self.file,
            section=tuple(self.section),
            answer=self.answer,
            pin=self.id,
        )
        decision = Decision(self.choice or "", self.name or "", self.as_ or "")
        return Choice(key, decision, span, self.note)


def read(text: str, name: str) -> tuple[Choice, ...]:
    """As `choices.loads`."""
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if CONFLICT.match(line):
            raise ChoicesError(
                _(
                    "{place}: a merge conflict is not resolved; keep the lines of both sides, and "
                    "take out those that begin with <<<<<<<, ======= and >>>>>>>"
                ).format(place=f"{name}:{number}")
            )
    said = next((hit["number"] for hit in map(FRAME.match, lines) if hit and hit["number"]), "0")
    if int(said) > VERSION:
        raise ChoicesError(
            _("{name}: was written by a newer deckbuilder; update deckbuilder").format(name=name)
        )
    found = [
        _read(line.strip(), f"{name}:{number}", Span(name, number, number))
        for number, line in enumerate(lines, start=1)
        if line.strip() and not _is_frame(line.strip())
    ]
    if not found:  # the last choice that is taken back takes the file with it
        raise ChoicesError(
            _(
                "{name}: holds no choice any more: restore the older file of the repository, or "
                "delete the file if no choice is meant"
            ).format(name=name)
        )
    first: dict[Key, Choice] = {}
    for choice in found:
        if first.setdefault(choice.key, choice) is not choice:
            raise ChoicesError(
                _(
                    "{place}: the same is chosen twice, first in line {first}; take one of the two "
                    "lines out"
                ).format(place=choice.span, first=first[choice.key].span.first)
            )
    return tuple(found)


def _is_frame(line: str) -> bool:
    """Whether a line is none of the choices: a remark, the version, the brackets around them."""
    return line.startswith("#") or bool(FRAME.fullmatch(line))


def _read(line: str, place: str, span: Span) -> Choice:
    try:
        table = tomllib.loads(f"choice = {line.removesuffix(',')}")["choice"]
        found = _Line.model_validate(table)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError, TypeError) as error:
        raise ChoicesError(
            _(
                "{place}: is no choice: {why}; take the line out, and choose anew with "
                "deckbuilder choose"
            ).format(place=place, why=_why(error))
        ) from error
    if not (found.choice or found.name or found.as_):
        raise ChoicesError(
            _(
                "{place}: chooses nothing: there is neither 'choice', 'name' nor 'as'; take the "
                "line out, and choose anew with deckbuilder choose"
            ).format(place=place)
        )
    return found.choice_at(span)


def _why(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return _("it is damaged")
    detail = error.errors()[0]
    key = ".".join(map(str, detail["loc"][:1]))
    if detail["type"] == "missing":
        return _("'{key}' is missing").format(key=key)
    if detail["type"] == "extra_forbidden":
        return _("'{key}' is not known").format(key=key)
    return _("'{key}' cannot be used").format(key=key)
