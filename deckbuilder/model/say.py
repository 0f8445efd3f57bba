"""What the author of a note says of how it is read: in the note, and in `deckbuilder.choices`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from deckbuilder.model.lock import Key
from deckbuilder.model.source import Span

AskedAs = Literal["definition", "list", "comparison", "question"]
ASKED_AS: dict[str, str] = {
    "definition": "definition",
    "list": "enumeration",
    "comparison": "comparison",
    "question": "question",
}
"""The kinds of units, as an author calls them, and as `Unit.kind` does."""
CALLED = {kind: called for called, kind in ASKED_AS.items()}
NONE = "none"
"""For a kind: that nothing is asked there."""
SKIP, KIND, IGNORE = "skip", "kind", "ignore"
WORDS = (SKIP, KIND, IGNORE)
"""What a comment may say."""
KINDS = (*ASKED_AS, NONE)
"""The kinds that it may name."""


class Directive(NamedTuple):
    """One thing that `<!-- deckbuilder: … -->` says."""

    word: str
    """`skip`, `kind` or `ignore`; else one that means nothing."""
    value: str
    """The kind (a key of `ASKED_AS`, or `NONE`), or the code of what is to be ignored."""
    span: Span
    """Where the comment stands."""
    lines: Span | None = None
    """The block that it speaks of, with all that stands beneath it; None where there is none."""
    asked: Span | None = None
    """The line of that block that may ask for something."""
    wrong: Literal["", "word", "kind", "code", "place", "reading"] = ""
    """What is wrong with it: the word, the kind, that there is no code; nothing stands beside it;
    what stands there cannot be read so."""


Choosing = Literal["", "take", "leave"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What an author chose of one proposal; empty where the reader's word stands.

    What is given a name or a kind is made.
    """

    take: Choosing = ""
    """Whether it is made, though it is only offered; or left out."""
    name: str = ""
    """What it is asked by, in the place of the name that was read: words of the note."""
    kind: str = ""
    """The kind that it is asked as, a key of `ASKED_AS`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision, and what its proposal is recognised by: the key of its note, as it was read."""

    key: Key
    decision: Decision
    span: Span
    """Where it stands in the file of choices."""
    guid: str = ""
    """The GUID of that note, by which the lock knows it whatever it is called by now."""
