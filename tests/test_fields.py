"""What the fields of a note hold, as HTML: names as they stand in the note, with their formulas."""

from __future__ import annotations

import pytest

from deckbuilder.cards import Page
from deckbuilder.model import REMEMBERED, CardSettings
from deckbuilder.notes import asking
from deckbuilder.notetypes import NOTE_TYPES
from tests.support.cases import reading


def fields(source: str) -> list[dict[str, str]]:
    """The fields of each note that Markdown gives, by their names."""
    found = asking.notes([reading(source)], "덱", CardSettings())
    return [
        dict(zip(NOTE_TYPES[note.note_type].fields, note.fields, strict=True)) for note in found
    ]


SAYS = "\n모인 것을 두루 이르는 말이다."

# A note whose first card asks for a term, and how the term is shown.
NAMES = {
    # a formula stands where the note has it, and nowhere else
    f"## Group $G${SAYS}": r"Group \(G\)",
    f"## An introduction to $n${SAYS}": r"An introduction to \(n\)",
    f"## $n$ n{SAYS}": r"\(n\) n",
    f"## $a$$b$ ab 꼴{SAYS}": r"\(a\)\(b\) ab 꼴",
    f"## $O(n)$ 알고리즘{SAYS}": r"\(O(n)\) 알고리즘",
    f"## 값 $$x_y$$ 꼴{SAYS}": r"값 \(x_y\) 꼴",
    # what was cut out of the line, and around it
    f"## 1. 군(Group) $G$란?{SAYS}": r"군 \(G\)",
    f"## G군(크기 $G$)의 모임{SAYS}": "G군의 모임",
    f"## An n-th 꼴 (**en**) $n${SAYS}": r"An n-th 꼴 \(n\)",
    # scripts, in whatever marks
    "- **H~2~O** : 마시는 물을 말한다.": "H<sub>2</sub>O",
    "- **x*<sub>y</sub>*** : 첨자가 붙은 글자이다.": "x<sub>y</sub>",
    f"## 10^2^ 자리 102{SAYS}": "10<sup>2</sup> 자리 102",
    "| 용어 | 뜻 |\n|---|---|\n| CO~2~ 22 | 숨에 든 기체이다 |": "CO<sub>2</sub> 22",
    # a sentence; the label of a line, whose text has a formula
    "G는 글자다. 이와 같이 여럿이 모여 있는 것을 $G$ 모임이라고 한다.": r"\(G\) 모임",
    "- **x 값** : 값 $x$가 이르는 x 값을 말한다.": "x 값",
}

# Brackets that are part of a name, and those that hold another name for it.
CALLS = {
    "malloc(size)": "malloc(size)",
    "`malloc(size)`": "malloc(size)",
    "open(path, mode)": "open(path, mode)",
    'printf("%d", x)': 'printf("%d", x)',
    "dict.get(key, default=None)": "dict.get(key, default=None)",
    "func(*args, **kwargs)": "func(*args, **kwargs)",
    "Math.max(first, second)": "Math.max(first, second)",
    "해시 함수 hash(key)": "해시 함수 hash(key)",
    "print()": "print()",
    "len(list(words))": "len(list(words))",
    "배열 arr[i][0]": "배열 arr[i][0]",
    "배열[array]": "배열 / array",
    "`COUNT(column)`": "COUNT(column)",
    r"$\Sigma(x)$ 함수": r"\(\Sigma(x)\) 함수",
    "$[0, 1)$ 구간(interval)": r"\([0, 1)\) 구간 / interval",
    "조건부 확률 $P(A|B)$": r"조건부 확률 \(P(A|B)\)",
    "조건부 확률($P(A|B)$)": r"조건부 확률 / \(P(A|B)\)",
    "$a + b$ 꼴": r"\(a + b\) 꼴",
    "캐시(Cache)": "캐시 / Cache",
    "`캐시(Cache)`": "캐시 / Cache",
    "Cache(buffer)": "Cache / buffer",
    "RAM(Random Access Memory)": "RAM / Random Access Memory",
    "LAN(network)": "LAN / network",
    "API(application programming interface)": "API / application programming interface",
    "rm(remove)": "rm / remove",
    "k8s(kubernetes)": "k8s / kubernetes",
    "malloc (size)": "malloc / size",
}


