"""What marks the text of a note carries, so that cards can show it as the note does."""

from __future__ import annotations

import pytest

from deckbuilder import api
from deckbuilder.model import DETAILS_LEVEL, Comparison, Kind, Node, Run, Text
from deckbuilder.outline import outline
from tests.strategies import document


def shown(line: Text) -> str:
    """A line, its marked runs in ‹…› with their marks: `H‹2|sub›O`, `‹|image a.png|alt›`."""
    return "".join(map(_shown, line.runs))


def _shown(run: Run) -> str:
    marks = [f"{mark.kind} {mark.value}".strip() for mark in run.marks]
    return f"‹{'|'.join([run.text, *marks])}›" if marks else run.text


def lines(source: str) -> list[str]:
    """All lines of a note, the labels among them."""
    root = outline(document(source)).root
    return [shown(line) for node in root.walk() for line in node.lines]


def blocks(source: str) -> list[Node]:
    return list(outline(document(source)).root.walk())


INLINE = {
    r"\(x\)와 $x$": "‹x|math $›와 ‹x|math $›",
    r"합 \[ a = b \]": "합 ‹a = b|math $$›",
    "값 $$x$$ 일 때": "값 ‹x|math $› 일 때",
    "$$x$$: 물의 높이": "‹x|math $›: 물의 높이",
    r"$$\begin{matrix}x\end{matrix}$$ 일 때": r"‹\begin{matrix}x\end{matrix}|math $$› 일 때",
    "H~2~O와 x<sup>2</sup>": "H‹2|sub›O와 x‹2|sup›",
    "<del>가</del> <strike>나</strike> <code>다</code>": "‹가|s› ‹나|s› ‹다|code›",
    "<u>가</u><kbd>나</kbd>": "‹|html <u>›가‹|html </u>›‹|html <kbd>›나‹|html </kbd>›",
    "가 <b>나 <i>다</i></b> 라</b>": "가 ‹나 |strong›‹다|strong|em› 라",
    "<A HREF='https://a.kr'>가</A>": "‹가|link https://a.kr›",
    "<a name=x>나</a>": "‹|html <a name=x>›나‹|html </a>›",
    "<ruby>學校<rp>(</rp><rt>학교</rt><rp>)</rp></ruby>": "‹學校|ruby 학교›",
    "<ruby>學<rt>학</rt>**校**<rt>교</rt></ruby>에": "‹學|ruby 학›‹校|ruby 교|strong›에",
    "<ruby>學校(학교)</ruby>": "學校(학교)",
    "<ruby><rt>학교</rt></ruby> <rt>가</rt>": "학교 가",
    "<ruby>學校<rt>학교": "學校학교",
    "![집](%EA%B7%B8%EB%A6%BC%201.png)": "‹|image 그림 1.png|alt 집›",
    "![집](%FF%00.png)": "‹|image %FF%00.png|alt 집›",
    "![집 | 300](a.png)": "‹|image a.png|alt 집|width 300›",
    "![|20x10](a.png)": "‹|image a.png|alt|width 20›",
    "![[그림 1.png]] 가": "‹|image 그림 1.png|alt›가",
    "![[a.png|300x200]]": "‹|image a.png|alt|width 300›",
    "![[a.png|집|30]]": "‹|image a.png|alt 집|width 30›",
    "![[a.mp3|소리]]": "‹|image a.mp3|alt 소리›",
    "![집](내 집 (1).png)": "‹|image 내 집 (1).png|alt 집›",
    "![집](내 집.png 'ㄱ ㄴ')": "‹|image 내 집.png|alt 집›",
    "![](a.png =30x)": "‹|image a.png|alt|width 30›",
    '![집](내 집.png "제목" =30x20)': "‹|image 내 집.png|alt 집|width 30›",
    "![](a.png =x20)": "‹|image a.png|alt›",
    "![](https://a.kr/a.png =9x)": "‹|image https://a.kr/a.png|alt|width 9›",
    "![가](없는 것.psd)": "‹|image 없는 것.psd|alt 가›",
    "![가](나 다)": "![가](나 다)",
    "![](a.png){width=50%}": "‹|image a.png|alt›",
    "f(x){a=1}": "f(x){a=1}",
    "[듣기](a.mp3)": "듣기‹|image a.mp3|alt›",
    "가 [**말**](%EB%A7%90.MP4)": "가 ‹말|strong›‹|image 말.MP4|alt›",
    "[듣기](내 소리.mp3) [쪽](내 글.md)": "듣기‹|image 내 소리.mp3|alt› [쪽](내 글.md)",
    "[듣기](https://a.kr/a.mp3)": "‹듣기|link https://a.kr/a.mp3›",
    "![[쪽]]과 [[쪽|그]]": "‹쪽|wikilink 쪽›과 ‹그|wikilink 쪽›",
    "가 <IMG alt='나 다' SRC=a.png width='300'>": "가‹|image a.png|alt 나 다|width 300›",
    '가 <img src="a.png" width="50%"><img alt=나>': "가‹|image a.png|alt›",
    "가 <video><source src='a.webm'><source src='a.mp4'></video>": "가‹|image a.webm|alt›",
    "가 <audio src='a.mp3'></audio>": "가‹|image a.mp3|alt›",
    "가[^1]나\n\n[^1]: 다": "가‹|footnote 1›나",
}


