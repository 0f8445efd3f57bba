"""What a note holds just within each limit and threshold of the reading, and just beyond it.

A note is made for a number. Up to `last` the note holds what begins with `until`, and with the next
number what begins with `after` in its place: a limit that is moved by a step shows on one side. The
numbers are written out here, as what the reader of a deck may rely on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from deckbuilder.cards import blanks
from deckbuilder.korean import (
    differences,
    endings,
    initials,
    loanwords,
    numbering,
    particles,
    repeats,
    sentences,
    series,
    several,
    shapes,
    topics,
    words,
)
from tests.support.asked import asked, in_anki
from tests.support.cases import reading, told

WATERS = "물가에 있다.\n"
SAID = "너른 들을 지나온 강물은 갯가에 이르러 짠물에 섞인다. "
BIRDS = (
    "왜가리 두루미 뜸부기 물총새 저어새 도요새 가마우지 논병아리 쇠백로 흰죽지 원앙이 고니새 물떼새"
).split()


class Limit(NamedTuple):
    """A note for each number, and what becomes of it on the two sides of a limit."""

    last: int
    note: Callable[[int], str]
    until: str
    after: str


def text(letters: int) -> str:
    """A text of so many letters, its blanks and marks not counted."""
    found = ""
    for letter in SAID * (letters // 20 + 1):
        if letters and letter.isalpha():
            letters -= 1
        elif not letters:
            break
        found += letter
    return found.strip()


def birds(count: int, said: str = " : 물가에 산다.") -> str:
    """A list of so many birds."""
    return "\n".join(f"- {bird}{said}" for bird in BIRDS[:count])


def some(count: int, of: int, line: str, other: str) -> str:
    """So many lines about a bird in one form, and the others in the other."""
    return "\n".join((line if at < count else other).format(BIRDS[at]) for at in range(of))


KINDS = f"## 물새의 종류\n{birds(9, '')}"


def beside(note: str, letters: int) -> str:
    """A note below a text that names nothing, so many letters in all."""
    return text(letters - sum(map(str.isalnum, note))) + "\n\n" + note


TOLD = "어제는 물가를 오래 걸었다."


def some_told(count: int, of: int, line: str) -> str:
    """So many lines, of which so many tell."""
    said = SAID.strip()
    return "\n\n".join(line if at < count else said for at in range(of))


def fenced(*lines: str) -> str:
    """These lines in a code fence."""
    return "\n".join(("```", *lines, "```"))


def html_table(rows: int, columns: int) -> str:
    """A table of birds in HTML."""
    cells = "<td>물가에 사는 큰 새</td>" * (columns - 1)
    return f"<table>{''.join(f'<tr><td>{b}</td>{cells}</tr>' for b in BIRDS[:rows])}</table>"


def nested_details(depth: int) -> str:
    """A toggle within a toggle …"""
    opened = "".join(f"<details><summary>칸{at}</summary>\n\n" for at in range(1, depth + 1))
    return f"{opened}안에 있는 말이다.\n\n" + "</details>\n\n" * depth


def columns_of_birds(count: int) -> str:
    """A table with so many birds as its columns."""
    rows = "".join(f"\n| {name} |{'크다 |' * count}" for name in ("몸", "키"))
    return f"## 물새 비교\n| |{'|'.join(BIRDS[:count])}|\n|--|{'--|' * count}{rows}"


def two_latin_names(shared: int) -> str:
    """Two sections whose names share so many letters, and one with another name."""
    names = ("Abcdefgh"[:shared] + rest for rest in ("xyzuvw", "rstmno"))
    return "## 물새\n물가에 산다.\n" + "".join(f"### {n}\n늪에 산다.\n" for n in (*names, "두루미"))


def boats(head: int, row: int) -> str:
    """A table whose head says so many letters of a boat, and each of its rows so many."""
    others = "".join(f"\n| {name} | {'나' * row} |" for name in ("돛배", "나룻배"))
    return f"## 배\n| 거룻배 | {'가' * head} |\n|--|--|{others}"


WATER_FIRE = "## 물과 불의 차이\n| | 물 | 불 |\n|--|--|--|\n"
BOATS = "| 돛배 | 바람을 받아 나아가는 배 |\n", "| 나룻배 | 강을 건네주는 배 |\n"

LIMITS = {
    "letters of a long note": Limit(
        2999,
        lambda letters: beside("## 보\n물을 막는 둑이다.\n", letters),
        "definition 보",
        "? definition 보",
    ),
    "letters on no card for each thing to learn": Limit(
        600,
        lambda letters: f"{text(3000)}\n\n## 물새의 종류\n{birds(7, '')}\n\n{text(letters)}",
        "list 물새의 종류",
        "? list 물새의 종류",
    ),
    "letters between a thing and others": Limit(
        1500,
        lambda letters: "\n\n".join(
            (
                text(1500),
                KINDS,
                text(letters - sum(map(str.isalnum, KINDS))),
                "## 보\n물을 막는 둑이다.",
            )
        ),
        "definition 보",
        "? definition 보",
    ),
    "letters of a text that tells": Limit(
        599,
        lambda letters: beside(f"## 보\n물을 막는 둑이다.\n\n{TOLD}", letters),
        "definition 보",
        "? definition 보",
    ),
    "letters of each thing in a text that tells": Limit(
        2100,
        lambda letters: beside(f"## 물새의 종류\n{birds(7, '')}\n\n{TOLD}\n\n{TOLD}", letters),
        "list 물새의 종류",
        "? list 물새의 종류",
    ),
    "letters between a thing and others in a text that tells": Limit(
        3000,
        lambda letters: "\n\n".join(
            (
                "\n\n".join(("## 보\n물을 막는 둑이다.", TOLD, TOLD, TOLD, TOLD)),
                *(f"## {bird}\n{text(437)}" for bird in ("왜가리", "두루미", "뜸부기")),
                *(f"## {bird}\n{text(437)}" for bird in ("물총새", "저어새", "도요새")),
                f"## 갯벌\n{text(letters - 8 - 44 - 6 * 440 - 2)}",
                f"## 물새의 종류\n{birds(12, '')}",
            )
        ),
        "definition 보",
        "? definition 보",
    ),
    "lines in the past": Limit(
        10,
        lambda told: f"## 보\n물을 막는 둑이다.\n\n{some_told(told, 103, TOLD)}",
        "definition 보",
        "? definition 보",
    ),
    "lines that speak of whoever writes": Limit(
        2,
        lambda told: f"## 보\n물을 막는 둑이다.\n\n{some_told(told, 65, '나는 물가를 걷는다.')}",
        "definition 보",
        "? definition 보",
    ),
    "lines that speak of whoever writes, of more": Limit(
        2,
        lambda told: f"## 보\n물을 막는 둑이다.\n\n{some_told(told, 93, '나는 물가를 걷는다.')}",
        "definition 보",
        "? definition 보",
    ),
    # --- answers ---
    "letters of an answer, at least": Limit(
        1, lambda n: f"- 나루 : {'물길'[:n]}", "- 1 short", "definition 나루 @1"
    ),
    "letters of an answer that is learnt in one go": Limit(
        450, lambda n: f"## 갯벌\n{text(n)}", "definition 갯벌", "? definition 갯벌"
    ),
    "letters of an answer, at most": Limit(
        700, lambda n: f"## 갯벌\n{text(n)}", "? definition 갯벌 @2", "- 1 long"
    ),
    "letters of the blocks that begin an answer": Limit(
        400,
        lambda n: f"## 갯벌\n{text(50)}\n\n{text(n)}\n\n{text(50)}",
        "definition 갯벌 @2,4",
        "definition 갯벌 @2 ",
    ),
    "words of a term that are no phrase": Limit(
        2,
        lambda n: f"## {' '.join('Tidal Flat Mud'.split()[:n])}\n{text(120)} {'x' * 200}",
        "definition Tidal Flat @2",
        "? definition Tidal Flat Mud @2",
    ),
    "letters beside Hangul in a note with phrases": Limit(
        217,
        lambda n: f"## A B C\n{text(180)}\n\n{'x' * n}",
        "definition A B C",
        "? definition A B C",
    ),
    "letters of a note with phrases": Limit(
        299,
        lambda n: f"## A B C\n{text(90)} {'x' * (n - 93)}",
        "definition A B C",
        "? definition A B C",
    ),
    "rows of a table": Limit(
        20,
        lambda n: WATER_FIRE + "".join(f"| 성질{at} | 차다 | 뜨겁다 |\n" for at in range(n)),
        "comparison 물과 불의 차이: 물 | 불 @2-23",
        "definition 성질0",
    ),
    "letters of a table": Limit(
        450,
        lambda n: f"{WATER_FIRE}| 성질 | {text(248)} | {text(n - 250)} |",
        "comparison 물과 불의 차이: 물 | 불 @2-4",
        "? definition 성질 @2-4",
    ),
    "letters of a name without which prose still tells it apart": Limit(
        1,
        lambda n: f"### 쇠물길과 수로의 차이\n{'쇠물길'[n:]}보다 수로가 넓어서 배가 다닌다.",
        "definition 쇠물길과 수로의 차이 @2",
        "- 1 heading",
    ),
    "of a hundred pairs of letters, those that the front shows": Limit(
        59,
        lambda n: f"- 물물교환 : {'물' * (n + 1)}{'불' * (100 - n)}",
        "definition 물물교환",
        "- 1 shown",
    ),
    "letters of a step between arrows": Limit(
        49,
        lambda n: f"- 나루 → {'가' * n} → 뭍으로 옮겨 간다.",
        "- 1 item",
        "definition 나루",
    ),
    "lines that are rows by their bars, fewer than these": Limit(
        2,
        lambda n: "\n".join(f"{bird} | 물가에 산다." for bird in BIRDS[:n]),
        "- 1-2 prose",
        "definition 왜가리",
    ),
    "letters of a definition in two lines": Limit(
        250,
        lambda n: f"돛배는 바람을 받아 나아가는 배이다.\n{'느' * (n - 26)}리게 간다.",
        "definition 돛배 @1-2",
        "definition 돛배 @1 ",
    ),
    # --- doubts ---
    "of a hundred letters of a note, those that are Korean": Limit(
        19,
        lambda n: f"- Buffer : $m$ {'a' * (93 - n)}\n\n{text(n)}",
        "? definition Buffer",
        "definition Buffer",
    ),
    "letters of an answer to a question": Limit(
        450,
        lambda n: f"## 강은 왜 흐를까?\n{text(n)}",
        "question 강은 왜 흐를까?",
        "? question 강은 왜 흐를까?",
    ),
    "lines of a program of six": Limit(
        1,
        lambda n: f"## 새의 특징\n{some(n, 6, '- {0};', '- {0}처럼 난다.')}",
        "list 새의 특징",
        "? list 새의 특징",
    ),
    "lines of a program among four that are compared": Limit(
        1,
        lambda n: f"## 새의 종류\n{some(n, 4, '- private final {0} : 값', '- {0} : 값')}".replace(
            "값", SAID
        ),
        "comparison 새의 종류",
        "? comparison 새의 종류",
    ),
    "lines of six that ask their reader": Limit(
        2,
        lambda n: f"## 새 면접\n{some(n, 6, '- {0}는 왜 나나요?', '- {0}처럼 난다.')}",
        "definition 새 면접",
        "? definition 새 면접",
    ),
    "Latin letters of an answer": Limit(
        149, lambda n: f"- 완충기 : {'a ' * n}", "definition 완충기", "? definition 완충기"
    ),
    "Korean letters beside four hundred Latin ones": Limit(
        19,
        lambda n: f"- 완충기 : {'a ' * 400}\n  {text(n)}",
        "? definition 완충기",
        "definition 완충기",
    ),
    "code beside a hundred Korean letters of a note": Limit(
        450,
        lambda n: f"## 나루\n{text(98)}\n## Code\n{fenced('x' * n)}",
        "definition 나루",
        "? definition 나루",
    ),
    "Korean letters beside code": Limit(
        11,
        lambda n: f"## 나루\n{'새' * (n - 2)} 운다\n{fenced('x')}",
        "? definition 나루",
        "definition 나루",
    ),
    "code beside an answer of twenty letters": Limit(
        160,
        lambda n: f"## 나루\n{text(20)}\n{fenced('x' * n)}\n## 갯벌\n{text(100)}",
        "definition 나루",
        "? definition 나루",
    ),
    "syllables of who speaks of the past once": Limit(
        250,
        lambda n: f"- 나루 : 배가 닿는 곳\n\n저는 산에 갔다. 제가 본다. 저도 쉰다. {text(n - 21)}",
        "? definition 나루",
        "definition 나루",
    ),
    "headings of a portfolio": Limit(
        2,
        lambda n: (
            "- 나루 : 배가 닿는 곳\n\n"
            + "\n".join(("## 담당 업무", "## 사용 기술", "## 기여도")[:n])
        ),
        "definition 나루",
        "? definition 나루",
    ),
    # --- noise, titles ---
    "letters beside a link": Limit(
        6,
        lambda n: f"## 나루\n[위로](#top) {text(n)}",
        "- 2 navigation",
        "definition 나루",
    ),
    "links to a sentence of contents": Limit(
        2,
        lambda n: (
            "# 목차\n물가에 사는 새를 말한다.\n"
            + "".join(f"[왜가리{at}](#{at})\n" for at in range(n))
        ),
        "- 2-4 navigation",
        "- 1-5 sources",
    ),
    # --- comparisons and sets ---
    "things in contrast": Limit(
        8, lambda n: f"## 물새 비교\n{birds(n)}", "comparison 물새 비교", "definition 쇠백로"
    ),
    "letters of things in contrast": Limit(
        350,
        lambda n: f"## 물과 불의 차이\n- 물 : {text(149)}\n- 불 : {text(n - 149)}",
        "comparison 물과 불의 차이",
        "? comparison 물과 불의 차이",
    ),
    "letters of the items of a list": Limit(
        400,
        lambda n: f"## 물의 특징\n- {text(150)}\n- {text(n - 150)}",
        "list 물의 특징",
        "? list 물의 특징",
    ),
    "neighbours of like names": Limit(
        4,
        lambda n: "## 핵심 정리\n" + "\n".join(f"- {b} 제방 : {b}가 산다." for b in BIRDS[:n]),
        "comparison 왜가리 제방 · 두루미 제방",
        "",
    ),
    "lines beside things that may tell them apart": Limit(
        30,
        lambda n: (
            f"## 강가\n{some_told(n - 1, n - 1, TOLD)}\n\n강가는 나루와 갯둑으로 나뉜다.\n\n"
            "- 나루 : 배를 대는 곳이다.\n- 갯둑 : 물을 막는 흙더미이다.\n- 솔숲 : 그늘이 진다."
        ),
        "comparison 나루 · 갯둑",
        "",
    ),
    "rows of a table that are told apart": Limit(
        4,
        lambda n: (
            "## 둑\n| 이름 | 뜻 |\n| --- | --- |\n"
            + "\n".join(f"| {b} 제방 | 물가에 쌓는다. |" for b in BIRDS[:n])
        ),
        "comparison 둑",
        "",
    ),
    "letters of neighbours of like names": Limit(
        350,
        lambda n: f"## 핵심 정리\n- 흙 제방 : {text(150)}\n- 돌 제방 : {text(n - 150)}",
        "comparison 흙 제방 · 돌 제방",
        "? comparison 흙 제방 · 돌 제방",
    ),
    "words of a name that ends as its neighbour's does": Limit(
        3,
        lambda n: (
            f"## 핵심 정리\n- {'큰 ' * (n - 2)}흙 제방 : 쌓은 둑이다.\n- 돌 제방 : 짜맞춘 둑이다."
        ),
        "comparison",
        "",
    ),
    "letters of a name that are not its neighbour's": Limit(
        1,
        lambda n: f"## 핵심 정리\n- 흙제{'방벽'[n - 1]} : 쌓은 둑이다.\n- 돌제방 : 맞춘 둑이다.",
        "comparison 흙제방 · 돌제방",
        "",
    ),
    "things that share one attribute, too few": Limit(
        2,
        lambda n: "\n".join(f"## {b}\n- 계산식 : 너비 × 높이" for b in BIRDS[:n]),
        "definition 왜가리의 계산식",
        "",
    ),
    "fences of prose below a language's name, too few": Limit(
        2,
        lambda n: "\n".join(f"## {b}\n```js\n물가에 사는 새이다.\n```" for b in BIRDS[:n]),
        "- 2-4 code",
        "definition 왜가리",
    ),
    "fences of code below a language's name that four of prose outweigh": Limit(
        1,
        lambda n: "\n".join(
            f"## {b}\n```js\n{'물가에 사는 새이다.' if at < 4 else 'let a = 1;'}\n```"
            for at, b in enumerate(BIRDS[: 4 + n])
        ),
        "definition 왜가리",
        "- 2-4 code",
    ),
    "kinds to tell apart": Limit(
        5, lambda n: f"## 물새 모델\n{birds(n)}", "comparison 물새 모델", "list 물새 모델"
    ),
    "kinds to list": Limit(12, lambda n: f"## 물새\n{birds(n)}", "list 물새", "- 1 heading"),
    "letters of a kind": Limit(
        250,
        lambda n: f"## 물새 모델\n- 왜가리 : {text(n)}\n- 두루미 : {text(20)}",
        "comparison 물새 모델",
        "? comparison 물새 모델",
    ),
    "Latin letters that names share": Limit(
        4, two_latin_names, "", "comparison Abcdexyzuvw · Abcderstmno"
    ),
    "items whose last word tells of what sort one more is": Limit(
        1,
        lambda n: (
            "## 나루\n"
            + some(n, 2, "- {} 방식 : 빠르다.", "- {} : 빠르다.")
            + "\n- 기본 방식 : 느리다."
        ),
        "definition 나루의 기본 방식",
        "definition 기본 방식",
    ),
    "headings that a sentence announces": Limit(
        12,
        lambda n: (
            "## 물길\n장점은 다음과 같다.\n"
            + "\n".join(f"### 물길{at}호\n맑다." for at in range(n))
        ),
        "list 물길의 장점",
        "",
    ),
    "headings that a sentence announces, at least": Limit(
        1,
        lambda n: (
            "## 물길\n장점은 다음과 같다.\n"
            + "\n".join(f"### 물길{at}호\n맑다." for at in range(n))
        ),
        "",
        "list 물길의 장점",
    ),
    "sentences that count": Limit(
        1,
        lambda n: (
            "씨는 두 가지 방법으로 퍼진다. " + "첫째, 바람에 난다. 둘째, 물에 뜬다."[: 11 * n + 1]
        ),
        "",
        "? list 씨의 방법",
    ),
    "letters of things side by side": Limit(
        1800,
        lambda n: f"## 물길\n### 나루\n{text(900)}\n### 여울\n{text(n - 900)}",
        "? comparison 물길",
        "- 1 heading",
    ),
    "sections of a thing": Limit(
        2,
        lambda n: (
            "## 물길\n### 나루\n배가 닿는다.\n"
            + "".join(f"#### {bird}\n물가에 산다.\n" for bird in BIRDS[:n])
            + "### 여울\n물살이 빠르다."
        ),
        "? comparison 물길",
        "definition 뜸부기",
    ),
    "letters of a name that a sentence sets against another": Limit(
        20,
        lambda n: f"{'하' * (n - 1)}물은 아래로 흐르는 반면, 불은 위로 오른다.",
        "comparison 하",
        "- 1 offered",
    ),
    "places where a clause may end that defines a term": Limit(
        8,
        lambda n: (
            f"밀물은 {'일하고 ' * (n - 1)}물이 드는 현상이며, 썰물은 물이 나는 현상이다.\n\n"
            "썰물은 갯벌을 넓게 드러낸다."
        ),
        "definition 썰물",
        "? definition 썰물",
    ),
    "letters that a sentence says of what it begins with": Limit(
        7,
        lambda n: f"물길은 {'가' * (n - 3)}다",
        "- 1 prose",
        "? definition 물길",
    ),
    "letters of an item on a line of items": Limit(
        25,
        lambda n: f"## 물의 성질\n물, 불, {'가' * n}",
        "list 물의 성질: 물 | 불 | 가",
        "definition 물의 성질",
    ),
    "names alone": Limit(2, lambda n: f"## 물새\n{birds(n, '')}", "definition 물새", "list 물새"),
    "letters of a line that is an item": Limit(
        80,
        lambda n: f"### 물의 특징\n물맛이 달다.\n{'가' * (n - 3)}이다.",
        "list 물의 특징",
        "definition 물의 특징",
    ),
    # --- tables ---
    "columns to tell apart": Limit(
        6, columns_of_birds, "comparison 물새 비교: 왜가리", "comparison 물새 비교: 몸"
    ),
    "letters of a head that is a row": Limit(
        11,
        lambda n: f"## 배\n| 거룻배 | {'가' * n} |\n|--|--|\n{''.join(BOATS)}",
        "- 2-3 head",
        "definition 거룻배",
    ),
    "rows below a head that is one": Limit(
        1,
        lambda n: f"## 배\n| 거룻배 | 돛이 없이 노로 젓는 배 |\n|--|--|\n{''.join(BOATS[:n])}",
        "- 2-3 head",
        "definition 거룻배",
    ),
    "rows of a table in HTML": Limit(
        1, lambda n: html_table(n, 2), "- 1 prose", "definition 두루미"
    ),
    "columns of a table in HTML": Limit(
        1, lambda n: html_table(3, n), "- 1 prose", "definition 두루미"
    ),
    "letters of a head that is a row of a hundred letters, at least": Limit(
        39,
        lambda n: boats(n, 100),
        "- 2-3 head",
        "definition 거룻배",
    ),
    "letters of a head that is a row of twenty letters, at most": Limit(
        30,
        lambda n: boats(n, 20),
        "definition 거룻배",
        "- 2-3 head",
    ),
    "Chinese letters of an answer": Limit(
        39, lambda n: f"- 완충기 : {'水' * n}", "definition 완충기", "? definition 완충기"
    ),
    "letters of more items than twenty": Limit(
        420,
        lambda n: (
            "## 물의 특징\n"
            + "\n".join(f"- {letter * 20}" for letter in "가나다라마바사아자차카타파하거너더러머버")
            + f"\n- {'서' * (n - 400)}"
        ),
        "list 물의 특징",
        "? list 물의 특징",
    ),
    "links that are an index, too few": Limit(
        2,
        lambda n: f"## 나루\n{some(n, n, '- [{0}](a.md) : 물가의 새', '')}",
        "definition 왜가리",
        "- 2-4 navigation",
    ),
    "letters of a link in an index": Limit(
        15,
        lambda n: f"## 나루\n{some(3, 3, '- [{0}](a.md) : ' + '가' * n, '')}",
        "- 2-4 navigation",
        "definition 왜가리",
    ),
    "things side by side": Limit(
        8,
        lambda n: "## 물길\n" + some(n, n, "### {}\n물가에 산다.", ""),
        "? comparison 물길",
        "- 1 heading",
    ),
    "cells of a table of five rows": Limit(
        1,
        lambda n: (
            f"## 물새\n| 물새 |{'몸 |' * n}\n|--|{'--|' * n}\n"
            + some(5, 5, "| {} |" + " 크다 |" * n, "")
        ),
        "comparison 물새",
        "definition 왜가리",
    ),
    "names that two things share": Limit(
        1,
        lambda n: (
            "## 물길\n"
            + "".join(
                f"### {thing}\n"
                + "".join(f"#### {part}\n물가에 만든다.\n" for part in ("물막이", "배다리")[:n])
                for thing in ("나루", "여울")
            )
        ),
        "definition 물막이 @4",
        "definition 나루의 물막이 @4",
    ),
    "Latin words of a title": Limit(
        3,
        lambda n: (
            f"---\ntitle: {' '.join('Tidal Flat Water Mud'.split()[:n])}\n---\n"
            "물이 드나드는 땅이다."
        ),
        "definition Tidal Flat Water @4",
        "- 4 prose",
    ),
    "paragraphs of prose in front of a list of another thing": Limit(
        1,
        lambda n: (
            f"## 물의 특징\n- 맑다\n- 달다\n\n{(SAID + chr(10) * 2) * n}- 깃을 친다\n- 알을 낳는다"
        ),
        "list 물의 특징: 맑다 | 달다 | 깃을 친다",
        "list 물의 특징: 맑다 | 달다 @",
    ),
    "parts that a sentence leads to, too few": Limit(
        1,
        lambda n: (
            "## 물가의 반응\n여러 가지 반응이 나타난다.\n"
            + some(n, n, "### {}\n물가에서 운다.", "")
        ),
        "definition 물가의 반응",
        "list 물가의 반응",
    ),
    "lines that go on about a definition": Limit(
        2,
        lambda n: (
            "돛배는 바람을 받아 나아가는 배이다.\n"
            + "\n".join(f"이는 {letter * 90}다." for letter in "가나다"[:n])
        ),
        "",
        "- 4 prose",
    ),
    # --- so many of all ---
    "links of three items": Limit(
        1,
        lambda n: f"## 나루\n{some(n, 3, '- [{0}](#{0})', '- {}가 물고기를 먹는다.')}",
        "definition 나루",
        "- 2-4 navigation",
    ),
    "described of three things": Limit(
        1,
        lambda n: f"## 물새 비교\n{some(n, 3, '- {} : 물가에 산다.', '- {}')}",
        "- 1 heading",
        "comparison 물새 비교: 왜가리 | 두루미",
    ),
    "deeds of four things in contrast": Limit(
        2,
        lambda n: (
            "## 물새의 종류\n"
            + some(n, 4, "- {} 설치하기 : 버튼을 클릭한다.", "- {} : 물가에 산다.")
        ),
        "comparison 물새의 종류",
        "? comparison 물새의 종류",
    ),
    "numbered parts of four things in contrast": Limit(
        2,
        lambda n: (
            "## 물새의 종류\n"
            + "\n".join(
                f"- {f'{at + 1}번' if at < n else BIRDS[at]} : 물가에 산다." for at in range(4)
            )
        ),
        "comparison 물새의 종류",
        "? comparison 물새의 종류",
    ),
    "terms of four numbered points": Limit(
        1,
        lambda n: f"## 물새\n{some(n, 4, '1. {} : 물가에 산다.', '1. {}가 물가에 산다.')}",
        "list 물새",
        "- 1 heading",
    ),
    "plain items of four, in front of a paragraph": Limit(
        1,
        lambda n: (
            f"## 물새\n{some(n, 4, '- {}가 물가에 산다.', '- {} : ' + text(230))}\n\n늘 있다."
        ),
        "definition 물새 @2 ",
        "definition 물새 @2-3,7 ",
    ),
    "terms of four items, in front of plain ones": Limit(
        1,
        lambda n: (
            f"## 물새\n- {text(430)}\n" + some(n, 3, "- {} : 물가에 산다.", "- {}가 물가에 산다.")
        ),
        "definition 물새 @2,4-5 ",
        "definition 물새 @2 ",
    ),
    "letters of a list that is shown with its parts": Limit(
        450,
        lambda letters: f"## 물새\n- {text(letters - 8)}\n- 왜가리 : 물가에 산다.",
        "definition 물새 @2-3 ",
        "definition 물새 @2 ",
    ),
    "figures of six cells": Limit(
        2,
        lambda n: (
            "## 물새\n| 봄 | 가을 |\n|--|--|\n"
            + "| {} | {} |\n| {} | {} |\n| {} | {} |".format(*["3번"] * n, *["많음"] * (6 - n))
        ),
        "comparison 물새: 봄 | 가을",
        "- 1 heading",
    ),
    "letters behind four of the names": Limit(
        7,
        lambda n: (
            f"## 물새\n| 갈래 | 나이 |\n|--|--|\n| 왜가 | {'가' * (n - 3)} |\n| 두루 | 물새는 |"
        ),
        "comparison 물새: 갈래 | 나이",
        "definition 왜가",
    ),
    "sentences of four that define other things": Limit(
        1,
        lambda n: (
            "## 갈대밭\n왜가리란 물가에 사는 큰 새이다. "
            + " ".join(
                ("두루미란 들에 사는 큰 새이다.", "볕이 든다.", "바람이 분다.", "달이 뜬다.")[
                    2 - n :
                ][:3]
            )
        ),
        "definition 갈대밭",
        "- 1 heading",
    ),
    "rows to tell apart, at least": Limit(
        1,
        lambda n: (
            "## 물새\n| 물새 | 몸 | 키 |\n|--|--|--|\n" + some(n, n, "| {} | 크다 | 작다 |", "")
        ),
        "- 2-3 head",
        "comparison 물새",
    ),
    "rows to tell apart, at most": Limit(
        4,
        lambda n: (
            "## 물새\n| 물새 | 몸 | 키 | 깃 |\n|--|--|--|--|\n"
            + some(n, n, "| {} | 크다 | 작다 | 희다 |", "")
        ),
        "comparison 물새",
        "definition 왜가리",
    ),
    "rows of figures to tell apart, at most": Limit(
        6,
        lambda n: (
            "## 물새\n| 물새 | 몸 | 키 |\n|--|--|--|\n" + some(n, n, "| {} | 120 | 131 |", "")
        ),
        "? comparison 물새",
        "definition 왜가리",
    ),
    "sections of a kind": Limit(
        1,
        lambda n: (
            "## 물새 모델\n### 왜가리\n물가에 산다.\n"
            + "".join(f"#### {name}\n눈에 띈다.\n" for name in ("깃털", "부리")[:n])
            + "### 두루미\n들에 산다."
        ),
        "comparison 물새 모델",
        "? comparison 물새 모델",
    ),
    "names alike of four": Limit(
        2,
        lambda n: (
            "## 물길\n물이 흐르는 길이다.\n"
            + "".join(
                f"### {name}\n물이 흐른다.\n"
                for name in (*("갯고랑", "논고랑", "밭고랑")[:n], *("여울목", "나루터")[: 4 - n])
            )
        ),
        "comparison 갯고랑 · 논고랑: 갯고랑 | 논고랑 @",
        "comparison 물길: 갯고랑 | 논고랑 | 밭고랑 | 여울목 @",
    ),
    # --- sentences ---
    "items of a series": Limit(
        12, lambda n: f"물새에는 {', '.join(BIRDS[:n])}가 있다.", "? list 물새", "- 1 prose"
    ),
    "letters of an item of a series": Limit(
        40,
        lambda n: f"물새에는 왜가리, {'가' * n}, 두루미가 있다.",
        "? list 물새",
        "- 1 prose",
    ),
    "letters of a sentence with a series": Limit(
        960,
        lambda n: f"물새에는 왜가리, 뜸부기, 두루미가 있으며, {'가' * (n - 28)}이다.",
        "? list 물새",
        "- 1 prose",
    ),
    "letters in front of the end of a topic": Limit(
        200,
        lambda n: f"{'가' * (n - 9)}하면서, 나루는 배가 닿는 곳을 뜻한다.",
        "definition 나루",
        "- 1 prose",
    ),
    "letters of a term that a sentence defines": Limit(
        30,
        lambda n: f"{'나' * (n - 2)} 새는 물가에 사는 큰 동물이다.",
        "definition 나",
        "- 1 prose",
    ),
    "words of a term that a sentence defines": Limit(
        5,
        lambda n: f"{'물 ' * (n - 1)}새는 물가에 사는 큰 동물이다.",
        "definition 물",
        "- 1 prose",
    ),
    # --- names ---
    "words of a name": Limit(
        7,
        lambda n: f"## 새\n- {'물 ' * (n - 1)}새\n{birds(2, '')}",
        "list 새",
        "definition 새",
    ),
    "letters of a bare term": Limit(
        20,
        lambda n: f"{'가' * (n - 1)}새 → 물가에 살면서 물고기를 먹는 동물이다.",
        "definition 가",
        "- 1 prose",
    ),
    "words of a bare term": Limit(
        4,
        lambda n: f"{'물 ' * (n - 1)}새 → 물가에 살면서 물고기를 먹는 동물이다.",
        "definition 물",
        "- 1 prose",
    ),
    "cases of a name": Limit(
        1,
        lambda n: f"## 새\n- {' '.join(('물가를', '들이')[:n])} 새\n{birds(2, '')}",
        "list 새",
        "definition 새",
    ),
    "words of a name with a case": Limit(
        5,
        lambda n: f"## 새\n- 물가를 {'물 ' * (n - 2)}새\n{birds(2, '')}",
        "list 새",
        "definition 새",
    ),
    "words of a side of two": Limit(
        3,
        lambda n: f"## 새와 {'물 ' * (n - 1)}말\n{birds(2, '')}",
        "- 1 heading",
        "definition 새와",
    ),
    "letters of a name with its gloss, in front of the colon": Limit(
        105 - len(" : "),
        lambda n: f"{'가' * 20} {'나' * 20}({'다' * (n - 43)}) : 물가에 사는 새",
        "definition 가",
        "- 1 prose",
    ),
    "letters of a definition with its name behind it": Limit(
        150,
        lambda n: f"{'가' * (n - 17)} 두 물이 섞이는 곳 = 기수역",
        "definition 기수역",
        "- 1 prose",
    ),
    "words that explain in brackets": Limit(
        1,
        lambda n: f"## 새\n{birds(3, ' (물의)' if n == 1 else ' (물의 새)')}",
        "list 새: 왜가리 (물의)",
        "list 새: 왜가리 |",
    ),
    "items with an explanation in brackets": Limit(
        1, lambda n: f"## 모래\n{birds(n, ' (물에 사는 새)')}", "definition 모래", "list 모래"
    ),
    # --- code and prose, HTML ---
    "of a hundred Korean letters, those in a fence": Limit(
        50, lambda n: f"{fenced(text(n))}\n\n{text(100 - n)}", "- 1-3 code", "- 1 markup"
    ),
    "of a hundred letters in a fence, those that are Korean": Limit(
        49,
        lambda n: fenced(f"나루 : {text(n - 2)} {'a' * (100 - n)}"),
        "- 1-3 code",
        "definition 나루",
    ),
    "of two hundred lines in a fence, those that are code": Limit(
        20,
        lambda n: fenced(*["물가에 산다."] * (200 - n), *["x = f(a);"] * n),
        "- 2-201 prose",
        "- 1-202 code",
    ),
    "letters of a line that may be code": Limit(
        400,
        lambda n: fenced(*["물가에 산다."] * 8, f"{'가' * (n - 4)}f(a)"),
        "- 1-11 code",
        "- 2-10 prose",
    ),
    "blanks of a tab": Limit(
        3,
        lambda n: fenced("왜가리", " " * n + "물가에 산다.", "두루미", " " * n + "들에 산다."),
        "definition 왜가리 @3-5",
        "definition 왜가리 @3 ",
    ),
    "the level above a title in a fence": Limit(
        5,
        lambda n: f"{'#' * n} 물새\n{fenced('<특징>', '물가에 산다.', '물고기를 먹는다.')}",
        "list 물새의 특징",
        "list 특징",
    ),
    "quotes in code": Limit(
        6,
        lambda n: f"## 물새\n\n{'    > ' * n}왜가리 : 물가에 사는 큰 새",
        "definition 왜가리",
        "- 3 code",
    ),
    "columns of a line that is broken": Limit(
        39,
        lambda n: (
            "### 새의 특징\n높은 산과 들에 사는 큰 "
            + f"{'a' * ((n - 25) % 2)}{'새' * ((n - 25) // 2)}의\n나무 위에 모여 산다."
        ),
        "list 새의 특징",
        "definition 새의 특징",
    ),
    "tags within tags": Limit(
        32,
        lambda n: f"## 새\n{'<i>' * (n - 1)}<b>왜가리</b>{'</i>' * (n - 1)} 물가에 사는 큰 새",
        "definition 왜가리",
        "definition 새",
    ),
    "toggles within toggles": Limit(
        40, nested_details, "definition 칸40 @81 [", "definition 칸40 @81,83 ["
    ),
}


def a_list(count: int) -> str:
    """A list of so many steps."""
    return "## 춤추는 순서\n" + "".join(f"{at}. 걸음{at}번\n" for at in range(1, count + 1))


ALSO = f"{'물' * 40} {'불' * 40}"
CARDS = {
    "letters of a name in the place above": Limit(
        40,
        lambda n: f"## {'가' * (n - 1)}새\n### 물레\n실을 뽑는 틀이다.",
        f"term ? note › {'가' * 39}새 / 물레란",
        "term ? note / 물레란",
    ),
    "names in the place above": Limit(
        3,
        lambda n: (
            "".join(f"{'#' * at} 물길{at}\n" for at in range(1, n + 1))
            + f"{'#' * (n + 1)} 물레\n실을 뽑는 틀이다."
        ),
        "term ? 물길1 › 물길2 › 물길3 / 물레란",
        "term ? 물길1 › … › 물길3 › 물길4 / 물레란",
    ),
    "lines up to the end of a tag that begins a line": Limit(
        8,
        lambda n: f"## 나루\n<section> 배가 닿는 곳이다.\n{WATERS * n}</section>",
        "term = 배가",
        "term = <section> 배가",
    ),
    "letters of a name in pieces whose formulas are set": Limit(
        200,
        lambda n: f"## {'가' * (n - 5)}(나)$x$의 특징\n- 빠르다\n- 가볍다",
        rf"topic ? note / {'가' * 195}\(x\)의 특징",
        f"topic ? note / {'가' * 196}x의 특징",
    ),
    "letters around a sentence that defines": Limit(
        500,
        lambda n: f"나루는 배가 닿는 곳이다. {'가' * (n - 2)}다.",
        "term = 나루는 배가 닿는 곳이다. 더 보기 가",
        "",
    ),
    "letters around a sentence that defines, beside another that does": Limit(
        500,
        lambda n: f"나루는 배가 닿는 곳이다. 둑은 물을 막는 벽이다. {'가' * (n - 2)}다.",
        "term = 나루는 배가 닿는 곳이다. 더 보기 가",
        "",
    ),
    "letters of a definition that asks for its term, at least": Limit(
        7, lambda n: f"- 나루 : {text(n)}", "", "reverse = 나루"
    ),
    "letters of a definition that asks for its term, at most": Limit(
        110, lambda n: f"- 나루 : {text(n)}", "reverse = 나루", ""
    ),
    "blanks of a definition that asks for its term": Limit(
        2,
        lambda n: f"- 나루 : 나루는 배가 닿는 곳이다. {'나루에 많은 사람이 모인다. ' * (n - 1)}",
        "reverse = 나루",
        "",
    ),
    "sentences that go on about a definition, before the last": Limit(
        1,
        lambda n: (
            f"보는 물을 가두는 시설이다. 이는 논에 쓴다. {'이는 봄에 연다. ' * (n - 1)}이는 크다."
        ),
        "term = 보는 물을 가두는 시설이다. 이는 논에 쓴다. 이는 크다.",
        "term = 보는 물을 가두는 시설이다. 이는 논에 쓴다. 이는 봄에 연다.",
    ),
    "letters of another name that is left blank": Limit(
        100,
        lambda n: f"- 나루 : 배를 대는 곳으로, {ALSO} {'말' * (n - 80)}이라고도 한다.",
        "reverse ? note / 무엇에 대한 설명인가요? / 배를 대는 곳으로, 이것",
        f"reverse ? note / 무엇에 대한 설명인가요? / 배를 대는 곳으로, {'물' * 40} 이것",
    ),
    "columns that are asked for by their heads": Limit(
        4,
        lambda n: (
            f"## 물새\n| 이름 |{'|'.join('먹이 둥지 크기 빛깔 소리'.split()[:n])}|\n"
            + f"|--|{'--|' * n}\n"
            + some(7, 7, f"| {{}} |{' 여러 가지 |' * n}", "")
        ),
        "term ? note › 물새 / 왜가리의 먹이, 둥지, 크기, 빛깔은 무엇인가요?",
        "term ? note › 물새 / 왜가리에 대해 설명해 보세요.",
    ),
    "items of a list that is shown behind each of them": Limit(
        200, a_list, "item 1 = • 걸음1번 • 걸음2번 • ⋯ / • 걸음1번", ""
    ),
}


def check(limit: Limit, within: Sequence[str], beyond: Sequence[str]) -> None:
    """The lines of the last note begin with `until` and not with `after`; those of the next do."""
    for start, where in ((limit.until, (True, False)), (limit.after, (False, True))):
        found = tuple(any(line.startswith(start) for line in side) for side in (within, beyond))
        assert not start or found == where, f"{start} is in {within} and {beyond}"


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_what_a_note_holds_on_both_sides_of_a_limit(limit: Limit) -> None:
    check(limit, *(list(told(reading(limit.note(limit.last + more)))) for more in (0, 1)))


@pytest.mark.parametrize("limit", CARDS.values(), ids=CARDS)
def test_what_the_cards_show_on_both_sides_of_a_limit(limit: Limit) -> None:
    check(limit, *asked([limit.note(limit.last), limit.note(limit.last + 1)]))


@pytest.mark.parametrize(("clauses", "defined"), [(8, 8), (9, 9), (10, 9), (1000, 9)])
def test_nine_clauses_of_a_sentence_define_a_term_each(clauses: int, defined: int) -> None:
    said = "며, ".join(f"물{chr(ord('가') + n)}호는 물이 드나드는 현상이" for n in range(clauses))
    assert len(list(told(reading(f"{said}다.")))) == defined


@pytest.mark.parametrize(("name", "told"), [("강물길이", False), ("강물길길이", True)])
def test_a_stem_of_four_syllables_tells_a_name(name: str, *, told: bool) -> None:
    assert blanks.begins(name, f"{name[:-1]}로") is told


SO_MANY = {
    "words from several to what there are": (
        3,
        lambda n: several.is_told("반응", f"여러 {'큰 ' * (n - 1)}반응이 나타난다"),
    ),
    "letters of a clause that leads to an announcement": (
        100,
        lambda n: shapes.unannounced(f"물을 {'가' * n}하면 다음과 같다") == "물",
    ),
    "words that are read as one name": (
        3,
        lambda n: loanwords.read_alike(
            "LoadBalancer", ("로드밸런서", "로드 밸런서", "로드 밸런 서", "로 드 밸런 서")[n - 1]
        ),
    ),
    "words of a name in a list of names": (
        2,
        lambda n: series.are_names(f"냅킨, 공책, 화이트 {'긴 ' * (n - 2)}보드"),
    ),
    "numbers in front of a label": (
        16,
        lambda n: numbering.behind_numbering("1. " * n + "물길") == len("1. ") * n,
    ),
    "syllables of a name with a particle, and of none": (
        3,
        lambda n: particles.without_of(f"{'김배'[: n - 2]}주의").endswith("주"),
    ),
    "places where a sentence may turn to another thing": (
        3,
        lambda n: bool(
            sentences.turn(f"노새매는 {'값이 매이고, 깃은 ' * (n - 1)}쓰이고, 돛새매는 쓰인다.")
        ),
    ),
    "letters in front of a name that is said again": (
        3,
        lambda n: repeats.only_repeats("수문", f"{'가나다라'[:n]} 수문"),
    ),
    "letters of a line that says a name again": (
        40,
        lambda n: repeats.only_repeats("물길 제어", f"물길을 제어하는 {'방법 ' * 10}것 뜻"[:n]),
    ),
    "syllables of a word that is no verb": (
        2,
        lambda n: topics.topic(f"꼭 {('간다', '이긴다')[n - 2]}") is not None,
    ),
}


@pytest.mark.parametrize(("last", "holds"), SO_MANY.values(), ids=SO_MANY)
def test_what_holds_of_so_many_and_of_no_more(last: int, holds: Callable[[int], bool]) -> None:
    assert (holds(last), holds(last + 1)) == (True, False)


@pytest.mark.parametrize(
    ("short", "long", "told"), [("Rs", "Record Store", False), ("Ras", "Random Access Store", True)]
)
def test_three_letters_are_an_abbreviation(short: str, long: str, *, told: bool) -> None:
    assert initials.spelt_out(short, long) is told


@pytest.mark.parametrize(("letters", "asked"), [(10, "가"), (11, "물새: 각각")])
def test_forty_letters_of_names_are_read_in_one_question(letters: int, asked: str) -> None:
    names = ["가" * letters, "나" * 8, "다" * 8, "라" * 8]
    assert differences.difference("물새", ("시기", "장소"), rows=names).name.startswith(asked)


@pytest.mark.parametrize(("name", "again"), [("문", False), ("수문", True)])
def test_two_syllables_are_a_name_that_is_said_again(name: str, *, again: bool) -> None:
    assert repeats.only_repeats(name, f"큰 {name}") is again


@pytest.mark.parametrize(("other", "set_apart"), [("돛게매", False), ("돛새매", True)])
def test_names_with_two_syllables_alike_are_set_against_each_other(
    other: str, *, set_apart: bool
) -> None:
    said = f"노새매는 강에 쓰이고, {other}는 바다에 쓰인다."
    assert bool(sentences.turn(said)) is set_apart


def test_all_ends_of_clauses_are_shorter_than_what_is_looked_at() -> None:
    assert max(map(len, words.CLAUSE_ENDS)) < endings._TAIL


def test_headings_are_tags_and_bold_lines_below_them_are_none() -> None:
    above = "".join(f"{'#' * level} 물길{level}\n" for level in range(1, 7))
    (found,) = in_anki([f"{above}\n**물레**\n\n- 굴대 : 바퀴를 꿰는 막대\n"])
    assert [note.tags for note in found if note.name == "굴대"] == [
        ("물길1::물길2::물길3::물길4::물길5::물길6",)
    ]