@pytest.mark.parametrize(("written", "shown"), CALLS.items())
def test_a_call_is_one_name(written: str, shown: str) -> None:
    (found,) = fields(f"- {written} : 여럿을 두루 이르는 말이다.")
    assert " / ".join(filter(None, (found["용어"], found["다른 이름"]))) == shown


@pytest.mark.parametrize(("source", "shown"), NAMES.items())
def test_a_name_has_the_formulas_that_it_has_in_the_note(source: str, shown: str) -> None:
    first = fields(source)[0]
    assert first.get("용어", first.get("주제")) == shown


def test_each_name_has_its_own_formulas() -> None:
    """Those above, that of a part behind its owner's, those of the members, other names."""
    source = rf"""
## 군 $G$(Group, $\mathbb{{G}}$)
{SAYS}

### 특징
- 첫째로 닫혀 있다
- 둘째로 항등원이 있다

#### $n$ and n
{SAYS}
"""
    term, traits, part = fields(source)
    assert term["다른 이름"] == r"Group, \(\mathbb{G}\)"
    assert traits["물음"].startswith(r'<span class="term">군 \(G\)의 특징</span>')
    assert part["용어"] == r"\(n\) and n"
    assert part["자리"].endswith(r"군 \(G\) › 특징")
    assert part["출처"].endswith(" › 특징")


def test_members_have_their_own_formulas() -> None:
    source = """
## 나란히 놓기
| 구분 | $a$ 꼴 | a와 **$b$** |
|---|---|---|
| 크기 | 아주 작은 편이다 | 아주 큰 편이다 |
| 빠르기 | 느린 걸음이다 | 빠른 걸음이다 |
"""
    (found,) = fields(source)
    assert [found["이름 1"], found["이름 2"]] == [r"\(a\) 꼴", r"a와 \(b\)"]


# What stands beneath a heading, and how its card shows it: a tag that is spoken of is text.
TAGS = {
    "List<String>을 담는 그릇이다.": "<p>List&lt;String&gt;을 담는 그릇이다.</p>",
    "docker run <image> 로 띄우는 것이다.": "<p>docker run &lt;image&gt; 로 띄우는 것이다.</p>",
    "<main> 태그는 주된 것을 담는다.": "<p>&lt;main&gt; 태그는 주된 것을 담는다.</p>",
    "<head> 안에 <title>을 쓰는 것이다.": "<p>&lt;head&gt; 안에 &lt;title&gt;을 쓰는 것이다.</p>",
    "<image>\n로 시작하는 줄이다.": "<p>&lt;image&gt;<br>로 시작하는 줄이다.</p>",
    "앞의 줄\n<T> 로 시작하는 것이다.": "<p>앞의 줄<br>&lt;T&gt; 로 시작하는 것이다.</p>",
    "<label> 과 <var> 로 쓰는 것이다.": "<p>&lt;label&gt; 과 &lt;var&gt; 로 쓰는 것이다.</p>",
    "<label>가</label> 로 쓰는 것이다.": "<p>가 로 쓰는 것이다.</p>",
    "template <typename T> 로 쓰는 것이다.": "<p>template &lt;typename T&gt; 로 쓰는 것이다.</p>",
    "<ul> 안에 <li>를 쓰는 것이다.": "<p>&lt;ul&gt; 안에 &lt;li&gt;를 쓰는 것이다.</p>",
    "<p> 태그로 문단을 나누는 것이다.": "<p>&lt;p&gt; 태그로 문단을 나누는 것이다.</p>",
    "<script> 태그로 쓰는 것이다.": "<p>&lt;script&gt; 태그로 쓰는 것이다.</p>",
    "글을 <b>굵게</b> <u>긋는</u> 것이다.": "<p>글을 <strong>굵게</strong> <u>긋는</u> 것이다.</p>",
    "<이름> 자리에 <your-id>를 쓴다.": "<p>&lt;이름&gt; 자리에 &lt;your-id&gt;를 쓴다.</p>",
    "줄은 <br> 태그로 나누는 것이다.": "<p>줄은 &lt;br&gt; 태그로 나누는 것이다.</p>",
    "줄을 나누는 것이다.<br> = 띄운다.": "<p>줄을 나누는 것이다.<br>= 띄운다.</p>",
    "줄을 나누는 것이다.\n<br> = 띄운다.": "<p>줄을 나누는 것이다.<br>= 띄운다.</p>",
    "a < b and c > d 를 따지는 일이다.": "<p>a &lt; b and c &gt; d 를 따지는 일이다.</p>",
    "<div>\nList<T> 꼴로 쓰는 것이다.\n</div>": "<p>List&lt;T&gt; 꼴로 쓰는 것이다.</p>",
    "<Tabs id=1>\n<Tab>\n\n나눈 것이다.\n\n</Tab>\n</Tabs>": "<p>나눈 것이다.</p>",
}


