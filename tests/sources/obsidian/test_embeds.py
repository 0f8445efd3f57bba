"""What a note embeds is text of the answer that it stands in, within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuilder import sources
from deckbuilder.model import Document
from deckbuilder.sources.embeds import DEEPEST, LONGEST, MARKS, MOST
from tests.support.collection import notes_in, shown
from tests.support.notes import LEAF, ROOT_NOTE
from tests.support.project import Project

WATER = """---
tags: [물]
---
# 물

물은 흐른다.[^1]
골짜기를 따라.

[^1]: 아래로

## 여울 (얕은 곳)
물살이 세다. ^fast

- 자갈 ^one
- 모래
  알이 곱다. ^two
    - 은모래
1. [ ] 흙 ^three

> 물이 깊어야
> 고기가 논다. ^word

| 곳 | 깊이 |
| --- | --- |
| 소 | 깊다 |

^table

![[물.png]]^shown

### 그 아래
느리다.

```
## 코드
```

## 비어 있는 곳

### 아래
아래에 있다.
"""

# What embeds, and what stands in its place; all of it is another note's but what is in «».
PLACES = {
    "a note": ("![[물]]", "물은 흐른다.\n골짜기를 따라."),
    "its path": ("![[강/물]]", "물은 흐른다.\n골짜기를 따라."),
    "with its extension": ("![[물.md|물]]", "물은 흐른다.\n골짜기를 따라."),
    "as Markdown": ("![](강/물.md#그%20아래)", "느리다.\n\n```\n## 코드\n```\n"),
    "a section, without the one in it": ("![[물#비어 있는 곳]]", ""),
    "a section of a section": ("![[물#비어 있는 곳#아래]]", "아래에 있다."),
    "a section, its marks left out": (
        "![[물#여울 얕은 곳#그 아래]]",
        "느리다.\n\n```\n## 코드\n```\n",
    ),
    "a paragraph": ("![[물#^fast]]", "물살이 세다."),
    "an item": ("![[물#^one]]", "자갈"),
    "an item with those beneath": ("![[물#^two]]", "모래\n알이 곱다.\n  - 은모래\n"),
    "an item to be done": ("![[물#^three]]", "흙"),
    "a quote": ("![[물#^word]]", "> 물이 깊어야\n> 고기가 논다.\n"),
    "a picture with an address": ("![[물#^shown]]", "![[물.png]]"),
    "a table": ("![[물#^table]]", "| 곳 | 깊이 |\n| --- | --- |\n| 소 | 깊다 |\n"),
    "in an item": ("- ![[물]]", "- 물은 흐른다.\n  골짜기를 따라."),
    "behind a name": ("- 소: ![[물#^fast]]", "«- 소:»\n  물살이 세다."),
    "a table behind a name": (
        "1. 소: ![[물#^table]]",
        "«1. 소:»\n\n   | 곳 | 깊이 |\n   | --- | --- |\n   | 소 | 깊다 |\n",
    ),
    "between words": ("위 ![[물#^fast]] 아래", "«위»\n물살이 세다.\n«아래»"),
    "a table between words": (
        "위 ![[물#^table]] 아래",
        "«위»\n\n| 곳 | 깊이 |\n| --- | --- |\n| 소 | 깊다 |\n\n«아래»",
    ),
    "two": ("![[물#^fast]]![[물#^one]]", "물살이 세다.\n자갈"),
    "in a quote": ("> ![[물]]", "> 물은 흐른다.\n> 골짜기를 따라."),
    "in a table": ("| ![[물#^fast\\|물]] | 나 |", "«| 물살이 세다. | 나 |»"),
    "more than a cell holds": ("| ![[물#^table]] |", "«| ![[물#^table]] |»"),
    "in code": ("`![[물]]` ![[물#^fast]]", "«`![[물]]`»\n물살이 세다."),
    "a picture": ("![[물.png|300]] ![](물.png)", "«![[물.png|300]] ![](물.png)»"),
    "pages of a book": ("![[물.pdf#page=3]]", "«![[물.pdf#page=3]]»"),
    "a canvas": ("![[물.canvas]]", "«»"),
    "of its own": ("![[#둘]]\n\n## 둘\n둘째 수이다.", "둘째 수이다.\n«\n## 둘\n둘째 수이다.»"),
    "no name": ("![[]] ![[#]]", "«![[]] ![[#]]»"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.put("공책/.obsidian/app.json", "{}")
    made.put("공책/강/물.md", WATER)
    return made


def read(desk: Project, text: str) -> tuple[Document, list[str]]:
    """A note of the vault as it is read, and what is said of it."""
    file = desk.put("공책/글.md", text)
    ((entry,), _) = sources.find([file])
    document, said = sources.read(entry)
    assert document
    lines = len(text.split("\n"))
    assert len(document.rows or ()) in (0, len(document.lines))
    assert set(document.rows or (1, lines)) == set(range(1, lines + 1)) or not document.rows
    return document, [f"{one.span.first}: {one.message}" for one in said]


@pytest.mark.parametrize(("text", "stands"), PLACES.values(), ids=PLACES.keys())
def test_what_stands_in_the_place_of_an_embed(desk: Project, text: str, stands: str) -> None:
    document, said = read(desk, text)
    assert document.source == stands.replace("«", "").replace("»", "")
    own, inside = set(), False
    for number, line in enumerate(stands.split("\n"), start=1):
        inside = inside or "«" in line
        own |= {number} if inside or not line.strip() else set()
        inside = inside and "»" not in line
    others = {number for number, line in enumerate(document.lines, start=1) if line.strip()} - own
    assert {one for one in document.embedded if document.lines[one - 1].strip()} == others
    assert not said


# What embeds, and what is said of it: it stays as its name.
NONE = {
    "no such note": ("![[없음]]", "there is no such note"),
    "no such section": ("![[물#없음]]", "no such heading or block"),
    "no such block": ("![[물#^none]]", "no such heading or block"),
    "itself": ("![[글]]", "it would embed itself"),
    "outside": ("![[../밖]]", "there is no such note"),
    "no text": ("![[그림]]", "cannot be read"),
    "a drawing": ("![[그림.excalidraw]]", "it is a drawing of Excalidraw"),
}


@pytest.mark.parametrize(("text", "why"), NONE.values(), ids=NONE.keys())
def test_what_cannot_be_embedded_is_said(desk: Project, text: str, why: str) -> None:
    desk.put("밖.md", "밖에 있다.")
    desk.put("공책/그림.md", b"\0\1\2")
    _, said = read(desk, f"# 글\n\n{text}\n")
    assert [why in one for one in said] == [True]


@pytest.mark.parametrize("text", ["![[없음#절]]", "![절](없음.md#절)"])
def test_what_is_not_embedded_is_no_picture(desk: Project, text: str) -> None:
    desk.put("공책/글.md", f"# 글\n\n## 여울\n물살이 세게 흐르는 얕은 곳이다. {text}\n")
    outcome = desk.here("build", "공책", "-o", "덱.apkg")
    assert outcome.err.count("warning: 공책/글.md") == 1
    backs = [shown(note.card.back) for note in notes_in(desk.folder / "덱.apkg")]
    assert any("절" in back for back in backs)
    assert not any("파일 없음" in back for back in backs)


def test_loops_end(desk: Project) -> None:
    desk.put("공책/가.md", "가의 글이다.\n\n![[나]]\n")
    desk.put("공책/나.md", "나의 글이다.\n\n![[가]]\n")
    document, said = read(desk, "![[가]]")
    assert document.source.count("가의 글이다.") == 1
    assert document.source.count("나의 글이다.") == 1
    assert not said  # it is said where these are read


@pytest.mark.parametrize("deep", [DEEPEST, DEEPEST + 1])
def test_depth_is_bounded(desk: Project, deep: int) -> None:
    for number in range(1, deep):
        desk.put(f"공책/층 {number}.md", f"{number}층이다.\n\n![[층 {number + 1}]]\n")
    desk.put(f"공책/층 {deep}.md", "맨 아래이다.")
    document, _ = read(desk, "![[층 1]]")
    assert ("맨 아래이다." in document.source) == (deep == DEEPEST)


@pytest.mark.parametrize("letters", [LONGEST, LONGEST + 1])
def test_size_is_bounded(desk: Project, letters: int) -> None:
    desk.put("공책/긴.md", "가" * letters)
    document, said = read(desk, "![[긴]]")
    assert ("가" * letters == document.source) == (letters == LONGEST) == (not said)


@pytest.mark.parametrize("times", [MOST // (MARKS + 1), MOST // (MARKS + 1) + 1])
def test_the_sum_is_bounded(desk: Project, times: int) -> None:
    desk.put("공책/짧은.md", "가")
    document, said = read(desk, "![[짧은]]\n" * times)
    assert document.source.count("짧은") == len(said) == (times > MOST // (MARKS + 1))


def test_a_card_of_another_note_stays_there(desk: Project) -> None:
    """The note that embeds comes first, and asks for no more than its own headings do."""
    pinned = ROOT_NOTE.replace("### 뿌리털", "### 뿌리털\n<!-- id: 털 -->")
    desk.put("공책/강/물.md", pinned)
    desk.put("공책/강/잎.md", LEAF)
    alone = {one.guid for one in notes_in(desk.deck("공책", "--title", "덱"))}
    desk.put("공책/강/가.md", "# 모음\n\n![[잎#기공]]\n\n![[물]]\n")
    desk.put("공책/강/모음.md", "## 자란 것\n![[잎#기공]]\n\n![[물#뿌리털]]\n")
    desk.put("공책/강/나.md", "# 털\n\n## 뿌리털\n![[물#뿌리털]]\n")
    desk.put("공책/강/다.md", "# 잔뿌리\n\n## 잔털\n![[물#뿌리털]]\n")
    outcome = desk.build("공책", "--title", "덱", "-o", desk.folder / "deck.apkg", "--strict")
    assert outcome.code == 0, outcome.said
    assert "나.md:3: '뿌리털' is asked and answered just as at 공책/강/물.md:5" in outcome.err
    found = {one.name: one for one in notes_in(desk.folder / "deck.apkg")}
    assert {one.guid for one in found.values()} - {found["잔털"].guid} == alone
    assert "물을 빨아들이는" in found["잔털"].card.answer


def test_lines_are_those_of_the_note(desk: Project) -> None:
    text = "# 글\n\n## 물\n![[물]]\n\n## 소\n깊은 곳이다. ![](없음.png)\n"
    desk.put("공책/글.md", text)
    outcome = desk.build("공책/글.md")
    assert "공책/글.md:7: there is no file '없음.png'" in outcome.err
    explained = desk.run("explain", "공책/글.md").out
    assert "        4      paragraph 물은 흐른다." in explained
    assert "        6    section term 소" in explained
