"""What stands in a line of a page, as Markdown; marks stay HTML, which Markdown may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.sources.notion.database import escaped
from deckbuilder.sources.notion.elements import Element

MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "del": "del", "s": "del"}
# Icons, and what stands for a person or a page in front of its name.
ICONS = frozenset({"icon", "page-header-icon", "page-cover-image", "checkbox"})


def inline(children: Sequence[Element | str]) -> str:
    """The content of a block, with an end of line for each break."""
    return "".join(
        escaped(re.sub(r"[ \t\r\n]+", " ", child)) if isinstance(child, str) else _marked(child)
        for child in children
    )


def _marked(element: Element) -> str:
    if element.classes & ICONS:
        return ""
    leaf = _formula(element) or _leaf(element)
    if leaf is not None:
        return leaf
    inner, address = inline(element.children), element.attributes.get("href")
    mark = MARKS.get(element.tag)
    if not inner.strip():
        return inner
    if element.tag == "a" and address:
        return f"[{inner}]({_address(address)})"
    # Marks do not go on behind the end of a line.
    lines = inner.split("\n") if mark else []
    return "\n".join(line and f"<{mark}>{line}</{mark}>" for line in lines) or inner


def _leaf(element: Element) -> str | None:
    match element.tag:
        case "br":
            return "\n"
        case "img":
            return picture(element.attributes.get("src", ""), element.attributes.get("alt", ""))
        case "code":
            return _literally(element.text)
    return None


def _formula(element: Element) -> str | None:
    """The TeX of a formula, which KaTeX keeps beside what it shows."""
    if not element.classes & {"equation", "katex", "katex-display", "notion-text-equation-token"}:
        return None
    tex = element.first("annotation")
    return f"${' '.join(tex.text.split())}$" if tex else None


def _literally(code: str) -> str:
    longest = max(map(len, re.findall(r"`+", code)), default=0)
    ticks = "`" * (longest + 1)
    blank = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{blank}{' '.join(code.split())}{blank}{ticks}"


def picture(address: str, said: str) -> str:
    """A picture, and what is said of it."""
    return f"![{escaped(' '.join(said.split()))}]({_address(address)})"


def _address(written: str) -> str:
    return re.sub(r"[\s()<>]", lambda found: f"%{ord(found[0]):02X}", written)
