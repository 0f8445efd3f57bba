"""Addresses of files that CommonMark does not take for such.

It takes:

    ![사진](내 그림 1.png)    [듣기](내 소리.mp3)    with a blank in them
    ![](그림.png =300x)       ![집](a.png "제목" =300x200)    with a size behind them (HackMD)
    [image1]: <data:image/svg+xml;base64,…>           with the picture itself (Google Docs)
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

from deckbuilder.model.media import FILMS, IMAGES, SOUNDS
from deckbuilder.regular import expression

_PIECE = r"[^()<>\"\s]|\([^()<>\"\n]*\)"
_TITLE = r"[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*')"
_ADDRESS = rf"(?:{_PIECE})++(?:[ \t]++(?![=\"'])(?:{_PIECE})++)*+"
FILE = expression(
    rf"(?P<shown>!?)\[(?P<alt>[^\[\]\n]*)\]\([ \t]*+(?P<address>{_ADDRESS})"
    rf"(?:{_TITLE})?(?:[ \t]+=(?P<width>\d*)x\d*)?[ \t]*\)"
)
# What a picture may be, and is not here: a warning tells of it.
ANY = expression(r"\.[A-Za-z0-9]{2,5}$")
PLAYED = expression(rf"\.(?:{'|'.join(sorted(SOUNDS | FILMS | IMAGES))})$", re.IGNORECASE)

# markdown-it would leave those that it takes for unsafe as text; whether it may be one is for
# media to say.
HELD = expression(r"data:image/", re.IGNORECASE)


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make an `embed` of a picture; of a sound what the link shows, and an `embed` behind it."""
    if state.src[state.pos] not in "![":
        return False
    found = FILE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    address, sized = found["address"], found["width"] is not None
    named = (ANY if found["shown"] else PLAYED).search(address)
    if not (sized and found["shown"]) and not (named and re.search(r"\s", address)):
        return False
    if not silent:
        if not found["shown"]:
            state.pending += found["alt"]
        token = state.push("embed", "", 0)
        alt = found["alt"] if found["shown"] else ""
        token.content = f"{alt}|{found['width']}" if found["width"] else alt
        token.meta = {"page": address}
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read them before CommonMark's links."""
    safe = md.validateLink
    md.validateLink = lambda url: bool(HELD.match(url)) or safe(url)  # type: ignore[method-assign]
    md.inline.ruler.before("link", "address", tokenize)
