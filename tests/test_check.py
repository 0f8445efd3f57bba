"""deckbuilder check: what it finds in notes, where, how it is told, and how it is left untold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deckbuilder import api
from deckbuilder.cli import main
from deckbuilder.lint import KNOWN, Code, Finding
from deckbuilder.model import CheckSettings
from tests.codes import FOLDER, pages

# What no note by itself can show: what is wrong with files, with folders, with their number, or
# with deckbuilder itself.
NOT_OF_A_NOTE = frozenset(
    """
    missing-source unreadable unreadable-inside not-text not-text-inside left-out-inside
    empty-folder unread fault font note-without-cards same-note language many-cards
    front-matter-unseen embed embed-long outside-media media-folder media-special media-large
    media-unreadable comment-reading choice-gone choice-kind choice-name
    """.split()
)
SHOWN = [code for code in KNOWN.values() if code.bad]

TIDE = """\
# 물길

### 갯바위
물결이 닿는 바닷가의 바위이다.

### 선착장
겟바위 안에서 배가 닿는 자리이다.
"""


def found(folder: Path, everything: bool = False, **settings: Any) -> list[Finding]:
    """What `check` finds in a folder."""
    done = api.check(
        [folder],
        options=api.Options(),
        settings=CheckSettings(**settings),
        everything=everything,
    )
    return list(done.findings)


def note(folder: Path, text: str) -> Path:
    """A folder with this note."""
    folder.mkdir(exist_ok=True)
    (folder / "노트.md").write_text(text, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    """The command line in this process."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


# --- the codes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.name)
def test_the_examples_of_a_code_show_it(tmp_path: Path, code: Code) -> None:
    for text, expected in ((code.bad, True), (code.good, False)):
        folder = note(tmp_path / str(expected), text)
        for name, size in code.beside.items():
            (folder / name).write_bytes(bytes(size))
        codes = {finding.code for finding in found(folder, everything=not code.usual)}
        assert (code.name in codes) == expected


def test_every_code_has_examples_or_cannot_have_any() -> None:
    assert {code.name for code in KNOWN.values()} - {code.name for code in SHOWN} == NOT_OF_A_NOTE
    assert all(code.message and code.hint and code.about for code in KNOWN.values())


def test_what_is_not_usual_is_not_looked_for(tmp_path: Path) -> None:
    code = KNOWN["compared-undefined"]
    folder = note(tmp_path, code.bad)
    assert code.name not in {finding.code for finding in found(folder)}
    named = found(folder, severity={code.name: "warning"})
    assert code.name in {finding.code for finding in named}


def test_the_pages_are_up_to_date() -> None:
    written = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    assert written == pages(), "make docs"


# --- slips of spelling ----------------------------------------------------------------------------

KNOWN_WELL = (
    "### {term}\n물가에 사는 이가 아는 것이다.\n\n### 물가\n물이 닿는 땅이다. {slip} 곁에 있다.\n"
)


