"""What a note says about itself at its head, in YAML, TOML or JSON, as Jekyll and Hugo read it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, theirs
from deckbuilder.model import Span, fault, seen
from deckbuilder.regular import expression


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a note may say about itself; keys of other tools are let be."""

    title: str | None = None
    deck: str | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    skip: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Other names of what the note is about."""
        return tuple(dict.fromkeys(filter(None, (*self.aliases, *self.alias))))


def _name(value: object) -> str | None:
    """A text of one line, as YAML's blocks have more, without characters that nobody sees."""
    if value is not None and not isinstance(value, str):
        raise TypeError
    return None if value is None else seen(_line(value))


def _line(text: str) -> str:
    """A text with a blank for each line end and what is blank around it."""
    lines = re.split(r"[\t\n\r]", text)
    return " ".join(line.strip() for line in lines if line.strip())


def _tags(value: object) -> tuple[str, ...]:
    """Tags as a list: lists, or one string with commas or blanks, `#` allowed."""
    found = re.split(r"[,\s]+", value) if isinstance(value, str) else value
    if found is None:
        return ()
    if not isinstance(found, list) or not all(isinstance(tag, str) for tag in found):
        raise TypeError
    return tuple(seen(_line(tag)) for tag in (one.strip().lstrip("#") for one in found) if tag)


def _others(value: object) -> tuple[str, ...]:
    """Other names: a list, or one string with commas; not the old addresses that Hugo has there."""
    found = value.split(",") if isinstance(value, str) else value
    if not isinstance(found, list):
        return ()
    return tuple(
        seen(_line(name))
        for name in found
        if isinstance(name, str) and name.strip() and "/" not in name
    )


YES = (True, "true", "t", "yes", "y", "on", "1")
NO = (False, "false", "f", "no", "n", "off", "0")


def _switch(value: object) -> bool:
    """Yes or no, however it is written."""
    said = value.lower() if isinstance(value, str) else value
    if said not in (*YES, *NO):
        raise TypeError
    return said in YES


READERS: Mapping[str, Callable[[object], Any]] = {
    "title": _name,
    "deck": _name,
    "tags": _tags,
    "aliases": _others,
    "alias": _others,
    "skip": _switch,
}
"""What each key of `FrontMatter` may have; a `TypeError` is raised for what it may not."""
NAMES = ("title", "deck", "tags")
NOTHING = FrontMatter()
EXAMPLES: Mapping[str, tuple[str, object]] = {
    "title": (N_("a text"), "운영체제"),
    "deck": (N_("a text"), "전공::운영체제"),
    "tags": (N_("a list"), ["운영체제", "중간고사"]),
    "skip": (N_("true or false"), True),
}


class Form(NamedTuple):
    """A language that front matter is written in.

    `load` raises a `BadError` for what is not of it, and gives None for what is no front matter.
    `example` writes a key with a value as JSON has it.
    """

    name: str
    fenced: re.Pattern[str]
    load: Callable[[str], Any]
    example: Callable[[str, str], str]


class BadError(DeckbuilderError):
    """Front matter is not written as its language is; the message says why."""

    def __init__(self, why: str, row: int | None) -> None:
        super().__init__(why)
        self.row = row
        """The row of it that is wrong, from 0 on, if that is known."""


TOO_DEEP = N_("it is nested too deeply")


def _yaml(text: str) -> Any:
    import yaml  # noqa: PLC0415 - slow to import, and most notes have none

    try:
        found = yaml.load(text, Loader=yaml.BaseLoader)
    except RecursionError as error:
        raise BadError(_(TOO_DEEP), None) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None)
        why = theirs(problem) if problem else _("it is no text")
        raise BadError(why, mark.line if mark else None) from error
    # Two thematic breaks with a text between them are no front matter.
    empty = found is None and not text.strip()
    return {} if empty else found


def _toml(text: str) -> Any:
    try:
        return _spelt(tomllib.loads(text))
    except RecursionError as error:
        raise BadError(_(TOO_DEEP), None) from error
    except ValueError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise BadError(theirs(str(error)), int(at[1]) - 1 if at else None) from error


def _json(text: str) -> Any:
    try:
        return _spelt(json.loads(text))
    except RecursionError as error:
        raise BadError(_(TOO_DEEP), None) from error
    except json.JSONDecodeError as error:
        raise BadError(theirs(error.msg), error.lineno - 1) from error
    except ValueError as error:
        raise BadError(_("it holds a number of too many digits"), None) from error


