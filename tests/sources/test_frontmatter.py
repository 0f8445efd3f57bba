"""Front matter in the three languages that site makers read."""

from __future__ import annotations

import pytest

from deckbuilder.sources import frontmatter
from tests.support.collection import notes_in
from tests.support.command import Desk

BODY = "## 기공\n잎 뒷면에 난 작은 구멍으로, 기체가 드나든다.\n"
HEADS = {
    "YAML": "---\ntitle: 잎\ntags: [봄, 꽃]\ndate: 2026-01-02\n---\n",
    "YAML behind a blank line": "\n  \n---\ntitle: 잎\ntags: 봄, 꽃\n---\n",
    "YAML behind marks": "\ufeff\ufeff---\ntitle: 잎\ntags: [봄, 꽃]\n---\n",
    "TOML": '+++\ntitle = "잎"\ndate = 2026-01-02\ntags = ["봄", "꽃"]\n[params]\na = 1\n+++\n',
    "TOML behind a blank line": "\n+++\ntitle = '잎'\ntags = ['봄', '꽃']\n+++  \n",
    "JSON": '{\n  "title": "잎",\n  "tags": ["봄", "꽃"],\n  "menu": {\n    "a": 1\n  }\n}\n\n',
    "JSON behind a blank line": '\n{ "title": "잎",\n"tags": ["봄", "꽃"]\n}\n',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_head_is_read_and_taken_out(head: str) -> None:
    front, problems = frontmatter.read(head + BODY, "잎.md")
    assert not problems
    assert (front.says.title, front.says.tags) == ("잎", ("봄", "꽃"))
    assert front.body.strip("\n") == BODY.strip("\n")
    assert front.body.count("\n") == (head + BODY).count("\n")
    assert front.span
    assert front.span.last == head.rstrip("\n").count("\n") + 1


NO_HEADS = {
    "thematic breaks behind a blank line": "\n---\n\n기공: 구멍이다.\n\n---\n",
    "a text between thematic breaks": "---\n기공은 구멍이다.\n---\n",
    "pluses": "+++ 기공 +++\n구멍이다.\n",
    "pluses that do not end": '+++\ntitle = "잎"\n',
    "Liquid": '{% include "잎" %}\n구멍이다.\n}\n',
    "braces": "{기공}은 구멍이다.\n}\n",
    "a list in JSON": '["잎"]\n',
    "further down": '기공\n+++\ntitle = "잎"\n+++\n',
    "JSON that does not end": '{ "title": "잎",\n구멍이다.\n',
}


@pytest.mark.parametrize("text", NO_HEADS.values(), ids=NO_HEADS.keys())
def test_what_is_no_head_stays(text: str) -> None:
    front, problems = frontmatter.read(text, "잎.md")
    assert (front.body, front.span, problems) == (text, None, ())


# A head, and what is said: the line, what is wrong, what to do.
BAD = {
    "YAML": ('---\ntitle: "잎\n---\n', 2, "it is not used, as it is no YAML", "mend the line"),
    "YAML behind a blank line": ('\n\n---\na: "b\n---\n', 4, "it is no YAML", "mend the line"),
    "TOML": ("+++\na = 1\ntitle = 잎\n+++\n", 3, "it is no TOML", "mend the line"),
    "JSON": ('{\n"a": 1,\n"title": 잎\n}\n', 3, "it is no JSON", "mend the line"),
    "a list for a title in YAML": ("---\na: b\ntitle: [1]\n---\n", 3, "'title'", "title: 운영체제"),
    "a list for a title in TOML": (
        "+++\na = 1\ntitle = [1]\n+++\n",
        3,
        "'title' is of the wrong type",
        'write a text: title = "운영체제"',
    ),
    "a number among the tags in JSON": (
        '{\n  "a": 1,\n  "tags": {"b": 1}\n}\n',
        3,
        "'tags' is of the wrong type",
        'write a list: "tags": ["운영체제", "중간고사"]',
    ),
    "deep JSON": ('{"a":\n' + "[" * 9999 + "\n}\n", 1, "it is nested too deeply", "mend the line"),
    "a long number": (f"+++\na = {'9' * 5000}\n+++\n", 1, "it is no TOML", "mend the line"),
}


@pytest.mark.parametrize(("head", "line", "why", "hint"), BAD.values(), ids=BAD.keys())
def test_a_bad_head_is_said_and_the_rest_is_read(head: str, line: int, why: str, hint: str) -> None:
    front, (problem,) = frontmatter.read(head + BODY, "잎.md")
    assert problem.where == f"잎.md:{line}"
    assert "front matter: " in problem.message
    assert why in problem.message
    assert hint in problem.hint
    assert front.body.strip("\n") == BODY.strip("\n")


def test_numbers_and_dates_name_things(desk: Desk) -> None:
    desk.put("잎.md", f"+++\ntitle = 1984\ntags = [2026-01-02, 3]\n+++\n{BODY}")
    stored, *_ = notes_in(desk.deck("잎.md", "--title", "덱"))
    assert stored.card.deck == "덱::1984"
    assert {"2026-01-02", "3"} <= set(stored.tags)


@pytest.mark.parametrize("head", ["+++\nskip = true\n+++\n", '{\n"skip": true\n}\n'])
def test_a_note_is_skipped_in_any_language(desk: Desk, head: str) -> None:
    desk.put("공책/잎.md", head + BODY)
    desk.put("공책/꽃.md", BODY)
    assert desk.build("공책").out.startswith("1 note read")
