"""Notes from Word and Google Docs are read as their plain twins are."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from deckbuilder import word
from deckbuilder.archives import Bounds
from deckbuilder.word import Limits, WordError, converted
from tests.support.cases import reading, told
from tests.support.command import PATIENCE
from tests.support.worded import (
    BULLETS,
    FIRST,
    NUMBERS,
    THIRD,
    TITLE,
    Cell,
    bold,
    document,
    heading,
    paragraph,
    picture,
    reference,
    run,
    squared,
    table,
)
from tests.support.zipped import DEFLATED, Raw, archived

converts = pytest.mark.skipif(find_spec("pypandoc") is None, reason="the extra `docx` is absent")
MIB = 1 << 20
PNG = b"\x89PNG\r\n\x1a\n"


def units(note: str) -> list[str]:
    """What is found in a note, without the lines in which it stands."""
    return [re.sub(r" @[0-9,-]+ ", " ", line) for line in told(reading(note)) if line[0] != "-"]


def item(text: str, depth: int = 0, kind: int = BULLETS) -> str:
    return paragraph(run(text), item=(kind, depth))


# A document and its plain twin.
TWINS = {
    "headings": (
        [
            heading("정원", FIRST),
            heading("기공(Stoma)", THIRD),
            paragraph(
                run("잎 뒷면에 난 "), bold("작은 구멍"), run("으로, 기체가 드나든다."), reference()
            ),
        ],
        "# 정원\n\n### 기공(Stoma)\n\n잎 뒷면에 난 **작은 구멍**으로, 기체가 드나든다.[^1]\n\n"
        "[^1]: 그리스 말로 입\n",
    ),
    "lists": (
        [
            heading("잎의 특징"),
            item("햇빛을 받도록 넓다."),
            item("뒷면에 구멍이 많다."),
            item("구멍은 여닫힌다.", 1),
            item("가을에 빛깔이 바뀐다."),
            heading("꺾꽂이 순서"),
            item("줄기를 비스듬히 자른다.", 0, NUMBERS),
            item("젖은 모래에 꽂는다.", 0, NUMBERS),
        ],
        "## 잎의 특징\n- 햇빛을 받도록 넓다.\n- 뒷면에 구멍이 많다.\n  - 구멍은 여닫힌다.\n"
        "- 가을에 빛깔이 바뀐다.\n\n## 꺾꽂이 순서\n1. 줄기를 비스듬히 자른다.\n"
        "2. 젖은 모래에 꽂는다.\n",
    ),
    "bold terms": (
        [
            heading("낱말"),
            paragraph(bold("두엄"), run(" : 풀과 짚을 쌓아 썩힌 거름")),
            paragraph(
                bold("웃거름(Top dressing)"),
                run("은", '<w:shd w:val="clear" w:fill="fff2cc"/>'),
                run(" 자라는 동안 주는 거름이다.", '<w:highlight w:val="yellow"/>'),
            ),
        ],
        "## 낱말\n\n**두엄** : 풀과 짚을 쌓아 썩힌 거름\n\n"
        "**웃거름(Top dressing)**은 자라는 동안 주는 거름이다.\n",
    ),
    "a table of terms": (
        [
            heading("낱말"),
            table(
                ("용어", "뜻"),
                ("부엽토", "낙엽이 썩어서 된 흙"),
                ("재거름", "나무를 태운 재로 만든 거름\n칼륨이 많다."),
            ),
        ],
        "## 낱말\n\n| 용어 | 뜻 |\n| --- | --- |\n| 부엽토 | 낙엽이 썩어서 된 흙 |\n"
        "| 재거름 | 나무를 태운 재로 만든 거름 칼륨이 많다. |\n",
    ),
    "merged cells": (
        [
            heading("밑거름과 웃거름의 비교"),
            table(
                ("기준", "밑거름", "웃거름"),
                ("주는 때", Cell("심기 전", row="restart"), "자라는 동안"),
                ("빠르기", Cell("", row="continue"), "빠르다"),
                ("하는 일", Cell("흙을 기름지게 한다", columns=2)),
            ),
        ],
        "## 밑거름과 웃거름의 비교\n\n| 기준 | 밑거름 | 웃거름 |\n| --- | --- | --- |\n"
        "| 주는 때 | 심기 전 | 자라는 동안 |\n| 빠르기 | 심기 전 | 빠르다 |\n"
        "| 하는 일 | 흙을 기름지게 한다 | 흙을 기름지게 한다 |\n",
    ),
    "an equation": (
        [
            heading("넓이"),
            paragraph(run("네모난 밭의 한 변으로 "), squared("a"), run("이 되는 크기이다.")),
        ],
        "## 넓이\n\n네모난 밭의 한 변으로 $a^{2}$이 되는 크기이다.\n",
    ),
    "signs of Markdown": (
        [
            heading("값"),
            paragraph(run("한 뿌리에 $3, 두 뿌리에 $5 하는 *모종*의 [값]이다. 1. `x_1_`")),
        ],
        "## 값\n\n한 뿌리에 \\$3, 두 뿌리에 \\$5 하는 \\*모종\\*의 \\[값\\]이다. 1. \\`x_1_\\`\n",
    ),
}


@converts
@pytest.mark.parametrize("twin", TWINS.values(), ids=list(TWINS))
def test_a_document_is_read_as_its_twin(twin: tuple[list[str], str]) -> None:
    blocks, plain = twin
    text = converted(document(*blocks, footnote="그리스 말로 입")).text
    assert units(text) == units(plain) != []
    assert not re.search("<span|<colgroup|rowspan|colspan|style=", text)


@converts
def test_a_title_and_its_pictures() -> None:
    blocks = (paragraph(run("정원 노트"), style=TITLE), paragraph(picture("잎의 단면")))
    found = converted(document(*blocks, pictures={"image1.png": PNG}))
    assert found.text == "---\ntitle: 정원 노트\n---\n\n![잎의 단면](media/image1.png)\n"
    assert found.pictures == {"media/image1.png": PNG}


@converts
def test_a_merged_text_stands_once_and_a_merged_name_everywhere() -> None:
    name, text = "가" * 60, "나" * 61
    blocks = table(("용어", "뜻", "보기"), (Cell(name, 2), "둑"), (Cell(text, 2), "논"))
    rows = converted(document(blocks)).text.split("\n")
    assert [row.count(name) for row in rows[2:4]] == [2, 0]
    assert [row.count(text) for row in rows[2:4]] == [0, 1]


@converts
def test_what_the_user_has_for_pandoc_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = document(heading("정원"))
    before = converted(data)
    template = tmp_path / "pandoc/templates/default.commonmark"
    template.parent.mkdir(parents=True)
    template.write_text("다른 틀", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert converted(data) == before


@converts
def test_a_document_shows_no_file_of_the_disk(tmp_path: Path) -> None:
    secret = tmp_path / "비밀.png"
    secret.write_bytes(PNG)
    outside = f'Target="{secret.as_uri()}" TargetMode="External"'
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert converted(document(paragraph(picture("비밀")), shown=outside)).pictures == {}
    with pytest.raises(WordError, match="it is damaged"):
        converted(document(paragraph("<w:r><w:t>&x;</w:t></w:r>"), prolog=entity))


LAUGHS = "".join(f'<!ENTITY h{n} "{f"&h{n - 1};" * 10}">' for n in range(1, 12))
# What it is; what is said of it.
BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip": (lambda: b"# \xec", "it is no Word document"),
    "another zip": (lambda: archived(Raw("a.md")), "it is no Word document"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0" + bytes(512), "has a password, or is of a Word"),
    "cut in half": (lambda: document(heading("정원"))[:-30], "cut off or damaged"),
    "a bomb": (lambda: archived(Raw("x.xml", bytes(80 * MIB), DEFLATED)), "far larger than"),
    "no XML": (lambda: archived(Raw("word/document.xml", b"<")), "it is damaged"),
    "entities within entities": (
        lambda: document(
            paragraph("<w:r><w:t>&h11;</w:t></w:r>"),
            prolog=f'<!DOCTYPE w [<!ENTITY h0 "하">{LAUGHS}]>',
        ),
        "it is damaged",
    ),
}


@converts
@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_what_is_no_sound_document_is_refused(broken: tuple[Callable[[], bytes], str]) -> None:
    make, why = broken
    with pytest.raises(WordError, match=why) as refused:
        converted(make())
    assert refused.value.hint == "save it once more as .docx, without a password"


@converts
@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (Limits(memory=8, seconds=PATIENCE), "more than 8 MiB to read"),
        (Limits(seconds=0), "more than 0 seconds to read"),
        (Limits(archive=Bounds(members=6)), "more than 6 files"),
    ],
)
def test_a_document_has_limits(limits: Limits, why: str) -> None:
    data = document(*[item("넓다.")] * 2000)
    enough = Limits(archive=Bounds(members=7), seconds=PATIENCE)
    assert converted(data, enough).text.count("넓다.") == 2000
    with pytest.raises(WordError, match=why):
        converted(data, limits)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "find_spec", lambda _: None)
    with pytest.raises(WordError, match="is not installed") as refused:
        converted(document(heading("정원")))
    assert refused.value.hint == "install it: pip install pypandoc-binary"
