"""The passes that ask for something that is the same: the id, the term, the answer."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.identity import likeness
from deckbuilder.identity.guids import born
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.pairing import Open, Pair, may_be, nearness
from deckbuilder.identity.telling import Told

# The same term in another file is another meaning of the word where the answers have less in
# common than this: 97 in 100 pairs of different definitions of one file do, and all but one in a
# thousand of different files. In its own file a term is itself.
SAME_MEANING = 29
# An answer of fewer letters than this tells a term only in its own section ("80", "없음").
TELLING = 8
# One of as many is a definition; where two terms share it, they are two names of a thing, and no
# members of a class ("응용 계층의 규약").
DEFINING = 15


def by_pin(left: Open, told: Told) -> Iterator[Pair]:
    """What an author has named by hand."""
    del told
    for at, _, record in left.together(lambda key: key.pin):
        yield Pair(100, at, record)


def by_key(left: Open, told: Told) -> Iterator[Pair]:
    """The same term in the same place; its answer may be another."""
    del told
    for at, key, record in left.together(lambda key: (key.term, key.place)):
        if may_be(key, record):
            yield Pair(likeness.answers(key.answer, record.key.answer), at, record)


def by_birth(left: Open, told: Told) -> Iterator[Pair]:
    """The same term, and the GUID that it got where it stands.

    For records that were read from a deck, which does not tell where its notes stood.
    """
    del told
    unplaced = {guid: record for guid, record in left.records.items() if not record.key.file}
    for at, key in left.keys.items() if unplaced else ():
        for guid in (guid for project in left.projects for guid in born(key, project)):
            record = unplaced.get(guid)
            if record and record.key.term == key.term:
                yield Pair(100, at, record)


def by_term(left: Open, told: Told) -> Iterator[Pair]:
    """The same term elsewhere, blanks and case aside."""
    del told
    for at, key, record in left.together(lambda key: letters(key.term)):
        alike = likeness.answers(key.answer, record.key.answer)
        same_file = key.file == record.key.file
        if may_be(key, record) and (same_file or alike >= SAME_MEANING):
            yield Pair(alike + nearness(key, record.key), at, record)


def by_moved_term(left: Open, told: Told) -> Iterator[Pair]:
    """The same term in a file to which others came from its own: one renamed, split, joined."""
    del told
    moved = {(record.key.file, key.file) for key, record in left.pairs.values()}
    for at, key, record in left.together(lambda key: letters(key.term)):
        if may_be(key, record) and (record.key.file, key.file) in moved:
            yield Pair(nearness(key, record.key), at, record)


def by_content(left: Open, told: Told) -> Iterator[Pair]:
    """The same answer to another term: a rename."""
    for at, key, record in left.together(lambda key: letters(key.answer)):
        here = key.place == record.key.place
        length = len(letters(key.answer))
        telling = told.once(key) and (here or length >= TELLING)
        if may_be(key, record) and (telling or (here and length >= DEFINING)):
            alike = likeness.names(key.term, record.key.term)
            yield Pair(alike + nearness(key, record.key), at, record)
