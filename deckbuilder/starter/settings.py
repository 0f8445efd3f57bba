"""deckbuilder.toml for a new project: every setting, explained, and all but the title left out.

The settings come from `Config` itself, and so do their values where it has some.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import tomli_w

from deckbuilder.config import Config
from deckbuilder.language import N_, _

HEAD = N_(
    "The settings of this deck. Take the # in front of a line away to change it; each shows its\n"
    "default or an example. Paths are relative to this file."
)
EXPLAINED = {
    "title": N_("The name of the deck in Anki."),
    "sources": N_(
        "Where the notes are: files, folders, .zip archives of these. Without it, notes/."
    ),
    "output": N_("The deck to write."),
    "languages": N_("The languages of the notes to read (ko, en, ja, zh); others are left out."),
    "exclude": N_("What is left out of the folders, by .gitignore's rules."),
    "fonts": N_("Fonts that come with the deck, and that cards use first."),
    "repository": N_("The web address of this folder's repository: each card links to its note."),
    "links": N_("Without a repository: each card opens its note in Obsidian."),
    "tag_retired": N_(
        "Ship notes that are gone once more, with a tag by which students find them."
    ),
    "cards": N_(
        "Which cards are made. A change here keeps what students have learned of the others."
    ),
    "cards.reverse": N_("From the definition back to the term."),
    "cards.items": N_(
        "The steps of a long list one by one, each between its neighbours;"
        ' "all": the items of any long list.'
    ),
    "cards.items_over": N_("A list is long if it has more items than this."),
    "cards.contrast": N_("Which of the things compared is described?"),
    "cards.type_in": N_("Answers that are names are typed in."),
    "cards.speech": N_("Anki reads the cards out, where there is a Korean voice."),
    "cards.take": N_(
        '"few": only what is sure to be worth a card; "usual"; "many": what only may be, too.'
    ),
    "habits": N_(
        "Habits of note-takers that are not read; `deckbuilder explain` shows their names."
    ),
    "habits.kinds": N_("Comparisons of what stands beneath a name for kinds."),
    "check": N_("What `deckbuilder check` tells; `deckbuilder check --list` has the codes."),
    "check.ignore": N_("What is never told."),
    "check.severity": N_("How grave something is: error, warning or notice."),
}
# Values to show where there is none without being set.
EXAMPLES: dict[str, Any] = {
    "sources": ["notes"],
    "output": "dist/운영체제.apkg",
    "exclude": ["Templates/", "*.excalidraw.md"],
    "fonts": ["글꼴/Pretendard-Regular.woff2"],
    "repository": "https://github.com/이름/공책",
    "links": "obsidian",
    "habits": {"kinds": False},
    "check.ignore": ["long-answer"],
    "check.severity": {"spelling": "error"},
}


def text(title: str, sources: Path | None = None) -> str:
    """The file.

    Args:
        title: the name of the deck.
        sources: where its notes are, if not where they are looked for without being named.
    """
    given: dict[str, Any] = {"title": title}
    if sources is not None and [sources.as_posix()] != EXAMPLES["sources"]:
        given["sources"] = [sources.as_posix()]
    return "\n".join([commented(_(HEAD)), "", *_lines(given)])


def defaults() -> dict[str, Any]:
    """All settings and what they are if nobody sets them; a table of settings is a dict."""
    return {key: value for key, value in _plain(Config()).items() if key != "file"}


def commented(said: str) -> str:
    """A text as comments, a line each."""
    return "\n".join(f"# {line}" for line in said.split("\n"))


def _lines(given: Mapping[str, Any]) -> Iterator[str]:
    values = defaults()
    tables = {key: value for key, value in values.items() if isinstance(value, dict)}
    for key in [key for key in values if key not in tables]:
        yield from _setting(key, given.get(key, values[key]), key in given)
    for name, table in tables.items():
        yield from (commented(_(EXPLAINED[name])), f"[{name}]", "")
        for key, value in (table or EXAMPLES[name]).items():
            yield from _setting(f"{name}.{key}", value)


def _setting(key: str, value: Any, given: bool = False) -> Iterator[str]:
    """A setting below what it is for; without `given` it is commented out: # without a blank."""
    yield commented(_(EXPLAINED[key]))
    name = key.rpartition(".")[2]
    shown = value if value not in (None, [], {}) else EXAMPLES[key]
    pairs = (
        {f"{name}.{at}": one for at, one in shown.items()}
        if isinstance(shown, dict)
        else {name: shown}
    )
    for at, one in pairs.items():
        yield f"{'' if given else '#'}{at} = {_literal(one)}"
    yield ""


def _literal(value: Any) -> str:
    """A value as it stands in the file, an array on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return tomli_w.dumps({"value": value}).removeprefix("value = ").rstrip("\n")


def _plain(value: Any) -> Any:
    """A value as TOML has it."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return list(value) if isinstance(value, tuple) else value
