"""The rules, in the order of their precedence. One file each; its docstring shows what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import (
    contrasts,
    kinds,
    prose,
    questions,
    sentences,
    sets,
    tables,
    terms,
)
from deckbuilder.model import Unit

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True)
class Rule:
    """One habit of note-takers.

    `find` looks at one node and gives the units that it holds; it is not asked where a rule of
    `unless` has already found something in the same node.
    """

    name: str
    find: Callable[[Place], Iterator[Unit]]
    unless: frozenset[str] = frozenset()


RULES = (
    Rule("question", questions.find),
    Rule("contrast", contrasts.find),
    Rule("set", sets.find, unless=frozenset({"contrast"})),
    Rule("term", terms.find, unless=frozenset({"question", "contrast", "set"})),
    Rule("kinds", kinds.find, unless=frozenset({"question", "contrast", "set"})),
    Rule("table", tables.find),
    Rule("prose", prose.find),
    Rule("sentence", sentences.find),
)
