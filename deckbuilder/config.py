"""`deckbuilder.toml`, or `[tool.deckbuilder]` in pyproject.toml, validated."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from pathspec import GitIgnoreSpec

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, theirs
from deckbuilder.model import CardSettings, CheckSettings, Language, Take, fault
from deckbuilder.model.settings import Weight

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


@dataclass(frozen=True)
class Config:
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
        file: the file that says so; None where there is none, and so no project.
    """

    title: str | None = None
    sources: tuple[Path, ...] = ()
    output: Path | None = None
    languages: tuple[Language, ...] = ("ko",)
    exclude: tuple[str, ...] = ()
    fonts: tuple[Path, ...] = ()
    repository: str | None = None
    links: Literal["obsidian"] | None = None
    cards: CardSettings = field(default_factory=CardSettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    habits: Mapping[str, bool] = field(default_factory=dict)
    tag_retired: bool = False
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the file lies; the working folder where there is none."""
        return self.file.parent if self.file else Path()

    def of(self, file: Path) -> Config:
        """The same settings as a file says them: its paths are relative to it."""
        folder = file.parent
        return replace(
            self,
            sources=tuple(folder / path for path in self.sources),
            fonts=tuple(folder / path for path in self.fonts),
            output=folder / self.output if self.output else None,
            file=file,
        )


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


# --- what stands in it ----------------------------------------------------------------------------


class _UnfitError(Exception):
    """A value cannot be used.

    Attributes:
        why: what is wrong, where that is no matter of its type; of a list by the items that it is
            wrong with, as keys write them (`.2` is the second).
    """

    def __init__(self, why: str | Mapping[str, str] = "") -> None:
        self.why = {"": why} if isinstance(why, str) else why


Reader = Callable[[Any], Any]


def _any_text(value: Any) -> str:
    if not isinstance(value, str):
        raise _UnfitError
    return value


def _text(value: Any) -> str:
    """A text that is not empty, and has no characters that nobody sees."""
    if why := fault(_any_text(value)):
        raise _UnfitError(why)
    return str(value)


def _path(value: Any) -> Path:
    return Path(_text(value))


def _rule(value: Any) -> str:
    try:
        GitIgnoreSpec.from_lines([_text(value)])
    except (ValueError, re.error) as error:
        raise _UnfitError(_("is no rule as in .gitignore")) from error
    return str(value)


def _address(value: Any) -> str:
    if not re.fullmatch(r"https?://\S+", _text(value)):
        raise _UnfitError
    return str(value)


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _UnfitError
    return value


def _items(value: Any) -> Any:
    return value if value == "all" else _switch(value)


def _number(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise _UnfitError
    return value


def _one_of(*words: str) -> Reader:
    def read(value: Any) -> Any:
        if value not in words:
            raise _UnfitError
        return value

    return read


def _list_of(reader: Reader, least: int = 0) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, list) or len(value) < least:
            raise _UnfitError
        found, wrong = [], dict[str, str]()
        for number, item in enumerate(value, start=1):
            try:
                found.append(reader(item))
            except _UnfitError as error:
                wrong |= {f".{number}{at}": why for at, why in error.why.items()}
        if wrong:
            raise _UnfitError(wrong)
        return tuple(found)

    return read


@dataclass(frozen=True)
class _Table:
    """What may stand in a table."""

    becomes: Callable[..., Any]
    keys: Mapping[str, Reader | _Table] = field(default_factory=dict)
    others: Reader | None = None
    """For all other keys, where there may be any."""


CARDS = _Table(
    CardSettings,
    {
        "reverse": _switch,
        "items": _items,
        "items_over": _number,
        "contrast": _switch,
        "type_in": _switch,
        "speech": _switch,
        "take": _one_of(*get_args(Take)),
    },
)
CHECK = _Table(
    CheckSettings,
    {
        "ignore": _list_of(_any_text),
        "severity": _Table(dict, others=_one_of(*get_args(Weight))),
    },
)
SETTINGS = _Table(
    Config,
    {
        "title": _text,
        "sources": _list_of(_path),
        "output": _path,
        "languages": _list_of(_one_of(*get_args(Language)), least=1),
        "exclude": _list_of(_rule),
        "fonts": _list_of(_path),
        "repository": _address,
        "links": _one_of("obsidian"),
        "cards": CARDS,
        "check": CHECK,
        "habits": _Table(dict, others=_switch),
        "tag_retired": _switch,
    },
)


def _validate(file: Path, table: dict[str, Any]) -> Config:
    wrong: list[str] = []
    found: Config = _read(SETTINGS, table, "", wrong)
    if wrong:
        raise ConfigError("\n".join(f"{file}: {said}" for said in dict.fromkeys(wrong)))
    return found


def _read(table: _Table, values: Mapping[str, Any], above: str, wrong: list[str]) -> Any:
    """What a table becomes; what is wrong with its values is put to what is wrong, and left out."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        key = above + name
        reader = table.keys.get(name, table.others)
        try:
            match reader:
                case None:
                    wrong.append(unknown(key, name, table.keys))
                case _Table() if isinstance(value, dict):
                    found[name] = _read(reader, value, f"{key}.", wrong)
                case _Table():
                    wrong.append(_unfit(key))
                case _:
                    found[name] = reader(value)
        except _UnfitError as error:
            wrong += [_unfit(key, why, at) for at, why in error.why.items()]
    return table.becomes(**found)


def _unfit(key: str, why: str = "", at: str = "") -> str:
    """What there is to say of a value that cannot be used, or of its item at a place."""
    like = "check.severity" if key.startswith("check.severity.") else key
    last = key.rpartition(".")[2]
    example = _(EXAMPLES[like]) if like in EXAMPLES else _(SWITCH).format(key=last)
    if why:
        return f"'{key}{at}' {why}; {example}"
    return _("'{key}' cannot be used; {example}").format(key=f"{key}{at}", example=example)


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
