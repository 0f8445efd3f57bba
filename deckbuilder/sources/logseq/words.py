r"""What a line of a block says to a reader, in Markdown: without Logseq's own signs.

It takes:

    TODO [#A] 정리하기                 [ ] 정리하기
    ((66a1…)) 를 본다                  the first line of that block
    {{cloze 뮤텍스 \\ 잠금}}            뮤텍스
    {{query …}} {{renderer …}} #card  nothing
    [이름](((66a1…))) [이름]([[쪽]])   이름
    #[[여러 낱말]]                     #여러_낱말
    ![](가.png){:height 40, :width 50}  ![|50](가.png)
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckbuilder.regular import expression

UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
REFERENCE = expression(rf"\(\((?P<id>{UUID})\)\)")
EMBED = expression(
    rf"\{{\{{embed[ \t]+(?:\(\((?P<id>{UUID})\)\)|\[\[(?P<page>[^\[\]]+)\]\])[ \t]*\}}\}}"
)
_CODE = expression(r"(``[^`]+``|`[^`]+`)")
_MARKER = expression(
    r"(?P<head>#{1,6}[ \t]+)?"
    r"(?P<marker>TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|IN-PROGRESS|CANCELED|CANCELLED)[ \t]+"
)
_DONE = frozenset({"DONE", "CANCELED", "CANCELLED"})
_PRIORITY = expression(r"(?<!\S)\[#[ABC]\][ \t]*")
_CARD = expression(r"[ \t]*(?:#(?:card|\[\[card\]\])|\[\[card\]\])(?![\w/-])")
_CLOZE = expression(r"\{\{cloze[ \t]+(?P<text>(?:[^{}]|\{[^{}]*\})*?)(?:[ \t]*\\\\[^{}]*)?\}\}")
# Others are calls of Logseq, of its plugins or of the user's; a variable of a template has blanks.
_MACRO = expression(r"\{\{[A-Za-z][\w-]*(?:[ \t]+(?:[^{}]|\{[^{}]*\})*)?\}\}")
_LABELLED = expression(rf"(?<!!)\[(?P<label>[^\[\]]+)\]\((?:\(\((?:{UUID})\)\)|\[\[[^\[\]]+\]\])\)")
_TAG = expression(r"#\[\[(?P<name>[^\[\]]+)\]\]")
_SIZE = expression(
    r"(?P<picture>!\[)(?P<alt>[^\[\]]*)(?P<address>\]\([^()]*(?:\([^()]*\)[^()]*)*\))"
    r"\{(?P<sizes>:(?:height|width)[^{}]*)\}"
)
_WIDTH = expression(r":width[ \t]+(?P<width>\d+)")
_MARKED = expression(r"\^\^(?P<text>[^\^]+)\^\^")


def words(text: str, referred: Callable[[str], str]) -> str:
    """A line as Markdown.

    Args:
        text: the line, which is no code.
        referred: gives the text of the block that has an id, as Logseq wrote it, or nothing.
    """
    pieces = _CODE.split(text)
    pieces[::2] = (_plain(piece, referred) for piece in pieces[::2])
    return "".join(pieces).rstrip()


def marked(text: str) -> tuple[str, bool | None]:
    """A block's first line without the marker of a task; whether it is done, None for none."""
    found = _MARKER.match(text)
    if not found:
        return _PRIORITY.sub("", text), None
    rest = _PRIORITY.sub("", text[found.end() :])
    return (found["head"] or "") + rest, found["marker"] in _DONE


def _plain(text: str, referred: Callable[[str], str]) -> str:
    text = _LABELLED.sub(lambda found: found["label"], text)
    text = REFERENCE.sub(lambda found: referred(found["id"]), text)
    text = _CLOZE.sub(lambda found: found["text"].strip(), text)
    text = _MACRO.sub("", text)
    text = _CARD.sub("", text)
    text = _TAG.sub(lambda found: "#" + re.sub(r"\s+", "_", found["name"].strip()), text)
    text = _SIZE.sub(_sized, text)
    return _MARKED.sub(lambda found: f"=={found['text']}==", text)


def _sized(found: re.Match[str]) -> str:
    width = _WIDTH.search(found["sizes"])
    size = f"|{width['width']}" if width else ""
    return found["picture"] + found["alt"] + size + found["address"]
