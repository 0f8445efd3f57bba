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
    series,
    sets,
    siblings,
    tables,
    terms,
    titles,
)
from deckbuilder.korean.sentences import Form
from deckbuilder.model import Tier, Unit

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True)
class Rule:
    """One habit of note-takers.

    `find` looks at one node and gives the units that it holds; it is not asked where a rule of
    `unless` has already found something in the same node. `tier` is how sure it is that a student
    keeps them.
    """

    name: str
    find: Callable[[Place], Iterator[Unit]]
    tier: Tier
    unless: frozenset[str] = frozenset()


SURE, LIKELY, MAYBE = Tier
RULES = (
    Rule("question", questions.find, SURE),
    Rule("contrast", contrasts.find, SURE),
    Rule("set", sets.find, SURE, unless=frozenset({"contrast"})),
    Rule("term", terms.find, SURE, unless=frozenset({"question", "contrast", "set"})),
    Rule("title", titles.find, LIKELY),
    Rule("kinds", kinds.find, SURE, unless=frozenset({"question", "contrast", "set"})),
    Rule("siblings", siblings.find, MAYBE, unless=frozenset({"question", "contrast"})),
    Rule("table", tables.find, SURE),
    Rule("prose", prose.find, SURE),
    Rule("sentence", sentences.finder(Form.NAMED), SURE),
    Rule("genus", sentences.finder(Form.GENUS), LIKELY),
    Rule("series", series.find, MAYBE),
    Rule("loose", sentences.finder(Form.LOOSE), MAYBE),
)
