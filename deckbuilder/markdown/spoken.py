"""Tags that are words of a text, and mark nothing in it.

`List<String>`, `docker run <image>`, "<main> 태그는 …", "<li>를 쓴다", `template <typename T>`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckbuilder.regular import any_of, expression

# What notes set a text with: it may be left open ("가<p>나", "<td>").
SETTING = frozenset(
    """
    a area audio b bdi bdo big blockquote br caption center col colgroup dd del details div dl dt em
    embed figcaption figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li mark ol p picture rb
    rp rt rtc ruby s small source span strike strong sub summary sup table tbody td tfoot th thead
    tr tt u ul video wbr
    """.split()
)
# The parts of a page, which stand in no note of their own.
STRUCTURE = frozenset(
    """
    html head body title base link meta main header footer nav section article aside form input
    button select option textarea
    """.split()
)
# What they hold would be seen on no card.
UNREAD = frozenset({"script", "style"})
# The other elements of HTML. A name that is none, as in List<String>, is no tag's.
OTHERS = frozenset(
    """
    abbr address canvas cite code data datalist dfn dialog dir fieldset hgroup label legend map menu
    meter noscript object optgroup output param pre progress q samp search slot svg template time
    track var
    """.split()
)
KNOWN = SETTING | STRUCTURE | UNREAD | OTHERS
# Those that a cell or a heading may hold alone.
EMPTY = frozenset({"br", "hr", "img", "wbr"})

TAG = expression(r"<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<more>[^<>]*)>")
ALONE = expression(rf"[*_]{{0,3}}{TAG.pattern}[*_]{{0,3}}")
CLOSING = expression(r"</([A-Za-z][A-Za-z0-9-]*)")
SET_APART = expression(r"\s*[:：]\s|\s[-–—=]\s")
# What a sentence says of a tag in front, which may be bold: "<p> 태그는 …".
SAYS = any_of(
    {
        " 태그": r"[*_]{0,3}\s?(?:태그|요소|엘리먼트|tags?\b|elements?\b)",
        "를 쓴다": r"[*_]{0,3}(?:은|는|을|를|와|과|의|으로)(?=[\s,.])",
        " 안에 쓴다": r"[*_]{0,3}\s?(?:안|밖|앞|뒤|사이|아래)(?:에|의|에서)(?=\s)",
        " : 물길": rf"[*_]{{0,3}}(?:{SET_APART.pattern})",
    },
    re.IGNORECASE,
)
# Behind a break the next item of a cell or of an item begins so: "물<br> - 흙". In a list of tags
# it stands first, or beside others.
BREAK = "br"
LISTED = expression(
    r"\A[ \t*_]*<br\b|^[ \t*_]*<(?!br\b)[A-Za-z][A-Za-z0-9]*>", re.IGNORECASE | re.M
)


@lru_cache(maxsize=64)  # for speed only: each tag of a text asks
def closed(text: str) -> frozenset[str]:
    """The names of the tags that are closed in a text."""
    return frozenset(name.lower() for name in CLOSING.findall(text))


def is_word(tag: str, text: str, behind: int) -> bool:
    """Whether a tag is spoken of.

    Args:
        tag: as written.
        text: what it stands in: a paragraph, a cell.
        behind: where in the text it ends.
    """
    found = TAG.fullmatch(tag)
    if not found:
        return False
    name, more = found["name"].lower(), found["more"].strip(" \t\n/")
    ended = closed(text)
    if name in UNREAD:
        return True
    if name not in KNOWN:
        return "=" not in more or name not in ended
    if not more and name in STRUCTURE:
        return True
    if found["closes"] or name in ended:
        return False
    parts = name == BREAK and SET_APART.match(text, behind) and not _lists_tags(text)
    said = bool(SAYS.match(text, behind)) or (name not in EMPTY and bool(ALONE.fullmatch(text)))
    return name not in SETTING or (not more and said and not parts)


@lru_cache(maxsize=64)  # likewise
def _lists_tags(text: str) -> bool:
    """Whether lines of a text begin with tags that they speak of."""
    return bool(LISTED.search(text))


def is_no_tag(tag: str, row: str) -> bool:
    """Whether a tag on this row of a block of HTML is a word there: `List<String>`.

    One that stands alone there, or is closed, is a part of the site that the note was written for.
    """
    found = TAG.fullmatch(tag)
    if not found or found["closes"] or found["name"].lower() in KNOWN:
        return False
    return row.strip() != tag and f"</{found['name']}>" not in row


def begins_text(line: str, paragraph: str, note: str) -> bool:
    """Whether a line that begins with a tag is a sentence: "<main> 태그는 …", `<image>`.

    Args:
        line: the line.
        paragraph: it and the lines behind it, up to a blank one.
        note: all of the note.
    """
    found = TAG.match(line)
    if not found or found["closes"]:
        return False
    name, behind = found["name"].lower(), line[found.end() :]
    if name in closed(paragraph):
        return False
    if SAYS.match(behind) and not found["more"]:
        return True
    if name in KNOWN - OTHERS - STRUCTURE or name == "pre":
        return False
    said = bool(re.match(r"\s*[^\s<]", behind))
    return (
        said if name in KNOWN else "=" not in found["more"] and (said or name not in closed(note))
    )