@pytest.mark.parametrize(
    ("term", "slip"),
    [
        ("가온둑방", "가원둑방"),
        ("물막이둑", "물막히둑으로"),
        ("나루터지기", "나두터지기는"),
        ("탄력성", "단력적인"),
        ("봇도랑", "네트워그"),
        ("봇도랑", "에플리캐이션 클라리언트"),
        ("누름돌", "누릅돌"),
        ("갯바위", "겟바위에"),
    ],
)
def test_a_letter_away_is_a_slip(tmp_path: Path, term: str, slip: str) -> None:
    text = KNOWN_WELL.format(term=term, slip=slip)
    assert [one.code for one in found(note(tmp_path, text))] == ["spelling"]


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("일차함수", "이차함수"),
        ("완전성", "안전성"),
        ("관리자", "관리장"),
        ("봇도랑", "메세지"),
        ("봇도랑", "봇도랑이나"),
        ("봇도랑", "봇두렁"),
        ("상향식", "하향식"),
        ("상태", "상대적인"),
        ("물막이둑", "물막히둑과 물막히둑"),
        ("테이블", "케이블"),  # keys side by side, but loanwords differ in how they begin
        ("스레드", "쓰레드"),
        ("둑높이값", "물높이값"),
        ("방파제", "반파제"),
        ("개발방식", "개발상식 한 가지와 방식"),
        ("당연히", "당연시"),
        ("좋아요", "좋나요"),
    ],
)
def test_another_word_is_no_slip(tmp_path: Path, term: str, other: str) -> None:
    text = KNOWN_WELL.format(term=term, slip=other)
    assert "spelling" not in {one.code for one in found(note(tmp_path, text))}


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("높이는 DLR 기준으로 잰다.", ["DLR"]),
        ("## DLR\n높이를 재는 기준이다.", []),
        ("## DLR\n- 높이를 재는 기준이다.\n- 강마다 다르다.", []),
        ("## DLR", ["DLR"]),
        ("## DLR\n### 장점\n- 재기 쉽다.\n- 어디서나 같다.", ["DLR"]),
        ("## DLR의 장점\n- 재기 쉽다.\n- 어디서나 같다.", ["DLR"]),
        ("## DLR의 쓰임\n높이를 잰다.", ["DLR"]),
        ("## DLR의 개념\n높이를 재는 기준이다.", []),
        ("## DLR과 WLR의 차이\n- DLR : 둑에서 잰다.\n- WLR : 물에서 잰다.", []),
        ("높이는 DLR 라는 기준으로 잰다.", []),
        ("높이는 DLR 기준, 깊이는 `dlr` 명령으로 잰다.", []),
        ("LOAD, STOR, ADD 명령을 쓴다.", []),
        ("LOAD, STOR 명령을 쓴다.", ["STOR"]),
        ("Cross-dike flow, CDF, XDF 라 한다.", []),
        ("값은 DALOS 지수를 따른다.", []),
        ("값은 DLROS 지수를 따른다.", ["DLROS"]),
    ],
)
def test_letters_that_nobody_explains(tmp_path: Path, text: str, told: list[str]) -> None:
    whole = f"### 둑\n물을 막으려고 쌓은 언덕이다.\n\n{text}\n"
    codes = [one for one in found(note(tmp_path, whole)) if one.code == "acronym"]
    assert [one.line[one.column - 1 : one.end - 1] for one in codes] == told


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (["### 물길\n물이 흐르는 길이다.\n\n### 나루\n- 물길 : 배가 다니는 자리\n"], True),
        # one card answers both, and its author might not know
        (["### 물길\n물이 흐르는 길이다.\n\n### 둑\n물을 막는다.\n\n### 물길\n뱃길이다.\n"], True),
        (["- 물길 : 물이 흐르는 길\n- 둑 : 물을 막는 언덕\n- 물길 : 배가 다니는 자리\n"], True),
        (["- 물길 : 물이 흐르는 길\n- 물길 : 배가 다니는 자리\n"], False),
        (["- 물길 : 물이 흐르는 길\n- 둑 : 물을 막는 언덕\n- 물길 : 물이 흐르는 길\n"], False),
        (["1672년\n- 둑을 쌓았다.\n\n1690년\n- 둑이 샜다.\n\n1672년\n- 못을 팠다.\n"], False),
        # what stands in the term's own section is a part of it
        (["### 물길\n- 물길 : 물이 흐르는 길\n- 물목 : 물이 나드는 어귀\n"], False),
        (["### 둑\n물을 막는 언덕이다.\n", "### 둑\n거문고의 굵은 줄이다.\n"], False),
        (["### 둑(Dike)\n물을 막는 언덕이다.\n", "### 둑(Dike)\n논가의 언덕이다.\n"], True),
    ],
)
def test_a_term_is_defined_twice(tmp_path: Path, notes: list[str], told: bool) -> None:
    for number, text in enumerate(notes):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    assert ("defined-twice" in {one.code for one in found(tmp_path)}) == told