def _spelt(value: object) -> object:
    """Numbers and dates as the texts that YAML has for them."""
    if isinstance(value, dict):
        return {key: _spelt(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_spelt(inner) for inner in value]
    return value if isinstance(value, str | bool | None) else str(value)


# Editors leave a byte order mark, templates a blank line in front; there, what a note divides by
# two thematic breaks must look more like front matter than at its very head.
HEAD = r"\A\ufeff*(?P<before>(?:[ \t]*\n)*)"
FORMS = (
    Form(
        "YAML",
        expression(
            r"\A\ufeff*(?P<before>(?:(?:[ \t]*\n)+(?=---[ \t]*\n[A-Za-z_][\w.-]*[ \t]*:))?)"
            r"---[ \t]*\n(?P<text>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
            re.S | re.M,
        ),
        _yaml,
        lambda key, value: f"{key}: {value}".replace('"', ""),
    ),
    Form(
        "TOML",
        expression(
            HEAD + r"\+\+\+[ \t]*\n(?P<text>.*?)^\+\+\+[ \t]*(?:\n|\Z)",
            re.S | re.M,
        ),
        _toml,
        lambda key, value: f"{key} = {value}",
    ),
    Form(
        "JSON",
        expression(HEAD + r'(?P<text>\{(?=\s*"[^"\n]*"\s*:).*?^\}[ \t]*(?:\n|\Z))', re.S | re.M),
        _json,
        lambda key, value: f'"{key}": {value}',
    ),
)


@dataclass(frozen=True, slots=True)
class Front:
    """A note's head and its body: LF, the lines of the head left blank."""

    body: str
    says: FrontMatter = NOTHING
    span: Span | None = None


def read(text: str, path: str) -> tuple[Front, tuple[Diagnostic, ...]]:
    """Take the front matter out of a note.

    Args:
        text: the note, with LF line ends.
        path: the note's, as messages name it.

    Returns:
        what the note says about itself and what is left; and what there is to say about the
        former. A front matter that cannot be read at all says nothing.
    """
    for form in FORMS:
        found = form.fenced.match(text)
        if found:
            return _read(form, found, text, path)
    return Front(text), ()


def _read(
    form: Form, found: re.Match[str], text: str, path: str
) -> tuple[Front, tuple[Diagnostic, ...]]:
    before = found["before"].count("\n")
    # The first line of what is loaded: YAML's and TOML's stand below a fence.
    top = text[: found.start("text")].count("\n") + 1
    problems: tuple[Diagnostic, ...] = ()
    try:
        raw = form.load(found["text"])
    except BadError as error:
        line = before + 1 if error.row is None else top + error.row
        at = Span(path, line, line)
        raw, problems = {}, (diagnose("front-matter", at, form=form.name, why=str(error)),)
    if not isinstance(raw, dict):
        return Front(text), ()
    rows = list(enumerate(found["text"].split("\n"), start=top))
    says, wrong = _says(form, raw, lambda key: _row(rows, key, Span(path, before + 1, before + 1)))
    end = found[0].count("\n")
    span = Span(path, before + 1, max(end, before + 1))
    return Front("\n" * end + text[found.end() :], says, span), (*problems, *wrong)


def _says(
    form: Form, raw: dict[object, object], row: Callable[[str], Span]
) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    values = {str(key): value for key, value in raw.items() if value != ""}
    problems = [
        diagnose("front-matter-unseen", row(key), key=key, why=why)
        for key in NAMES
        for why in list(_unseen(values.get(key)))[:1]
    ]
    found: dict[str, Any] = {}
    for key in [key for key in READERS if key in values]:
        try:
            found[key] = READERS[key](values[key])
        except TypeError:
            why = _("'{key}' is of the wrong type").format(key=key)
            code = "front-matter-skip" if key == "skip" else "front-matter-value"
            problems.append(diagnose(code, row(key), why=why, hint=_hint(form, key)))
            if key == "skip":  # what may be meant to stay out goes into no deck
                found[key] = True
    return FrontMatter(**found), tuple(problems)


def _hint(form: Form, key: str) -> str:
    what, value = EXAMPLES[key]
    example = form.example(key, json.dumps(value, ensure_ascii=False))
    return _("write {what}: {example}").format(what=_(what), example=example)


def _row(rows: list[tuple[int, str]], key: str, else_at: Span) -> Span:
    """The line on which a key stands in a front matter."""
    keys = (key, f'"{key}"')
    line = next((at for at, row in rows if row.strip(" \t{").startswith(keys)), else_at.first)
    return Span(else_at.path, line, line)


def _unseen(value: object) -> Iterator[str]:
    """What is wrong with the characters of a name, or of any in a list of them."""
    for text in value if isinstance(value, list) else [value]:
        why = fault(_line(text)) if isinstance(text, str) and _line(text) else None
        if why:
            yield why
