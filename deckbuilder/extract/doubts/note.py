"""What speaks against all that a note says: its language, its name, its code."""

from __future__ import annotations

import re

from deckbuilder.extract.doubts.weighed import hangul, has_code, is_korean
from deckbuilder.korean import lines, titles
from deckbuilder.model import Document, Node

# Of a note's letters less are Hangul: it is in another language. (A syllable is worth two letters
# and more; Korean notes full of English terms keep above a third.)
LEAST_KOREAN = 0.2
# Code in a note, in times of its Hangul: more, and the note was written along a program.
LEAST_CODE = 4.5


def of_note(root: Node, document: Document) -> frozenset[str]:
    """The doubts about a whole note: another language, solved problems, told days, plans, code."""
    first = root.children[0] if root.children else root
    heading = (first.label.name,) if first.label and first.level == 1 else ()
    plain = root.plain
    names_of_it = (document.title or "", *document.place, *heading)
    found = {
        "foreign": _is_in_another_language(plain),
        "exercise": any(map(titles.is_solution, names_of_it)),
        "diary": any(map(titles.is_told, names_of_it))
        or titles.is_day(next(iter(heading), "") or document.title or document.called)
        or lines.tells_of_its_writer(plain),
        "project": any(map(titles.is_of_project, names_of_it)),
        "program": _is_program(root, plain),
    }
    return frozenset(name for name, holds in found.items() if holds)


def _is_in_another_language(plain: str) -> bool:
    if is_korean(plain, LEAST_KOREAN):
        return False  # as most are, however many of its characters are letters
    return hangul(plain) < LEAST_KOREAN * len(re.sub(r"[\W\d_]+", "", plain))


def _is_program(root: Node, plain: str) -> bool:
    """Whether a note is mostly code, with remarks between."""
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in root.walk() if has_code(node))
    return code > 0 and code > LEAST_CODE * hangul(plain)
