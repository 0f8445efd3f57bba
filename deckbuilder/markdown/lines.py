"""Lines of a note as block rules look at them."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

# What a line that is no text of its own ends, as a fence does.
ENDS = ["paragraph", "reference", "blockquote", "list"]


def line(state: StateBlock, at: int) -> str:
    """A line without what is blank around it."""
    return state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]].strip()


def leave_out(state: StateBlock, start: int, end: int, name: str = "directive") -> None:
    """Make a token of these lines that shows nothing: a `directive`, a `comment`."""
    state.line = end
    state.push(name, "", 0).map = [start, end]


def closing(state: StateBlock, start: int, end: int, closes: str, opens: str) -> int | None:
    """The next line that holds `closes`; None where the container ends, or one `opens`, before.

    Each line is looked at for few openings, however many there are: none looks past the next one,
    and none looks for what the rest of the note does not hold.
    """
    last = state.env.setdefault(f"last {closes}", state.src.rfind(closes))
    if last < state.bMarks[start]:
        return None
    for at in range(start, end):
        if not state.isEmpty(at) and state.sCount[at] < state.blkIndent:
            return None
        text = line(state, at)
        if closes in text:
            return at
        if text.startswith(opens):
            return None
    return None
