"""Pictures, sounds and films: runs without characters that say what to show.

![설명|300](그림.png)    ![[그림.png|300x200]]    <img src="그림.png" alt="설명" width="300">
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from deckbuilder.markdown import templates
from deckbuilder.model import PLAYED, REMOTE, Mark, Run
from deckbuilder.regular import expression

CONTROL = expression(r"[\x00-\x1f\x7f]")
ELSEWHERE = expression(r"[a-z][a-z0-9+.-]*:|//", re.I)
WIDTH = expression(r"\s*([1-9]\d{0,4})(?:px)?\s*")
# Obsidian's width, and perhaps height, behind a description.
SIZED = expression(r"(?P<alt>.*)\|\s*(?P<width>[1-9]\d{0,4})(?:x\d+)?\s*", re.S)


def picture(marks: tuple[Mark, ...], address: str, alt: str = "", width: str = "") -> Run:
    """A run that shows a file.

    Args:
        marks: what stands around it.
        address: the file or the page.
        alt: its description, perhaps with a width behind it.
        width: its width in pixels; "50%" and the like are let be.
    """
    sized = SIZED.fullmatch(alt)
    alt = sized["alt"] if sized else alt
    pixels = WIDTH.fullmatch(sized["width"] if sized else width)
    own = (Mark("image", address), Mark("alt", alt.strip("| \t\n")))
    return Run("", (*marks, *own, *([Mark("width", pixels[1])] if pixels else [])))


def is_played(address: str) -> bool:
    """Whether a link leads to a sound or a film of the notes."""
    return not ELSEWHERE.match(address) and bool(PLAYED.search(address))


def decoded(address: str) -> str:
    """A URL as a path, without its percent-encoding; on the web it stays what it is."""
    address = templates.address(address)
    if REMOTE.match(address):
        return address
    try:
        path = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return address
    return address if CONTROL.search(path) else path