def test_a_bullet_that_nothing_was_written_behind_is_not_shown() -> None:
    (found,) = fields("## 여울\n- 물살이 빠른 곳이다.\n- 자갈이 많다.\n- \n")
    assert found["정의"] == "<ul><li>물살이 빠른 곳이다.</li><li>자갈이 많다.</li></ul>"


def test_a_number_that_nothing_was_written_behind_is_shown() -> None:
    (found,) = fields("## 여울\n물살이 빠른 곳이다.\n\n1. 자갈이 많다.\n2.\n3. 물이 맑다.\n")
    assert "<ol><li>자갈이 많다.</li><li></li><li>물이 맑다.</li></ol>" in found["정의"]


def test_a_number_that_nothing_was_written_behind_is_not_shown_at_the_end() -> None:
    (found,) = fields("## 여울\n물살이 빠른 곳이다.\n\n1. 자갈이 많다.\n2. 물이 맑다.\n3.\n")
    assert "<ol><li>자갈이 많다.</li><li>물이 맑다.</li></ol>" in found["정의"]


@pytest.mark.parametrize(("said", "shown"), TAGS.items())
def test_a_tag_that_is_spoken_of_is_text(said: str, shown: str) -> None:
    assert fields(f"## 나루\n{said}")[0]["정의"] == shown


NAMED = ["List<T>", "<main> 태그", "<section>", "map<string, int>", "<li>", "<li> 태그"]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(
    "note", ["## {}\n{}", "- {} : {}", "- **{}** : {}", "| 용어 | 뜻 |\n|--|--|\n| {} | {} |"]
)
def test_a_tag_names_what_it_names(note: str, name: str) -> None:
    found = fields(note.format(name, "여럿을 두루 이르는 말이다."))
    assert [one["용어"] for one in found] == [name.replace("<", "&lt;").replace(">", "&gt;")]


@pytest.mark.parametrize(
    "note", ["## 태그\n- <br> : {}", "- **<br>** - {}", "## 태그\n앞\n\n<br> : {}"]
)
def test_a_break_that_begins_its_line_is_named(note: str) -> None:
    found = fields(note.format("줄을 나누어 주는 태그이다."))
    assert "&lt;br&gt;" in [one["용어"] for one in found]


def test_a_break_within_a_cell_parts_what_it_lists() -> None:
    found = fields("| 용어 | 뜻 |\n|--|--|\n| 둑 | - 물을 막는 것<br> - 흙으로 쌓은 것 |")
    assert [one["정의"] for one in found] == ["<p>- 물을 막는 것 - 흙으로 쌓은 것</p>"]


@pytest.mark.parametrize("note", ["- 둑\n: {}", "- **둑**\n\t: {}", "### 둑\n: {}", "> 둑\n> : {}"])
def test_the_mark_of_a_definition_is_no_text(note: str) -> None:
    (found,) = fields(note.format("물이 넘치지 않게 쌓은 언덕이다."))
    assert found["정의"] == "<p>물이 넘치지 않게 쌓은 언덕이다.</p>"


