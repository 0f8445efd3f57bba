"""What speaks against all that a note says: its language, its name, its code."""

from __future__ import annotations

import re

from deckbuilder.extract.doubts.weighed import hangul, has_code
from deckbuilder.korean import endings, lines, records, sentences, titles, voices
from deckbuilder.model import Document, Kind, Node

# Of a note's letters less are Hangul: it is in another language. (A syllable is worth two letters
# and more; Korean notes full of English terms keep above a third.)
LEAST_KOREAN = 0.2
# Less than this, and it is written between formulas, code or English words: of 62 terms of three
# words and more in such notes of strangers 19 were worth a card. In fewer letters than these one
# name is many.
LEAST_FOR_PHRASES, FEWEST_LETTERS = 0.45, 300
# Code in a note, in times of its Hangul: more, and the note was written along a program.
LEAST_CODE = 4.5
# An essay has a heading or an item for every sixth of its sentences at most; of those with so many
# syllables this share ends as sentences do, and in this share, in four at least, stands its writer:
# three tell what he felt or did. (In a thought experiment "I" do nothing that has been.)
MOST_MARKED, SHORTEST_SAID = 1 / 6, 6
LEAST_ENDED, LEAST_PERSONAL = 0.6, 0.04
FEWEST_PERSONAL, FEWEST_LIVED = 4, 3


def of_note(root: Node, document: Document) -> frozenset[str]:
    """The doubts about a whole note: another language, exercises, days, opinions, plans, code."""
    first = root.children[0] if root.children else root
    alone = len(root.children) == 1  # a heading above all of it is its title, of any level
    heading = (first.label.name,) if first.label and (first.level == 1 or alone) else ()
    plain = root.plain
    korean = _korean(plain)
    headings = [node.label.name for node in root.walk() if node.label and node.kind == Kind.SECTION]
    names_of_it = (document.title or "", *document.place, *heading)
    found = {
        "foreign": korean < LEAST_KOREAN,
        "phrase": root.letters >= FEWEST_LETTERS and korean < LEAST_FOR_PHRASES,
        "exercise": any(map(titles.is_solution, names_of_it)),
        "diary": any(map(titles.is_told, names_of_it))
        or titles.is_day(next(iter(heading), "") or document.title or document.called)
        or lines.tells_of_its_writer(plain),
        "opinion": any(map(titles.is_handed_in, names_of_it)) or _is_essay(root),
        "project": any(map(titles.is_of_project, names_of_it))
        or records.tells_of_project(headings),
        "program": _is_program(root, plain),
    }
    return frozenset(name for name, holds in found.items() if holds)


def _korean(plain: str) -> float:
    """How much of a note's letters is Hangul, from 0 to 1; it is 1 where more is than matters."""
    syllables = hangul(plain)
    if syllables >= LEAST_FOR_PHRASES * len(plain):
        return 1.0  # as most are, however many of its characters are letters
    letters = len(re.sub(r"[\W\d_]+", "", plain))
    return syllables / letters if letters else 1.0


def _is_program(root: Node, plain: str) -> bool:
    """Whether a note is mostly code, with remarks between."""
    code = sum(len(re.sub(r"\s", "", node.plain)) for node in root.walk() if has_code(node))
    return code > 0 and code > LEAST_CODE * hangul(plain)


def _is_essay(root: Node) -> bool:
    """Whether a note is prose, without marks, in which its writer tells what he thinks or did."""
    blocks = [node for node in root.walk() if node.kind not in (Kind.CODE, Kind.ROW)]
    marked = sum(node.kind in (Kind.SECTION, Kind.ITEM) for node in blocks)
    spoken = [line for node in blocks for line in node.lines]
    if marked > MOST_MARKED * sum(1 + line.plain.count(". ") for line in spoken):
        return False  # as most have more of them, whatever is said
    every = [sentence.plain for line in spoken for sentence in sentences.split(line)]
    said = [sentence for sentence in every if hangul(sentence) >= SHORTEST_SAID]
    moods = [one for one in said if voices.has_mood(one)]
    his = [one for one in said if voices.has_writer(one) and not voices.has_mood(one)]
    lived = len(moods) + sum(voices.pasts(one) > 0 for one in his)
    return (
        lived >= FEWEST_LIVED
        and len(moods) + len(his) >= max(FEWEST_PERSONAL, LEAST_PERSONAL * len(said))
        and sum(map(endings.is_ended, said)) >= LEAST_ENDED * len(said)
    )