def test_one_pair_of_terms_is_told_of_once(tmp_path: Path) -> None:
    text = "# 강\n\n- 물길 : 물이 흐르는 길\n\n## 나루\n- 물 길 : 배가 다니는 자리\n"
    codes = [one.code for one in found(note(tmp_path, text))]
    assert codes.count("defined-twice") + codes.count("same-front") == 1


def test_capitals_tell_the_terms_of_two_notes_apart(tmp_path: Path) -> None:
    for name in ("DIKE", "dike"):
        text = f"### {name}\n물을 막으려고 쌓은 언덕의 {name} 이름이다.\n"
        (tmp_path / f"{name * 2}.md").write_text(text, encoding="utf-8")
    assert "same-front" not in {one.code for one in found(tmp_path)}


def test_a_section_of_examples_needs_no_cards(tmp_path: Path) -> None:
    text = "### 둑\n물을 막는 언덕이다.\n\n## {}\n\n### 물이 불었다\n여름에는 다시 줄었다.\n"
    for heading, told in (("예시", False), ("강가", True)):
        codes = {one.code for one in found(note(tmp_path, text.format(heading)))}
        assert ("section-without-cards" in codes) == told


# --- files ----------------------------------------------------------------------------------------


def test_a_file_counts_as_shown_however_its_name_is_written(tmp_path: Path) -> None:
    text = (
        "### 둑\n물을 막는 언덕이다.\n\n![둑](그림/물%20가.png)\n\n[판](판%20(1).png)\n"
        "\n[뗏목]: 그림/뗏목.png\n"
    )
    folder = note(tmp_path, text)
    (folder / "쉼.md").write_text("---\nskip: true\n---\n![나루](나루.jpg)\n", encoding="utf-8")
    (folder / ".gitignore").write_text("미룸.png\n", encoding="utf-8")
    (folder / "그림").mkdir()
    names = ("그림/물 가.png", "판 (1).png", "그림/뗏목.png", "나루.jpg", "미룸.png", "돛.png")
    for name in names:
        (folder / name).write_bytes(b"png")
    unused = [Path(one.span.path).name for one in found(folder) if one.code == "unused-media"]
    assert unused == ["돛.png"]


def test_a_picture_that_no_card_shows_is_missed_too(tmp_path: Path) -> None:
    text = "### 둑\n물을 막는 언덕이다.\n\n## 사진\n\n![나루](나루.png)\n"
    missing = [one for one in found(note(tmp_path, text)) if one.code == "missing-media"]
    assert [(one.span.first, one.column) for one in missing] == [(6, 7)]


# --- what authors leave untold --------------------------------------------------------------------

IGNORE = "<!-- deckbuilder: ignore spelling -->"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("자리이다.", f"자리이다. {IGNORE}", False),
        ("겟바위", f"{IGNORE}\n겟바위", False),
        ("# 물길\n", f"# 물길\n\n{IGNORE}\n", False),
        ("### 갯바위\n", f"### 갯바위\n{IGNORE}\n", True),
        ("자리이다.", "자리이다. <!-- deckbuilder: ignore acronym -->", True),
        ("자리이다.", "자리이다. <!-- deckbuilder: ignore acronym, spelling -->", False),
        ("# 물길\n", f"# 물길\n\n```\n{IGNORE}\n```\n", True),
    ],
)
def test_a_comment_leaves_findings_out(tmp_path: Path, old: str, new: str, told: bool) -> None:
    folder = note(tmp_path, TIDE.replace(old, new, 1))
    assert [one.code for one in found(folder)] == ["spelling"] * told