def test_a_footnote_may_stand_where_it_is_referred_to() -> None:
    (found,) = fields(
        "## 나루^[*Ferry*]\n배가 닿는 곳이다.^[물가의 **나루**]\n\n둘째 줄이다.[^1]\n\n[^1]: 뭍"
    )
    assert found["용어"] == "나루"
    assert found["정의"] == (
        '<p>배가 닿는 곳이다.<sup class="footnote">*</sup></p>'
        '<p>둘째 줄이다.<sup class="footnote">1</sup></p><div class="footnotes">'
        '<div><sup class="footnote">*</sup> <p>물가의 <strong>나루</strong></p></div>'
        '<div><sup class="footnote">1</sup> <p>뭍</p></div></div>'
    )
    assert '<p>물가의 <strong><span class="blank">이것</span></strong></p>' in found["거꾸로"]


def test_a_fence_of_mathematics_is_a_formula() -> None:
    (found,) = fields("## 넓이\n너른 정도를 말하는 수이다.\n\n```math\nS = \\pi r^2\n  + 1\n```")
    assert found["정의"] == r"<p>너른 정도를 말하는 수이다.</p><p>\[S = \pi r^2 + 1\]</p>"


@pytest.mark.parametrize("language", ["c", "java", "rust", "js", "go", "cpp"])
def test_a_comment_in_the_last_line_of_code_is_one(language: str) -> None:
    said = "변수가 놓인 자리의 주소를 담아 두고, 그 주소를 따라가 값을 읽고 쓰는 변수이다."
    (found,) = fields(f"## 포인터\n{said}\n\n```{language}\na; // 주소\n```\n\n끝이다.")
    assert '<span class="hl-c1">// 주소</span></code></pre><p>끝이다.</p>' in found["정의"]


CODE = [f"f({at})" for at in range(1, 17)]
SAID = "## 되돌이\n같은 일을 되풀이하게 하는 문장이다. 다음과 같이 열여섯 번을 이어서 쓴다.\n"


@pytest.mark.parametrize(("lines", "folded"), [(15, ""), (16, "코드 16줄")])
def test_long_code_is_folded(lines: int, folded: str) -> None:
    code = "\n".join(CODE[:lines])
    (answer,) = (note["정의"] for note in fields(f"{SAID}\n```python\n{code}\n```"))
    assert "<pre>" in answer
    assert answer.count("<details>") == bool(folded)
    assert folded in answer


# Of twenty letters; what nobody learns in one go is of more than twenty of them.
LONG = "물이 흐르다가 둑에 막히면 그 앞에 고여 깊어진다."
SHOWN, REST = 13, 6
MORE = "<details><summary>더 보기</summary>"
# How a note parts what it says: the HTML of what is shown, of the rest, of each, and between them.
PARTED = {
    " ": ("<p>{}</p>", "<p>{}</p>", LONG, " "),
    "\n": ("<p>{}</p>", "<p>{}</p>", LONG, "<br>"),
    "\n\n": ("{}", "{}", f"<p>{LONG}</p>", ""),
    "\n- ": ("<ul>{}</ul>", "<ul>{}</ul>", f"<li>{LONG}</li>", ""),
    "\n1. ": ("<ol>{}</ol>", '<ol start="14">{}</ol>', f"<li>{LONG}</li>", ""),
}


@pytest.mark.parametrize(("between", "html"), PARTED.items())
def test_the_rest_of_a_long_answer_is_folded(between: str, html: tuple[str, ...]) -> None:
    shown, rest, one, joined = html
    (found,) = fields(f"## 둑\n{between.strip()} " + between.join([LONG] * (SHOWN + REST)))
    first, more = (joined.join([one] * count) for count in (SHOWN, REST))
    assert found["정의"] == f"{shown.format(first)}{MORE}{rest.format(more)}</details>"


def test_an_answer_that_is_learnt_in_one_go_is_shown_whole() -> None:
    (found,) = fields("## 둑\n" + " ".join([LONG] * 16))
    assert "<details>" not in found["정의"]


