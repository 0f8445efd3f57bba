"""The rules, in the order of their precedence. One file each; its docstring shows what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import (
    contrasts,
    kinds,
    neighbours,
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
from deckbuilder.language import N_
from deckbuilder.model import Tier, Unit, Yield

__all__ = ["RULES", "Rule"]


UNMEASURED = Yield(0)


@dataclass(frozen=True)
class Rule:
    """One habit of note-takers.

    `find` looks at one node and gives the units that it holds; what it gives is not made where a
    rule of `unless` has already found something in the same node. `tier` is how sure it is that a
    student keeps them: what the yield says, if it is `measured`, but for the reason of `despite`.
    """

    name: str
    find: Callable[[Place], Iterator[Unit]]
    tier: Tier
    measured: Yield = UNMEASURED
    unless: frozenset[str] = frozenset()
    despite: str = ""


SURE, LIKELY, MAYBE = Tier
# What the note itself asks is asked as a whole.
ASKED = frozenset({"question", "contrast"})
# The yields: how many units each rule made of the 65 annotated notes of the corpus (dev, shut), how
# many of these match a core unit there, and how many an optional one alone. Measured in November
# 2026 by `make yields`; with ARGS=--write it writes them here, with ARGS=--check it says which are
# true no more.
RULES = (
    Rule("question", questions.find, SURE, Yield(28, 17, 4)),
    Rule("contrast", contrasts.find, SURE, Yield(34, 33, 1)),
    Rule("set", sets.find, SURE, Yield(160, 134, 18), unless=frozenset({"contrast"})),
    Rule("term", terms.find, SURE, Yield(1531, 1208, 191), unless=ASKED | {"set"}),
    Rule("title", titles.find, LIKELY, UNMEASURED),
    Rule("kinds", kinds.find, SURE, Yield(185, 150, 25), unless=ASKED | {"set"}),
    Rule(
        "siblings",
        siblings.find,
        MAYBE,
        Yield(47, 39, 4),
        unless=ASKED,
        despite=N_("nearly all that it sets side by side has cards of its own"),
    ),
    Rule(
        "neighbours",
        neighbours.find,
        SURE,
        Yield(19, 17, 2),
        unless=ASKED | {"set"},
    ),
    Rule("table", tables.find, SURE, Yield(34, 23, 8)),
    Rule("prose", prose.find, SURE, Yield(5, 2, 1)),
    Rule("sentence", sentences.finder(Form.NAMED), SURE, Yield(30, 19, 5)),
    Rule("genus", sentences.finder(Form.GENUS), LIKELY, Yield(45, 19, 11)),
    Rule("series", series.find, MAYBE, Yield(20, 4, 7)),
    Rule("loose", sentences.finder(Form.LOOSE), MAYBE, Yield(27, 9, 3)),
)
