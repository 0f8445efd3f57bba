"""The keys that there are, the reader of each, and what to write where a value does not fit."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from deckbuilder.config import values
from deckbuilder.config.settings import Config
from deckbuilder.config.values import Reader, UnfitError
from deckbuilder.language import N_, _
from deckbuilder.model import CardSettings, CheckSettings, Language, Take
from deckbuilder.model.settings import Weight

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
        "reverse": values.switch,
        "items": values.items,
        "items_over": values.number,
        "contrast": values.switch,
        "type_in": values.switch,
        "speech": values.switch,
        "take": values.one_of(*get_args(Take)),
    },
)
CHECK = _Table(
    CheckSettings,
    {
        "ignore": values.list_of(values.any_text),
        "severity": _Table(dict, others=values.one_of(*get_args(Weight))),
    },
)
SETTINGS = _Table(
    Config,
    {
        "title": values.text,
        "sources": values.list_of(values.path),
        "output": values.path,
        "languages": values.list_of(values.one_of(*get_args(Language)), least=1),
        "exclude": values.list_of(values.rule),
        "fonts": values.list_of(values.path),
        "repository": values.address,
        "links": values.one_of("obsidian"),
        "cards": CARDS,
        "check": CHECK,
        "habits": _Table(dict, others=values.switch),
        "tag_retired": values.switch,
    },
)


def validate(table: Mapping[str, Any]) -> tuple[Config, tuple[str, ...]]:
    """The settings in a table, paths as they stand there, and what is wrong with it, in words."""
    wrong: list[str] = []
    found: Config = _read(SETTINGS, table, "", wrong)
    return found, tuple(dict.fromkeys(wrong))


def _read(table: _Table, given: Mapping[str, Any], above: str, wrong: list[str]) -> Any:
    """What a table becomes; what is wrong with its values is put to what is wrong, and left out."""
    found: dict[str, Any] = {}
    for name, value in given.items():
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
        except UnfitError as error:
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
