"""Nothing in a note runs, asks for anything, or leads away: not on any card, in any place."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.support.browser import Browser
from tests.support.command import Desk
from tests.support.sides import Side, sides_of
from tests.support.trap import Trap, culprits, trap_in

FILE = Path(__file__).parent / "fixtures/scripts.yaml"
# Pictures on the web stay there, with a warning: that Anki asks for them is no act of a card.
PICTURES = ("https://evil.test/command?delete=all", "https://evil.test/i.png")


@dataclass(frozen=True)
class Vector:
    """A vector, its class in the file and its number there."""

    number: int
    kind: str
    text: str

    @property
    def tag(self) -> str:
        """The tag that the notes with it carry."""
        return f"vector{self.number}"


VECTORS = [
    Vector(number, kind, text)
    for number, (kind, text) in enumerate(
        (kind, text)
        for kind, texts in yaml.safe_load(FILE.read_text("utf-8")).items()
        for text in texts
    )
]
BINARY = [vector for vector in VECTORS if "\0" in vector.text]
SHOWN = [vector for vector in VECTORS if vector not in BINARY]

FRONT = "---\ndeck: 벡터\ntags: [TAG]\n---\n"
# Where a vector stands in a note; a note of its own for each, as some swallow what follows.
PLACES = {
    "term": FRONT + "### VECTOR\n낱말의 뜻을 풀이한 글이다.\n",
    "definition": FRONT
    + "### 낱말\nVECTOR\n\n낱말의 뜻을 풀이한 글이다. VECTOR 이어지는 글이다.\n",
    "item": FRONT + "### 낱말의 특징\n- 첫째이다.\n- VECTOR\n- **셋째**: VECTOR\n    - VECTOR\n",
    "cell": FRONT + "| 용어 | 뜻 |\n| --- | --- |\n| 낱말 | VECTOR |\n| VECTOR | 낱말의 뜻 |\n",
    "comparison": FRONT
    + "### 낱말과 글의 차이\n\n| 기준 | 낱말 | VECTOR |\n| --- | --- | --- |\n"
    + "| 길이 | VECTOR | 길다 |\n| VECTOR | 하나 | 여럿 |\n",
    "question": FRONT + "## 왜 VECTOR 일까?\nVECTOR 때문이다.\n",
    "quote": FRONT + "### 낱말\n> VECTOR\n> 낱말의 뜻을 풀이한 글이다.\n",
    "code": FRONT + "### 낱말\n낱말의 뜻을 풀이한 글이다. `VECTOR`\n\n```html\nVECTOR\n```\n",
    "toggle": FRONT
    + "<details><summary>VECTOR</summary>\n\n낱말의 뜻을 풀이한 글이다. VECTOR\n\n</details>\n",
    "front matter": "---\ndeck: 벡터\ntags: [TAG, JSON]\ntitle: JSON\n---\n### 낱말\n뜻이다.\n",
}


ALWAYS = "definition"
TURNS = 3


def places_of(vector: Vector, every: bool) -> list[str]:
    """Every place, or four, taken in turn: those of a class stand in all places together."""
    if every:
        return list(PLACES)
    return [
        place
        for at, place in enumerate(PLACES)
        if place == ALWAYS or (at + vector.number) % TURNS == 0
    ]


@dataclass(frozen=True)
class Sides:
    """The sides of the cards of all vectors, and the folder of their media.

    A vector is on the cards of one place at least, or of two where it stands in every place.
    """

    by_tag: dict[str, list[Side]]
    media: Path
    least: int

    def of(self, vector: Vector) -> list[Side]:
        """The sides of the cards of a vector."""
        return self.by_tag[vector.tag]


@pytest.fixture(scope="module", params=["some places", pytest.param("all", marks=pytest.mark.slow)])
def sides(request: pytest.FixtureRequest, new_desk: Callable[[], Desk]) -> Iterator[Sides]:
    desk, every = new_desk(), request.param == "all"
    for vector in SHOWN:
        for place in places_of(vector, every):
            text = (
                PLACES[place]
                .replace("JSON", json.dumps(vector.text))
                .replace("VECTOR", vector.text)
            )
            text = text.replace("낱말", f"낱말{vector.number}")  # no two are one card
            desk.put(f"notes/{vector.tag}/{place}.md", text.replace("TAG", vector.tag))
    by_tag = defaultdict(list)
    with sides_of(desk.deck("notes")) as cards:
        for side in cards.sides:
            (tag,) = (tag for tag in side.tags if tag.startswith("vector"))
            by_tag[tag].append(side)
        yield Sides(by_tag, cards.media, least=4 if every else 2)


@pytest.fixture(scope="module")
def trap(browser: Browser) -> Iterator[Trap]:
    with trap_in(browser) as trap:
        yield trap


# --- what the notes become ------------------------------------------------------------------------


def test_what_stands_in_a_place_is_on_a_card(desk: Desk) -> None:
    for number, note in enumerate(PLACES.values()):
        word = f"마커{number}끝"
        text = note.replace("TAG", "하나").replace("JSON", f'"{word}"').replace("VECTOR", word)
        desk.put(f"notes/{number}.md", text)
    with sides_of(desk.deck("notes")) as cards:
        shown = "".join(side.html for side in cards.sides)
    assert [place for number, place in enumerate(PLACES) if f"마커{number}끝" not in shown] == []


def test_each_vector_is_on_cards(sides: Sides) -> None:
    # A fence in a note's text hides what follows, and no name is asked for by code: two cards left.
    few = [vector.text for vector in SHOWN if len(sides.of(vector)) < sides.least]
    assert few == []


@pytest.mark.parametrize("vector", BINARY, ids=lambda vector: vector.text)
def test_a_note_with_a_null_is_refused(desk: Desk, vector: Vector) -> None:
    desk.put("note.md", PLACES["definition"].replace("VECTOR", vector.text))
    outcome = desk.build("note.md", "-o", "deck.apkg")
    assert outcome.code == 1
    assert "not-text" in outcome.err


# --- what the cards do ----------------------------------------------------------------------------


def test_no_field_holds_what_could_act(trap: Trap, sides: Sides) -> None:
    fields = [field for vector in SHOWN for side in sides.of(vector) for field in side.fields]
    assert trap.unsafe(fields) == []


def test_no_card_acts(trap: Trap, sides: Sides) -> None:
    shown = [side for vector in SHOWN for side in sides.of(vector)]
    backs = [side for side in shown if side.face == "back"]  # a back shows its front, too
    found = culprits(trap, [side.html for side in backs], sides.media, allowed=PICTURES)
    assert [f"{what}: {backs[at]} {backs[at].tags}" for at, what in found] == []
    assert [f"{side} {side.tags}" for side in shown if side.sounds] == []


# --- the trap shuts -------------------------------------------------------------------------------

ACT = {
    "script": ("<script>alert(1)</script>", "alert"),
    "script elsewhere": ("<script src=//evil.test/a.js></script>", "http://evil.test/a.js"),
    "variable": ("<script>pwned=1</script>", "pwned"),
    "image": ("<img src=x: onerror=alert(1)>", "alert"),
    "image elsewhere": ("<img src=https://evil.test/i.png>", "https://evil.test/i.png"),
    "svg": ("<svg/onload=alert(1)>", "alert"),
    "svg later": ("<svg><animate onbegin=print() attributeName=x dur=1s></svg>", "print"),
    "toggle": ("<details open ontoggle=confirm(1)>글</details>", "confirm"),
    "mouse": ("<p onmouseover=prompt(1)>글</p>", "prompt"),
    "focus": ("<input onfocus=window.open('https://evil.test')>", "open"),
    "link": ("<a href='java&#10;script:alert(1)'>글</a>", "alert"),
    "link in svg": (
        "<svg><a xlink:href='javascript:alert(1)'><text y=9>글</text></a></svg>",
        "alert",
    ),
    "form": ("<form action='javascript:alert(1)'><button>글</button></form>", "alert"),
    "frame": ("<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>", "alert"),
    "frame elsewhere": ("<iframe src=https://evil.test/f></iframe>", "https://evil.test/f"),
    "object": ("<object data=https://evil.test/o></object>", "https://evil.test/o"),
    "style": ("<style>p{background:url(//evil.test/b)}</style><p>글</p>", "http://evil.test/b"),
    "import": ("<style>@import'https://evil.test/a.css'</style>", "https://evil.test/a.css"),
    "style attribute": ("<p style='background:url(//evil.test/b)'>글</p>", "http://evil.test/b"),
    "refresh": (
        "<meta http-equiv=refresh content='0;url=https://evil.test/'>",
        "leads away: https://evil.test/",
    ),
    "page written": ("<script>document.write('글')</script>", "document.write"),
    "Anki's bridge": ("<a href='#' onclick=pycmd('ans')>글</a>", "pycmd ans"),
    "two parsers": (
        "<math><mi><table><mi><style><!--</style><img src=x: onerror=alert(1)>",
        "alert",
    ),
    "formula": (r"\(\href{javascript:alert(1)}{x}\)", "alert"),
    "style in a formula": (
        r"\(\style{background:url(https://evil.test/s)}{x}\)",
        "https://evil.test/s",
    ),
}
HOLD = {
    "<script>0</script>": "<script>",
    "<a href='JAVA\tscript:0'>글</a>": "<a href=JAVA\tscript:0>",
    "<a href='vbscript:0'>글</a>": "<a href=vbscript:0>",
    "<img src='data:image/svg+xml,0'>": "<img src=data:image/svg+xml,0>",
    "<p onclick=0>글</p>": "<p onclick>",
    "<p style='top:0'>글</p>": "<p style>",
    "<form><input name=attributes></form>": "<form>",
    "<noscript>글</noscript>": "<noscript>",
    "<base href=x>": "<base>",
    "[sound:a.mp3]": "[sound:",
    "[[type:용어]]": "[[type:",
}


@pytest.mark.parametrize(("html", "told"), ACT.values(), ids=ACT)
def test_the_trap_tells_what_an_unclean_side_does(trap: Trap, html: str, told: str) -> None:
    assert told in trap.run(["<p>글</p>", f"<div>{html}</div>"])


@pytest.mark.parametrize(("html", "told"), HOLD.items(), ids=HOLD)
def test_the_trap_tells_what_an_unclean_field_holds(trap: Trap, html: str, told: str) -> None:
    assert told in trap.unsafe(["<p>글</p>", html])


def test_the_trap_lets_a_clean_side_be(trap: Trap) -> None:
    html = r"<a href='https://example.org'>글</a> \(x^2\) <details><summary>글</summary></details>"
    assert trap.run([html]) == trap.unsafe([html]) == []


def test_of_many_sides_the_one_that_acts_is_named(trap: Trap) -> None:
    sides = ["<p>하나</p>", "<p>둘</p>", "<img src=x: onerror=alert(1)>", "<p>넷</p>"]
    found = culprits(trap, sides)
    assert (2, "alert") in found
    assert {at for at, _ in found} == {2}
