"""Labels: the names that a note gives to what it says, and what follows from their kinds."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from deckbuilder.language import N_
from deckbuilder.model.text import Text
from deckbuilder.model.value import value


class LabelKind(StrEnum):
    """What a label asks for; `IMPLIES` says what follows from it."""

    TERM = N_("term")
    ASPECT = N_("aspect")
    SET = N_("set")
    CONTRAST = N_("contrast")
    QUESTION = N_("question")
    STATEMENT = N_("statement")
    EXAMPLE = N_("example")
    CHAPTER = N_("chapter")
    NOISE = N_("noise")

    __hash__ = str.__hash__  # as `Kind`

    @property
    def implies(self) -> Implies:
        """What follows from this kind."""
        return IMPLIES[self]


class Implies(NamedTuple):
    """What follows from the kind of a label."""

    asked: bool
    """It is asked for by itself, and so leaves the answer of what it stands beneath."""
    defined: bool
    """The text beneath it says what it is."""
    lends: bool
    """A label beneath it that has no name of its own (특징) takes its name."""
    part: bool
    """It may be one of the things that are compared, or one of the kinds of something."""
    gathers: bool
    """It holds parts: a section of this kind is a chapter of its parent, and no item."""


_YES, _NO = True, False
IMPLIES = {
    #                              asked defined lends part gathers
    LabelKind.TERM: Implies(_YES, _YES, _YES, _YES, _NO),
    LabelKind.ASPECT: Implies(_YES, _YES, _NO, _NO, _YES),
    LabelKind.SET: Implies(_YES, _YES, _YES, _NO, _YES),
    LabelKind.CONTRAST: Implies(_YES, _YES, _YES, _YES, _YES),
    LabelKind.QUESTION: Implies(_YES, _NO, _NO, _NO, _NO),
    LabelKind.STATEMENT: Implies(_NO, _NO, _NO, _NO, _NO),
    LabelKind.EXAMPLE: Implies(_NO, _NO, _NO, _NO, _NO),
    LabelKind.CHAPTER: Implies(_YES, _NO, _NO, _NO, _YES),
    LabelKind.NOISE: Implies(_YES, _NO, _NO, _NO, _NO),
}


@value(frozen=True)
class Label:
    """The name that a note gives to what it says beneath or behind it."""

    text: Text
    """As written, without numbering, emoji and closing marks."""
    name: str
    """What a card asks for: without brackets, quotes and the like."""
    kind: LabelKind
    aliases: tuple[str, ...] = ()
    relative: bool = False
    """Whether it says nothing without its parent's name (특징, 장점, 개념)."""
    defines: str = ""
    """The term of a label that is itself a sentence defining one."""