@pytest.mark.parametrize(("more", "folded"), [(4, False), (16, True)])
def test_what_stands_around_a_definition_is_folded_where_it_is_long(
    more: int, folded: bool
) -> None:
    note = f"# 물\n\n둑이란 흐르는 물을 막으려고 쌓은 벽이다. {' '.join([LONG] * more)}"
    found = next(one for one in fields(note) if one["용어"] == "둑")
    assert found["정의"].count(LONG) == more
    assert (MORE in found["정의"]) == folded


def test_what_is_said_of_items_is_folded_where_it_is_long() -> None:
    items = "\n".join(f"- 물길{at} : {' '.join([LONG] * 4)}" for at in "가나다라마바")
    listed, *_ = fields(f"## 물길의 구성 요소\n{items}")
    assert listed["항목"].count(MORE) == len("가나다라마바")


LINES = "\n".join(f"overflowing(river, {at})" for at in range(10, 28))
PROGRAM = f"```python\n{LINES}\n```"
FOLDED = "<details><summary>코드 18줄</summary>"
QUESTION = "## 둑을 왜 쌓는가?\n"


def test_code_is_as_long_as_its_signs() -> None:
    code = "```c\n" + "q += (*p)[++k] ;\n" * 12 + "```"
    (found,) = fields(f"{QUESTION}{' '.join([LONG] * 10)}\n\n{code}")
    shown, more = found["답"].split(MORE)
    assert shown == f"<p>{' '.join([LONG] * 10)}</p>"
    assert "<pre>" in more


def test_what_stands_behind_folded_code_is_shown() -> None:
    said = " ".join([LONG] * 5)
    (found,) = fields(f"{QUESTION}{PROGRAM}\n\n{said}")
    assert found["답"].startswith(FOLDED)
    assert found["답"].endswith(f"</details><p>{said}</p>")


def test_what_cannot_be_parted_is_shown_behind_folded_code() -> None:
    code = "\n".join(f"f({at})" for at in range(16))
    said = "가" * 310
    (found,) = fields(f"{QUESTION}```python\n{code}\n```\n\n{said}이다.\n\n{LONG}")
    shown, more = found["답"].split(MORE)
    assert shown.endswith(f"</details><p>{said}이다.</p>")
    assert more == f"<p>{LONG}</p></details>"


def test_code_opens_with_the_rest_of_an_answer() -> None:
    body = reading(f"{' '.join([LONG] * 20)}\n\n{PROGRAM}\n\n{LONG}").root.children
    shown, more = Page(()).answer(body).split(MORE)
    assert shown == f"<p>{' '.join([LONG] * 13)}</p>"
    assert (more.count("<pre>"), more.count("details>")) == (1, 1)


@pytest.mark.parametrize(("mark", "tag"), [("1.", "ol"), ("-", "ul")])
@pytest.mark.parametrize("lengths", [(10, 11), (7, 7, 7), (11, 5, 5)])
def test_a_list_of_a_long_answer_stays_one(mark: str, tag: str, lengths: tuple[int, ...]) -> None:
    """Where one item is shown, or one is left, too."""
    items = "".join(f"{mark} {' '.join([LONG] * length)}\n" for length in lengths)
    (found,) = fields(f"{QUESTION}{items}")
    shown, more = found["답"].split(MORE)
    count = shown.count("<li>")
    start = f' start="{count + 1}"' if tag == "ol" else ""
    assert shown.startswith(f"<{tag}><li>")
    assert more.startswith(f"<{tag}{start}><li>")
    assert count + more.count("<li>") == len(lengths)


@pytest.mark.parametrize(
    ("note", "answer"),
    [
        (f"{LONG} {'가' * 390}이다. {LONG}", f"{LONG} {'가' * 390}이다."),
        (f"{PROGRAM}\n\n{' '.join([LONG] * 5)}", " ".join(LINES.splitlines())),
    ],
)
def test_a_note_is_known_by_its_answer_wherever_that_is_folded(note: str, answer: str) -> None:
    (found,) = asking.asked(reading(QUESTION + note), CardSettings())
    assert "<summary>" in found.drafts[0].fields["답"]
    assert found.keys[0].answer == answer[:REMEMBERED]
