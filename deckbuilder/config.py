"""`deckbuilder.toml`, or `[tool.deckbuilder]` in pyproject.toml, validated."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any, Literal

from pathspec import GitIgnoreSpec
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StrictBool,
    ValidationError,
)

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, theirs
from deckbuilder.model import CardSettings, CheckSettings, Language, fault

FILE = "deckbuilder.toml"
PYPROJECT = "pyproject.toml"
DEFAULT_SOURCES = (Path("notes"),)

EXAMPLES = {
    "title": N_('write a text: title = "운영체제"'),
    "sources": N_('write a list of paths: sources = ["notes"]'),
    "output": N_('write a path: output = "dist/운영체제.apkg"'),
    "exclude": N_('write rules as in .gitignore: exclude = ["Templates/", "*.excalidraw.md"]'),
    "languages": N_('write a list of ko, en, ja, zh: languages = ["ko", "en"]'),
    "fonts": N_('write a list of paths: fonts = ["글꼴/Pretendard-Regular.woff2"]'),
    "repository": N_('write an address: repository = "https://github.com/이름/공책"'),
    "links": N_('write links = "obsidian", or leave it out'),
    "cards": N_("write a table: [cards]"),
    "habits": N_("write a table: [habits]"),
    "cards.take": N_('write "few", "usual" or "many": take = "usual"'),
    "cards.items": N_('write true, false or "all": items = true'),
    "check": N_("write a table: [check]"),
    "check.ignore": N_('write a list of codes: ignore = ["long-answer"]'),
    "check.severity": N_('write a table of codes: severity = { spelling = "error" }'),
    "cards.items_over": N_("write a number of at least 1: items_over = 4"),
}
SWITCH = N_("write true or false: {key} = true")


class ConfigError(DeckbuilderError):
    """The configuration cannot be used; the message names the file, the key and the remedy."""


def _sound(value: object) -> object:
    """Refuse a text that is empty or has characters that nobody sees."""
    why = fault(value) if isinstance(value, str) else None
    if why:
        raise ValueError(why)
    return value


Sound = BeforeValidator(_sound)


def _rule(value: object) -> object:
    """Refuse what is no rule of gitignore's."""
    try:
        GitIgnoreSpec.from_lines([value] if isinstance(value, str) else [])
    except ValueError as error:
        raise ValueError(_("is no rule as in .gitignore")) from error
    return value