def test_settings_leave_out_and_weigh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(note(tmp_path, TIDE))
    settings = tmp_path / "deckbuilder.toml"
    settings.write_text('[check]\nignore = ["spelling"]\n', encoding="utf-8")
    assert "nothing found" in run("노트.md").output
    settings.write_text('[check]\nseverity = { spelling = "error" }\n', encoding="utf-8")
    assert run("노트.md").exit_code == 1
    settings.write_text('[check]\nignore = ["speling"]\n', encoding="utf-8")
    refused = run("노트.md")
    assert refused.exit_code == 2
    assert "'speling', which is no code; did you mean 'spelling'?" in refused.output
    settings.write_text('[check]\nseverity = { spelling = "bad" }\n', encoding="utf-8")
    assert 'severity = { spelling = "error" }' in run("노트.md").output


# --- how it is told -------------------------------------------------------------------------------


def test_the_text_shows_the_line_and_a_caret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(note(tmp_path, TIDE))
    done = run("노트.md")
    assert done.exit_code == 0
    assert done.output == (
        "노트.md:7:1: warning: '겟바위' may be a slip for '갯바위' [spelling]\n"
        "    겟바위 안에서 배가 닿는 자리이다.\n"
        "    ^^^^^^\n"
        "    mend it, or say <!-- deckbuilder: ignore spelling --> if it is right\n"
        "1 note checked: 1 warning\n"
    )
    assert run("노트.md", "--strict").exit_code == 1
    assert run("없음.md").exit_code == 2


def test_a_terminal_has_colours_unless_it_wants_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = note(tmp_path, TIDE) / "노트.md"
    shown = CliRunner().invoke(main, ["check", str(file)], color=True)
    assert "\x1b[" in shown.output
    monkeypatch.setenv("NO_COLOR", "1")
    plain = CliRunner().invoke(main, ["check", str(file)], color=True)
    assert "\x1b[" not in plain.output


def test_a_long_line_is_shown_around_the_place(tmp_path: Path) -> None:
    lines = run(note(tmp_path, TIDE.replace("겟바위", f"{'먼 ' * 90}겟바위"))).output.splitlines()
    shown, carets = lines[1], lines[2]
    assert shown.startswith("    …")
    assert shown.encode("euc-kr", "replace")[carets.index("^") - 2 :].decode("euc-kr")


def test_json_has_columns(tmp_path: Path) -> None:
    (row,) = json.loads(run(note(tmp_path, TIDE), "--format", "json").output)["findings"]
    assert (row["code"], row["line"], row["column"], row["end_column"]) == ("spelling", 7, 1, 4)


def test_github_gets_annotations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = note(tmp_path / "가,나", "### 둑\n물을 막는 언덕이다. TODO 100%\n")
    monkeypatch.chdir(folder.parent)
    assert run("가,나", "--format", "github").output == (
        "::warning file=가%2C나/노트.md,line=2,col=13,endColumn=17,title=placeholder"
        "::'TODO' stands for what is still to be written%0Awrite it, or take the line out\n"
    )


def test_sarif_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The members that the schema of SARIF 2.1.0 requires, and those that GitHub asks for."""
    monkeypatch.chdir(note(tmp_path, TIDE))
    (tmp_path / "돛.png").write_bytes(b"png")
    log = json.loads(run(".", "--format", "sarif").output)
    assert log["version"] == "2.1.0"
    (made,) = log["runs"]
    assert made["columnKind"] == "unicodeCodePoints"
    rules = made["tool"]["driver"]["rules"]
    assert made["tool"]["driver"]["name"] == "deckbuilder"
    assert all(rule["id"] and rule["shortDescription"]["text"] for rule in rules)
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
    places = [one["locations"][0]["physicalLocation"] for one in made["results"]]
    assert places == [
        {
            "artifactLocation": {"uri": "%EB%85%B8%ED%8A%B8.md"},
            "region": {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 4},
        },
        {"artifactLocation": {"uri": "%EB%8F%9B.png"}},
    ]


def test_explain_tells_a_code_and_list_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["explain", "spelling"]).output
    assert told.startswith("# spelling\n")
    listed = run("--list").output.splitlines()
    assert [line.split()[0] for line in listed] == list(KNOWN)


def test_the_notes_of_this_repository_are_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    assert run("--strict").output.endswith("checked, nothing found\n")