@pytest.mark.parametrize(("source", "expected"), INLINE.items())
def test_the_marks_of_a_line(source: str, expected: str) -> None:
    assert lines(source) == [expected]


HTML = {
    "<p>H<sub>2</sub>O <b>진하게</b></p>": ["H‹2|sub›O ‹진하게|strong›"],
    "<div>\n가 <a href='https://a.kr'>나</a>\n<u>다</u></div>": [
        "가 ‹나|link https://a.kr›",
        "‹|html <u>›다‹|html </u>›",
    ],
    "<div><i>가\n나</i> <span>다</span></div>": ["‹가|em›", "‹나|em› 다"],
    "<ul><li>가 <em>나</em></li><li>다</li></ul>": ["가 ‹나|em›", "다"],
    "<div align=center>\n<img src='a.png'\nwidth=30> 가<br>나</div>": [
        "‹|image a.png|alt|width 30›가",
        "나",
    ],
    "<div><ruby>學校\n<rt>학교</rt>\n</ruby></div>": ["‹學校|ruby 학교›"],
    "<div>가<script>x('<b>')</script><style>a</style> 나</div>": ["가 나"],
    "<details><summary>가 <i>나</i>\n다</summary>\n라</details>": ["가 ‹나|em› 다", "라"],
}


@pytest.mark.parametrize(("source", "expected"), HTML.items())
def test_the_marks_of_a_line_of_html(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


BLOCKS = {
    "- [ ] 할 일\n- [x] 한 **일**": ["‹|task›할 일", "‹|task x›한 ‹일|strong›"],
    "1. [X] **가격** : 값어치": ["‹|task x›가격", "값어치"],
    "- [ ]\n- [x](a.md) 가": ["[ ]", "‹x|link a.md› 가"],
    "- `[ ]` 가": ["‹[ ]|code› 가"],
    "[ ] 가": ["[ ] 가"],
    "가\n\n\\[\na = b\n\\]": ["가", "‹a = b|math $$›"],
    "가\n\\begin{align}\na &= b\n\\end{align}": [
        "가",
        r"‹\begin{align} a &= b \end{align}|math $$›",
    ],
    "> 식\n> \\[\n> a = b\n> \\]": ["식", "‹a = b|math $$›"],
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.items())
def test_the_marks_of_blocks(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


def test_the_reading_of_a_name_is_one_more_name() -> None:
    (unit,) = api.read(document("<ruby>學<rt>학</rt>校<rt>교</rt></ruby> : 배우는 곳")).units
    assert (unit.front, getattr(unit, "aliases", None)) == ("學校", ("학교",))


def test_a_piece_of_a_line_keeps_the_pictures_at_its_ends() -> None:
    line = outline(document("![](a.png) 가 ![](b.png)")).root.children[0].text[0]
    assert shown(line.cut(0)) == "‹|image a.png|alt›가‹|image b.png|alt›"


# --- footnotes ------------------------------------------------------------------------------------


def footnotes(source: str) -> dict[str, str]:
    found = api.read(document(source)).footnotes
    return {
        label: "|".join(" ".join(node.plain.split()) for node in nodes)
        for label, nodes in found.items()
    }


def test_footnotes_stand_beside_the_note() -> None:
    source = "가[^1] 나[^b]\n\n[^1]: 다\n\n    - 라\n    - 마\n\n> [^b]: 바\n"
    assert footnotes(source) == {"1": "다 라 마", "b": "바"}
    assert lines(source) == ["가‹|footnote 1› 나‹|footnote b›"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[^1]: 가", {"1": "가"}),
        ("가[^1]", {}),
        ("[^1]:\n가", {"1": ""}),
        ("가[^1]\n[^1]: 나\n[^1]: 다", {"1": "나|다"}),
        ("[^1]: 가[^2]\n\n    [^2]: 나", {"1": "가", "2": "나"}),
        ("- 가[^1]\n\n  [^1]: 나\n- 다", {"1": "나"}),
        ("[^abc]: 셋 밖의 글자", {}),
    ],
)
def test_footnotes_in_any_place(source: str, expected: dict[str, str]) -> None:
    assert footnotes(source) == expected


# --- what a block is ------------------------------------------------------------------------------


def test_a_table_knows_how_its_columns_are_aligned() -> None:
    source = "| 가 | 나 | 다 | 라 |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |"
    assert [node.alignments for node in blocks(source) if node.kind == Kind.TABLE] == ["-lcr"]


def test_a_comparison_knows_how_its_cells_are_aligned() -> None:
    source = "| 구분 | 무게 | 질량 |\n|---|:-:|---|\n| 뜻 | 끌어당기는 힘 | 고유한 양 |"
    (unit,) = api.read(document(source)).units
    assert isinstance(unit, Comparison)
    assert [[cell.alignments for cell in member.body] for member in unit.members] == [["c"], [""]]


CALLOUTS = {
    "> [!NOTE]\n> 가를 나라고 한다.\n>\n> - 마": [
        ("paragraph", "note"),
        ("bullet list", "note"),
        ("item", ""),
    ],
    "> [!tip]- 제목\n> 가 나 다 라": [("section", "tip"), ("paragraph", "")],
    "> [!tip]\n> **굵은 줄**\n> 가 나 다 라": [("section", "tip"), ("paragraph", "tip")],
    "> [!tip]\n> 종류:\n> - 가\n> - 나": [
        ("section", "tip"),
        ("bullet list", "tip"),
        ("item", ""),
        ("item", ""),
    ],
    "> [!tip]\n> ① 가\n> ② 나": [("ordered list", "tip"), ("item", ""), ("item", "")],
    "> [!tip]\n> 가격 : 값어치\n> 자원 : 쓸 것": [("paragraph", "tip"), ("paragraph", "tip")],
    "> [!tip]\n> ```sql\n> 가\n> ```": [("code", "sql")],
    "> [!tip]\n> > [!note]\n> > 가\n>\n> 나": [("paragraph", "note"), ("paragraph", "tip")],
    "> 가": [("paragraph", "")],
}


@pytest.mark.parametrize(("source", "expected"), CALLOUTS.items())
def test_blocks_know_the_callout_that_they_stand_in(
    source: str, expected: list[tuple[str, str]]
) -> None:
    _, *below = blocks(source)
    assert [(node.kind.value, node.language or node.callout) for node in below] == expected


def test_a_toggle_is_known_by_its_level() -> None:
    source = "# 위\n\n<details>\n<summary>가격</summary>\n\n값어치이다.\n\n</details>"
    (toggle,) = [node for node in blocks(source) if node.label and node.label.name == "가격"]
    assert (toggle.kind, toggle.level, toggle.callout) == (Kind.SECTION, DETAILS_LEVEL, "")
