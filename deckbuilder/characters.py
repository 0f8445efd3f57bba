"""Characters that are no part of a text: nobody sees them, and terminals and Anki act on them."""

from __future__ import annotations

import re

from deckbuilder.language import _

# Control characters; what splits lines or turns the direction of writing; halves of a character.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# "&#999…": HTML takes a number that no character has for U+FFFD, Python's parser fails on thousands
# of digits.
OVERLONG = re.compile("&#[0-9]{33,};?")


def readable(html: str) -> str:
    """HTML that Python's own parser can read to its end."""
    return OVERLONG.sub("\ufffd", html) if "&#" in html else html


def visible(text: str) -> str:
    """A text with such characters written out in letters: it can be printed anywhere."""
    return UNSEEN.sub(lambda hit: _written(hit[0]), text)


def seen(text: str) -> str:
    """A text with a blank for each such character, none at its ends: it can be a name."""
    return UNSEEN.sub(" ", text).strip()


def fault(text: str) -> str | None:
    """What keeps a text from being a name, or None."""
    hit = UNSEEN.search(text)
    if hit:
        return _("has the character {written}, which nobody sees").format(written=_written(hit[0]))
    return None if text.strip() else _("is empty")


def _written(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
