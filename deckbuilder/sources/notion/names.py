"""What Notion adds to the names of pages, and to what shows them: an id, another for each copy."""

from __future__ import annotations

import re
from urllib.parse import unquote

from deckbuilder.regular import expression

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
# "세포 0123…", "용어집 0123…_all" (all rows of a database), and alone, of a page without a name.
ID = expression(rf"(?:(?:^|[\s_-]+)(?:[0-9a-f]{{32}}|{UUID}))(?:_all)?$", re.I)
ALL = "_all"
# The folders around what was exported: `Export-…`, and the part of the workspace.
EXPORT = expression(rf"(?:{UUID}_)?Export(?:Block)?-{UUID}(?:-Part-\d+)?|Private & Shared", re.I)
UNTITLED = "Untitled"
# An address of Notion's as a text that a reader sees, with a link behind it or none.
ADDRESS = r"https?://(?:www\.)?notion\.(?:so|site)/[^\s\])<>]{0,300}?[0-9a-f]{32}[^\s\])<>]{0,300}"
SHOWN = expression(rf"\[(?P<label>{ADDRESS})\]\((?P<to>[^)\s]*)\)|(?<![(<\]])(?P<bare>{ADDRESS})")
TITLE = expression(r"/(?P<title>[^/?#]*?)-?[0-9a-f]{32}")
FENCE = expression(r"^[ \t>-]*(```+|~~~+)")


def has_id(name: str) -> bool:
    """Whether the name of a page, without its extension, ends in an id."""
    return bool(ID.search(name))


def plain(name: str) -> str:
    """What a page or a folder is called in Notion; empty for the folders of the export itself."""
    if EXPORT.fullmatch(name):
        return ""
    return ID.sub("", name).strip() or UNTITLED


def without_ids(text: str) -> str:
    """Markdown in which links to pages show a name, where they showed an address."""
    lines = text.split("\n")
    fence = ""
    for at, line in enumerate(lines):
        mark = FENCE.match(line)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and "notion." in line:
            lines[at] = SHOWN.sub(_named, line)
    return "\n".join(lines)


def _named(found: re.Match[str]) -> str:
    address = found["label"] or found["bare"]
    title = TITLE.search(address)
    name = unquote(title["title"]).replace("-", " ").strip() if title else ""
    return f"[{name or 'Notion'}]({found['to'] or address})"