class Config(BaseModel):
    """What a project sets; paths are relative to the file that says so.

    Attributes:
        title: name of the top deck; without it the only source's name.
        sources: note files and folders.
        output: the .apkg to write; without it `dist/TITLE.apkg`.
        languages: of the notes to read; those in others are left out.
        exclude: what is left out of the folders, by gitignore's rules, seen from the outermost one.
        fonts: font files to pack; cards use them before the system's.
        repository: the web address of the repository that the file lies in; cards link to it.
        links: the program that cards link to where there is no repository, in which their notes
            are kept.
        cards: which cards to make.
        check: what `deckbuilder check` tells.
        habits: whether each habit of note-takers (`extract.rules`) is on; those that are not named
            are.
        tag_retired: ship notes that are gone once more, with a tag that says so.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)
    _file: Path | None = PrivateAttr(default=None)

    title: Annotated[str, Sound] | None = None
    sources: tuple[Annotated[Path, Sound], ...] = ()
    output: Annotated[Path, Sound] | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("ko",)
    exclude: tuple[Annotated[str, Sound, BeforeValidator(_rule)], ...] = ()
    fonts: tuple[Annotated[Path, Sound], ...] = ()
    repository: Annotated[str, Sound, Field(pattern=r"^https?://\S+$")] | None = None
    links: Literal["obsidian"] | None = None
    cards: CardSettings = CardSettings()
    check: CheckSettings = CheckSettings()
    habits: dict[str, StrictBool] = {}
    tag_retired: StrictBool = False

    @property
    def file(self) -> Path | None:
        """The file that says so; None where there is none, and so no project."""
        return self._file

    @property
    def folder(self) -> Path:
        """Where the file lies; the working folder where there is none."""
        return self._file.parent if self._file else Path()

    def of(self, file: Path) -> Config:
        """The same settings as a file says them: its paths are relative to it."""
        folder = file.parent
        config = self.model_copy(
            update={
                "sources": tuple(folder / path for path in self.sources),
                "fonts": tuple(folder / path for path in self.fonts),
                "output": folder / self.output if self.output else None,
            }
        )
        config._file = file
        return config


def load(file: Path | None, folder: Path) -> Config:
    """Read the configuration.

    Args:
        file: the file to read, or None to look for one.
        folder: where to look; the nearest `deckbuilder.toml`, or pyproject.toml with a
            `[tool.deckbuilder]` table, in it or above it counts.

    Returns:
        the settings, paths relative to `folder` or absolute; the defaults where there is no file.

    Raises:
        ConfigError: the file is missing, no TOML, or has an unknown key or a wrong value.
    """
    if file is not None:
        table = _table(file)
        return _validate(file, table if table is not None else {}).of(file)
    for above in (folder, *folder.resolve().parents):
        for name in (FILE, PYPROJECT):
            candidate = above / name
            # What cannot be read is no reason to build as if there were no project.
            there = os.path.lexists(candidate)
            if there and (table := _table(candidate)) is not None:
                return _validate(candidate, table).of(candidate)
    return Config()


def _table(file: Path) -> dict[str, Any] | None:
    """The settings in a file; None where pyproject.toml has none."""
    try:
        data = tomllib.loads(files.read(file).decode("utf-8-sig"))
    except OSError as error:
        why, hint = files.fault(file, error)
        raise ConfigError(
            _("{file}: cannot be read: {why}; {hint}").format(file=file, why=why, hint=hint)
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(_("{file}: is not UTF-8; save it as UTF-8").format(file=file)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            _("{file}: is not TOML: {error}; mend that line").format(
                file=file, error=theirs(str(error))
            )
        ) from error
    except ValueError as error:
        raise ConfigError(
            _("{file}: holds a number of too many digits; take it out").format(file=file)
        ) from error
    except RecursionError as error:
        raise ConfigError(
            _("{file}: is nested too deeply; mend its brackets").format(file=file)
        ) from error
    if file.name != PYPROJECT:
        return data
    tool = data.get("tool", {})
    if not isinstance(tool, dict) or not isinstance(tool.get("deckbuilder", {}), dict):
        raise ConfigError(
            _("{file}: 'tool.deckbuilder' is no table; write [tool.deckbuilder]").format(file=file)
        )
    table: dict[str, Any] | None = tool.get("deckbuilder")
    return table


def _validate(file: Path, table: dict[str, Any]) -> Config:
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        lines = [f"{file}: {_explain(detail)}" for detail in error.errors()]
        raise ConfigError("\n".join(dict.fromkeys(lines))) from error


def _explain(detail: Any) -> str:
    # A value of several types is named once for each of them, behind the key.
    loc = [part for part in detail["loc"] if part not in ("bool", "literal['all']")]
    *above, last = (str(part) for part in loc if not isinstance(part, int))
    key = ".".join((*above, last))
    if detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return unknown(key, last, known=KEYS.get(".".join(above), tuple(Config.model_fields)))
    example_of = "check.severity" if key.startswith("check.severity.") else key
    example = _(EXAMPLES[example_of]) if example_of in EXAMPLES else _(SWITCH).format(key=last)
    if detail["type"] == "value_error":
        return f"'{key}' {detail['ctx']['error']}; {example}"
    return _("'{key}' cannot be used; {example}").format(key=key, example=example)


# The keys of the tables.
KEYS = {
    "cards": tuple(field.name for field in fields(CardSettings)),
    "check": tuple(field.name for field in fields(CheckSettings)),
}


def unknown(key: str, last: str, known: Iterable[str]) -> str:
    """What there is to say of a key that is not known, and what was perhaps meant."""
    known = list(known)
    near = difflib.get_close_matches(last, known, n=1)
    hint = (
        _("did you mean '{near}'?").format(near=near[0])
        if near
        else _("known keys are {listed}").format(listed=", ".join(known))
    )
    return _("unknown key '{key}'; {hint}").format(key=key, hint=hint)
