"""The rules, in the order of their precedence. One file each; its docstring shows what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from deckbuilder.extract import parts
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import (
    abreast,
    announced,
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
    topics,
)
from deckbuilder.korean.predicates import Form
from deckbuilder.language import N_
from deckbuilder.model import SPOKEN, Kind, Node, Tier, Unit, Yield

__all__ = ["RULES", "Rule", "rules_for"]


UNMEASURED = Yield(0)


@dataclass(frozen=True)
class Rule:
    """One habit of note-takers.

    `find` looks at one node and gives the units that it holds; what it gives is not made where a
    rule of `unless` has already found something in the same node. It is asked of nodes of these
    `kinds`, if it is `labelled` only of those with a label, `spoken` with text of their own,
    `parted` with two parts at least. `tier` is how sure it is that a student keeps them: what the
    yield says, if it is `measured`, but for the reason of `despite`.
    """

    name: str
    find: Callable[[Place], Iterator[Unit]]
    tier: Tier
    measured: Yield = UNMEASURED
    unless: frozenset[str] = frozenset()
    despite: str = ""
    kinds: frozenset[Kind] = frozenset(Kind)
    labelled: bool = False
    spoken: bool = False
    parted: bool = False


SURE, LIKELY, MAYBE = Tier
TEXT = frozenset(SPOKEN)
# What the note itself asks is asked as a whole.
ASKED = frozenset({"question", "contrast"})
# The yields: how many units each rule made of the 65 annotated notes of the corpus (dev, shut), how
# many of these match a core unit there, and how many an optional one alone. Measured in November
# 2026 by `make yields`; with ARGS=--write it writes them here, with ARGS=--check it says which are
# true no more.
RULES = (
    Rule("question", questions.find, SURE, Yield(27, 17, 4), labelled=True),
    Rule("contrast", contrasts.find, SURE, Yield(36, 35, 0), labelled=True),
    Rule(
        "set", sets.find, SURE, Yield(164, 136, 19), unless=frozenset({"contrast"}), labelled=True
    ),
    Rule(
        "announced",
        announced.find,
        LIKELY,
        UNMEASURED,
        kinds=frozenset({Kind.DOCUMENT, Kind.SECTION}),
        parted=True,
    ),
    Rule("term", terms.find, SURE, Yield(1509, 1213, 187), unless=ASKED | {"set"}, labelled=True),
    Rule("title", titles.find, LIKELY, UNMEASURED, kinds=frozenset({Kind.DOCUMENT})),
    Rule(
        "kinds",
        kinds.find,
        SURE,
        Yield(187, 153, 26),
        unless=ASKED | {"set"},
        labelled=True,
        parted=True,
    ),
    Rule(
        "siblings",
        siblings.find,
        LIKELY,
        Yield(50, 41, 4),
        unless=ASKED,
        despite=N_("most of what it sets side by side has cards of its own"),
        labelled=True,
        parted=True,
    ),
    Rule(
        "neighbours",
        neighbours.find,
        SURE,
        Yield(25, 21, 3),
        unless=ASKED,
        kinds=frozenset({Kind.DOCUMENT, Kind.PARAGRAPH, Kind.ITEM, Kind.SECTION}),
        parted=True,
    ),
    Rule("table", tables.find, SURE, Yield(33, 23, 7), kinds=frozenset({Kind.TABLE})),
    Rule("prose", prose.find, SURE, Yield(5, 2, 1), kinds=TEXT, spoken=True),
    Rule(
        "abreast",
        abreast.find,
        LIKELY,
        UNMEASURED,
        unless=frozenset({"prose"}),
        kinds=TEXT,
        spoken=True,
    ),
    Rule("sentence", sentences.finder(Form.NAMED), SURE, Yield(27, 18, 6), kinds=TEXT, spoken=True),
    Rule(
        "genus",
        sentences.finder(Form.GENUS),
        LIKELY,
        Yield(41, 15, 9),
        despite=N_("few of its terms have another card"),
        kinds=TEXT,
        spoken=True,
    ),
    Rule("series", series.find, MAYBE, Yield(20, 4, 7), kinds=TEXT, spoken=True),
    Rule("loose", sentences.finder(Form.LOOSE), MAYBE, Yield(28, 8, 3), kinds=TEXT, spoken=True),
    Rule("topic", topics.find, MAYBE, Yield(131, 26, 31), kinds=TEXT, spoken=True),
)


def rules_for(node: Node) -> tuple[Rule, ...]:
    """The rules that look at such a node, in the order of their precedence."""
    parted = bool(node.children) and len(parts.all_entries(node)) > 1
    return _rules_for(node.kind, node.label is not None, bool(node.text), parted)


@cache  # for speed only: there are many nodes, and few sorts of them
def _rules_for(kind: Kind, labelled: bool, spoken: bool, parted: bool) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in RULES
        if kind in rule.kinds
        and (labelled or not rule.labelled)
        and (spoken or not rule.spoken)
        and (parted or not rule.parted)
    )
