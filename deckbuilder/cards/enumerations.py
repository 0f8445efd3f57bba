"""A list: which are the items? And one by one, the neighbours shown, where there are many."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder import render
from deckbuilder.cards.page import Draft, Page
from deckbuilder.korean import phrases
from deckbuilder.model import Enumeration
from deckbuilder.notetypes import MOST_BLANKS

# For what begins, ends or splits a cloze, the same for a reader and not for Anki. Single braces,
# too: one at the end of an item would pair with those that close the cloze.
CLOZE_MARKS = {"{": "&#123;", "}": "&#125;", "::": ":&#58;"}
MORE = '<li class="more">⋯</li>'


def drafts(unit: Enumeration, page: Page) -> Iterator[Draft]:
    """The note of a list, and those of its items."""
    common = {
        **page.common(),
        "주제": page.name(unit.front),
        "물음": page.question(phrases.which_are(unit.front)),
    }
    items = [page.member(item) for item in unit.items]
    details = [page.detail(item.body) for item in unit.items]
    count = phrases.how_many(len(items), ordered=unit.ordered)
    whole = _listed([item + detail for item, detail in zip(items, details, strict=True)], unit)
    yield Draft("enumeration", {**common, "개수": count, "항목": whole})
    named = all(any(map(str.isalnum, item.name.plain)) for item in unit.items)
    if page.settings.items and len(items) > page.settings.items_over and named:
        for first in range(0, len(items), MOST_BLANKS):
            windows = {
                f"빈칸 {slot}": _window(items, at, slot, unit)
                for slot, at in enumerate(_slots(first, len(items)), start=1)
            }
            yield Draft(
                "cloze",
                {
                    **common,
                    "물음": f'<span class="term">{page.name(unit.front)}</span>',
                    "개수": render.plain(phrases.one_of(len(items), ordered=unit.ordered)),
                    "전체": whole,
                    **windows,
                },
            )


def _slots(first: int, count: int) -> range:
    return range(first, min(first + MOST_BLANKS, count))


def _listed(items: list[str], unit: Enumeration, start: int = 1) -> str:
    tag = "ol" if unit.ordered else "ul"
    number = f' start="{start}"' if unit.ordered and start != 1 else ""
    return f"<{tag}{number}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _window(items: list[str], at: int, slot: int, unit: Enumeration) -> str:
    """An item left blank between its neighbours, as a cloze of this number."""
    safe = [_guarded(item) for item in items]
    safe[at] = f"{{{{c{slot}::{safe[at]}}}}}"
    first, last = max(0, at - 1), min(len(items), at + 2)
    window = _listed(safe[first:last], unit, start=first + 1)
    before, behind = MORE if first else "", MORE if last < len(items) else ""
    opening, closing = window.index(">") + 1, window.rindex("</")
    return window[:opening] + before + window[opening:closing] + behind + window[closing:]


def _guarded(html: str) -> str:
    """HTML in which nothing ends a cloze or begins one."""
    for mark, same in CLOZE_MARKS.items():
        html = html.replace(mark, same)
    return html
