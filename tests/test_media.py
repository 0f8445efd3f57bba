"""Pictures and sounds: found as notes name them, packed once, shown by Anki; nothing else."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder import media, pack, release
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.files import OnDisk, on_disk
from deckbuilder.model import Document, Mark, Media, Run, Span, Text
from deckbuilder.sources.tree import Beside, Tree
from tests.support.collection import Anki, Stored, notes_in, opened
from tests.support.command import Desk, Outcome
from tests.support.media import png, wav
from tests.support.notes import LEAF

IN_THE_NOTES, WRONG_USAGE = 1, 2
NAMED = re.compile(r'<img src="([^"]+)"|\[sound:([^\]]+)\]')
EARLIER = b"the deck of an earlier build"


def nfd(name: str) -> str:
    return unicodedata.normalize("NFD", name)


def note(*pictures: str, title: str = "잎") -> str:
    """A note with a term for each picture, which stands in its meaning."""
    terms = "기공 잎맥 잎자루 턱잎 엽록체 큐티클 책상조직 해면조직 공변세포 표피".split()
    parts = (
        f"\n### {term}\n식물의 몸에서 {picture} 이렇게 생긴 부분이다.\n"
        for term, picture in zip(terms, pictures, strict=False)
    )
    return f"# {title}\n\n## 낱말\n{''.join(parts)}"


def named(stored: Stored) -> list[str]:
    """The addresses and file names in a note's fields, each once."""
    hits = (hit for text in stored.fields for hit in NAMED.findall(text))
    return list(dict.fromkeys(picture or sound for picture, sound in hits))


def name_of(content: bytes, kind: str = "png") -> str:
    return f"deckbuilder-{hashlib.sha256(content).hexdigest()[:16]}.{kind}"


# --- how notes name files -------------------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """What a note says, and the file that it means."""

    written: str
    file: str
    note: str = "잎.md"
    kind: str = "png"
    others: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)


WAYS = {
    "beside the note": Way("![기공](기공.png)", "기공.png"),
    "in a folder": Way("![](./그림/기공.png)", "그림/기공.png"),
    "up and down": Way("![](../그림/기공.png)", "그림/기공.png", note="1장/잎.md"),
    "up above the root": Way("![](../../../그림/기공.png)", "그림/기공.png", note="1장/잎.md"),
    "from the root": Way("![](/assets/기공.png)", "assets/기공.png", note="1장/2절/잎.md"),
    "percent-encoded": Way("![](%EA%B8%B0%EA%B3%B5.png)", "기공.png"),
    "a blank, encoded": Way("![](잎%20뒤.png)", "잎 뒤.png"),
    "a blank, in brackets": Way("![](<잎 뒤.png>)", "잎 뒤.png"),
    "an encoded name on disk": Way("![[a%20b.png]]", "a%20b.png", others=("a b.png",)),
    "a query": Way("![](기공.png?raw=true)", "기공.png"),
    "a query and a fragment": Way("![](기공.png?v=2#위)", "기공.png"),
    "a name with #": Way("![](기공#1.png?v=2)", "기공#1.png", others=("기공",)),
    "backslashes": Way(r"![](그림\기공.png)", "그림/기공.png"),
    "a decomposed name": Way("![](기공.png)", nfd("기공.png")),
    "a decomposed folder": Way("![](../그림/기공.png)", nfd("그림/기공.png"), note="1장/잎.md"),
    "the exact form first": Way("![](기공.png)", "기공.png", others=(nfd("기공.png"),)),
    "another case": Way("![](IMG_1.png)", "img_1.PNG"),
    "the exact case first": Way("![](a.png)", "a.png", others=("a.PNG", "A.png")),
    "a wiki link": Way("![[기공.png]]", "기공.png"),
    "a wiki link to somewhere": Way("![[기공.png]]", "첨부/2024/기공.png", note="1장/잎.md"),
    "a wiki link with a path": Way(
        "![[그림/기공.png]]", "1장/그림/기공.png", note="2장/잎.md", others=("2장/기공.png",)
    ),
    "the nearest one": Way(
        "![[a.png]]", "1장/그림/안/a.png", note="1장/잎.md", others=("a.png", "2장/a.png")
    ),
    "the least deep one": Way(
        "![[a.png]]", "ㅎ/a.png", note="1장/잎.md", others=("ㄱ/그림/a.png", "ㄴ/그림/a.png")
    ),
    "a hidden folder": Way("![](.그림/a.png)", ".그림/a.png", others=("1장/a.png",)),
    "a hidden folder of GitBook's": Way(
        "![](../.gitbook/assets/기공.png)", nfd(".gitbook/assets/기공.png"), note="1장/잎.md"
    ),
    "not a hidden one": Way("![[a.png]]", "그림/안/a.png", others=(".휴지통/a.png",)),
    "a link within the notes": Way("![](b.png)", "그림/a.png", links={"b.png": "그림/a.png"}),
    "a sound": Way("![[울음.wav]]", "울음.wav", kind="wav"),
    "a film": Way("![](돌기.MP4)", "돌기.MP4", kind="mp4"),
    "a vector": Way("![](기공.svg)", "기공.svg", kind="svg"),
}
NUMBERS = {case: number for number, case in enumerate(WAYS, start=1)}


@dataclass(frozen=True)
class InAnki:
    """A deck in Anki: its notes, the files that came with it, what Anki's check says of them."""

    notes: list[Stored]
    files: dict[str, bytes]
    problems: dict[str, list[str]]

    @classmethod
    def of(cls, anki: Anki) -> InAnki:
        return cls(anki.notes(), anki.media(), anki.media_problems())


@pytest.fixture(scope="module")
def ways(new_desk: Callable[[], Desk]) -> InAnki:
    """All ways in one deck; each is a folder of its own, given as a source."""
    desk = new_desk()
    for case, way in WAYS.items():
        folder = f"{NUMBERS[case]}번"
        desk.put(f"{folder}/{way.note}", note(way.written) + f"\n{NUMBERS[case]}쪽에 있다.\n")
        for name in way.others:
            desk.put(f"{folder}/{name}", png(255))
        desk.put(f"{folder}/{way.file}", png(NUMBERS[case]))
        for link, target in way.links.items():
            (desk.folder / folder / link).symlink_to(target)
    outcome = desk.build(*(f"{number}번" for number in NUMBERS.values()), "-o", "덱.apkg")
    assert (outcome.code, outcome.err) == (0, "")
    with opened(desk.folder / "덱.apkg") as anki:
        return InAnki.of(anki)


@pytest.mark.parametrize("case", WAYS)
def test_a_file_is_found_as_the_note_names_it(ways: InAnki, case: str) -> None:
    (stored,) = (note for note in ways.notes if f"::{NUMBERS[case]}번::" in note.card.deck + "::")
    content = png(NUMBERS[case])
    assert named(stored) == [name_of(content, WAYS[case].kind)]
    assert ways.files[named(stored)[0]] == content


def test_anki_has_exactly_the_files_that_its_notes_name(ways: InAnki) -> None:
    assert set(ways.files) == {name for stored in ways.notes for name in named(stored)}
    assert ways.problems == {"unused": [], "missing": []}


def test_a_card_shows_a_picture_and_plays_a_sound(ways: InAnki) -> None:
    fields = "".join(text for stored in ways.notes for text in stored.fields)
    assert f'<img src="{name_of(png(1))}" alt="기공">' in fields
    assert f"[sound:{name_of(png(NUMBERS['a sound']), 'wav')}]" in fields
    assert f"[sound:{name_of(png(NUMBERS['a film']), 'mp4')}]" in fields


def test_a_name_from_an_old_archive_is_found(desk: Desk) -> None:
    """As unzipping it from a Korean Windows leaves it."""
    desk.put("공책/잎.md", note("![](그림.png)"))
    picture = desk.put("a.png", png())
    try:
        os.link(picture, os.fsencode(desk.folder / "공책") + b"/" + "그림.png".encode("cp949"))
    except OSError:
        pytest.skip("this file system takes no such name")
    with opened(desk.deck("공책")) as anki:
        assert anki.media() == {name_of(png()): png()}


# --- which of them are packed ---------------------------------------------------------------------

EVERYWHERE = """# 부엌

## 낱말

### 절구
곡식을 ![](정의.png) 빻는 그릇이다.

### 맷돌
돌 두 짝으로 된 그릇이다.

- 곡식을 ![](안.png) 갈아 낸다.

## 무쇠솥의 장점
- 열을 ![](목록.png) 오래 지킨다.
- 튼튼하다.

## 국자와 주걱의 차이

| 기준 | 국자 | 주걱 |
| --- | --- | --- |
| 하는 ![](줄.png) 일 | 국물을 ![](칸.png) 뜬다 | 밥을 푼다 |
| 생김새 | 오목하다 | 납작하다 |

## 왜 뚝배기는 천천히 식을까?
두꺼운 ![](답.png) 흙벽이 열을 품기 때문이다.
"""


def test_every_part_of_a_card_can_show_a_picture(desk: Desk) -> None:
    names = re.findall(r"\(([^()]+\.png)\)", EVERYWHERE)
    desk.put("부엌/부엌.md", EVERYWHERE)
    for grey, name in enumerate([*names, "남는 것.png"]):
        desk.put(f"부엌/{name}", png(grey))
    with opened(desk.deck("부엌")) as anki:
        deck = InAnki.of(anki)
    assert sorted(deck.files.values()) == sorted(png(grey) for grey in range(len(names)))
    assert deck.problems == {"unused": [], "missing": []}


def test_one_content_goes_in_once_whatever_it_is_called(desk: Desk) -> None:
    desk.put("공책/1장/잎.md", note("![](그림/a.png)", "![[b.PNG]]"))
    desk.put("공책/2장/꽃.md", note("![](../1장/그림/a.png)", title="꽃"))
    desk.put("공책/1장/그림/a.png", png())
    desk.put("공책/1장/b.PNG", png())
    with opened(desk.deck("공책")) as anki:
        assert anki.media() == {name_of(png()): png()}
        assert {name for stored in anki.notes() for name in named(stored)} == {name_of(png())}


def test_pictures_of_one_name_are_kept_apart(desk: Desk) -> None:
    for number in (1, 2):
        desk.put(f"공책/{number}장/잎.md", note("![](그림/a.png)", title=f"잎 {number}"))
        desk.put(f"공책/{number}장/그림/a.png", png(number))
    with opened(desk.deck("공책")) as anki:
        assert [named(stored) for stored in anki.notes()] == [
            [name_of(png(1))],
            [name_of(png(2))],
        ]
        assert sorted(anki.media().values()) == sorted([png(1), png(2)])


def test_a_picture_that_the_note_holds_is_packed(desk: Desk) -> None:
    desk.put("잎.md", note(f"![](data:image/png;base64,{base64.b64encode(png()).decode()})"))
    with opened(desk.deck("잎.md")) as anki:
        assert anki.media() == {name_of(png()): png()}
        assert anki.media_problems() == {"unused": [], "missing": []}


def test_the_same_pictures_give_the_same_bytes(desk: Desk) -> None:
    desk.put("공책/잎.md", note("![](a.png)", "![](b.wav)", "![](c.png)"))
    for name, content in {"a.png": png(1), "b.wav": wav(), "c.png": png(2)}.items():
        desk.put(f"공책/{name}", content)
    first = desk.deck("공책", epoch=1_700_000_000).read_bytes()
    os.utime(desk.folder / "공책/a.png", (1, 1))
    assert desk.deck("공책", epoch=1_700_000_000).read_bytes() == first


def test_a_changed_picture_comes_to_who_has_the_old_one(desk: Desk) -> None:
    desk.put("잎.md", note("![](a.png)"))
    desk.put("a.png", png(1))
    old = desk.deck("잎.md", epoch=1_700_000_000).rename(desk.folder / "옛.apkg")
    desk.put("a.png", png(2))
    new = desk.deck("잎.md", epoch=1_700_086_400)
    with opened(old) as anki:
        (before,) = anki.notes()
        anki.add(new)
        (after,) = anki.notes()
        assert after.guid == before.guid
        assert (named(before), named(after)) == ([name_of(png(1))], [name_of(png(2))])
        assert anki.media()[name_of(png(2))] == png(2)
        assert anki.media_problems()["missing"] == []


# --- what cannot be had ---------------------------------------------------------------------------

# What is written, what is said of it, what is to be done.
BAD = {
    "missing": ("![잎](없음.png)", "there is no file '없음.png'", "mend the address"),
    "missing, outside": ("![](../../없음.png)", "there is no file '../../없음.png'", "put it into"),
    "remote": ("![](https://example.kr/a.png)", "'https://example.kr/a.png' is on the web", "save"),
    "remote, as it comes": ("![](//example.kr/a.png)", "'//example.kr/a.png' is on", "save it"),
    "folder": ("![](그림)", "'그림' is a folder", "name a file in it"),
    "empty": ("![](빔.png)", "'빔.png' is an empty file", "save it once more"),
    "large": ("![](큼.mp4)", "'큼.mp4' is larger than the 100 MiB", "make it smaller"),
    "no picture": ("![](쪽지.txt)", "'쪽지.txt' is no picture, sound or film", "png svg"),
    "special": ("![](관.png)", "'관.png' is no regular file", "put a picture"),
    "no base64": ("![](data:image/png;base64,AAAAA)", "holds no picture", "as a file"),
}


@pytest.fixture(scope="module")
def bad(new_desk: Callable[[], Desk]) -> Desk:
    """A note with everything that cannot be had, and one picture that can."""
    desk = new_desk()
    desk.put("공책/잎.md", note(*(written for written, _, _ in BAD.values())))
    desk.put("공책/그림/a.png", png())
    desk.put("공책/빔.png", b"")
    desk.put("공책/쪽지.txt", "글")
    with desk.put("공책/큼.mp4", b"").open("wb") as large:
        large.truncate(media.LARGEST + 1)
    os.mkfifo(desk.folder / "공책/관.png")
    return desk


@pytest.fixture(scope="module")
def told(bad: Desk) -> Outcome:
    outcome = bad.build("공책", "-o", "덱.apkg", "--verbose")
    assert outcome.code == 0, outcome.said
    return outcome


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_had_is_named_with_its_line(told: Outcome, case: str) -> None:
    written, message, hint = BAD[case]
    line = note(*(written for written, _, _ in BAD.values())).split("\n")
    at = next(n for n, text in enumerate(line, start=1) if written in text)
    said = told.err.splitlines()
    (where,) = (n for n, text in enumerate(said) if message in text and f"잎.md:{at}: " in text)
    assert hint in said[where + 1]


def test_nothing_else_is_said(told: Outcome) -> None:
    assert len(re.findall(r"^\S", told.err, re.M)) == len(BAD)


def test_a_card_shows_what_it_has_not(told: Outcome, bad: Desk) -> None:
    assert told.code == 0
    with opened(bad.folder / "덱.apkg") as anki:
        assert anki.media() == {}
        assert anki.media_problems() == {"unused": [], "missing": []}
        answers = {stored.name: stored.card.answer for stored in anki.notes()}
    assert '<span class="missing">파일 없음: 잎</span>' in answers["기공"]
    assert '<img src="https://example.kr/a.png" alt="">' in answers["잎자루"]
    assert '<img src="https://example.kr/a.png" alt="">' in answers["턱잎"]


def test_strict_refuses_it(told: Outcome, bad: Desk) -> None:
    assert told.code == 0
    outcome = bad.build("공책", "--strict", "-o", "엄격.apkg")
    assert outcome.code == IN_THE_NOTES
    assert "No deck was written." in outcome.err
    assert not (bad.folder / "엄격.apkg").exists()


def test_what_may_not_be_read_is_named(desk: Desk) -> None:
    desk.put("잎.md", note("![](a.png)"))
    desk.put("a.png", png()).chmod(0)
    if os.access(desk.folder / "a.png", os.R_OK):
        pytest.skip("permissions do not stop this user (root)")
    outcome = desk.build("잎.md", "--strict")
    assert "잎.md:6: 'a.png' cannot be read: Permission denied" in outcome.err


# --- what is outside ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("![](../비밀.png)", None),
        ("![](그림/../../비밀.png)", None),
        ("![](%2E%2E/비밀.png)", None),
        (r"![](..\비밀.png)", None),
        ("![[{folder}/비밀.png]]", None),
        ("![[file://{folder}/비밀.png]]", None),
        ("![](고리.png)", ("고리.png", "../비밀.png")),
        ("![[고리.png]]", ("그림/안/고리.png", "../../../비밀.png")),
        ("![](밖/비밀.png)", ("밖", "..")),
    ],
    ids="up,down and up,encoded,backslash,absolute,URL,link,link found,linked folder".split(","),
)
def test_what_lies_outside_is_left_out(
    desk: Desk, written: str, link: tuple[str, str] | None
) -> None:
    desk.put("비밀.png", png())
    desk.put("공책/그림/안/a.png", png(1))
    desk.put("공책/잎.md", note(written.format(folder=desk.folder)))
    desk.put("덱.apkg", EARLIER)
    if link:
        (desk.folder / "공책" / link[0]).symlink_to(link[1])
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert "공책/잎.md:6: '" in outcome.err
    assert "is left out, it is outside the notes' folder '공책'" in outcome.err
    assert "build the folder that holds both" in outcome.err
    with opened(desk.folder / "덱.apkg") as anki:
        assert anki.media() == {}
        assert len(anki.notes()) == 1
    strict = desk.build("공책", "-o", "둘째.apkg", "--strict")
    assert strict.code == IN_THE_NOTES
    assert not (desk.folder / "둘째.apkg").exists()


@pytest.fixture
def chapters(desk: Desk) -> Desk:
    """A note whose picture lies in a folder beside its own."""
    desk.put("notes/1장/잎.md", note("![](../그림/a.png)"))
    desk.put("notes/그림/a.png", png())
    return desk


@pytest.mark.parametrize("source", ["notes/1장/잎.md", "notes/1장"], ids=["file", "folder"])
def test_a_part_of_the_notes_has_no_more_than_what_lies_in_it(chapters: Desk, source: str) -> None:
    outcome = chapters.build(source)
    assert outcome.code == 0
    assert "'../그림/a.png' is left out, it is outside the notes' folder '1장'" in outcome.err


@pytest.mark.parametrize("source", ["notes/1장/잎.md", "notes/1장"], ids=["file", "folder"])
def test_a_part_of_the_configured_notes_has_what_all_have(chapters: Desk, source: str) -> None:
    chapters.put("deckbuilder.toml", 'sources = ["notes"]\n')
    (stored,) = notes_in(chapters.deck(source))
    assert named(stored) == [name_of(png())]


def test_a_folder_given_beside_it_counts_too(chapters: Desk) -> None:
    (stored,) = notes_in(chapters.deck("notes/1장/잎.md", "notes"))
    assert named(stored) == [name_of(png())]


# --- the resolver alone ---------------------------------------------------------------------------


def found(folder: Path, address: str, digests: media.Digests) -> Media | Diagnostic:
    """What an address in `1장/잎.md` leads to."""
    root = folder.resolve()
    files = Beside(Tree(root), root / "1장")
    document = Document("잎.md", root / "1장/잎.md", ("잎",), "", files=files)
    text = Text((Run("", (Mark("image", address), Mark("alt", ""))),), Span("잎.md", 1, 1))
    shown, diagnostics = media.find(document, [text], digests)
    assert len(shown) + len(diagnostics) == 1
    return shown[address] if shown else diagnostics[0]


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of notes beside a secret, with links that lead there."""
    top = tmp_path_factory.mktemp("vault")
    desk = Desk(top)
    desk.put("비밀.png", b"secret")
    desk.put("밖/비밀.png", b"secret")
    for name in ("잎.png", "1장/잎.png", "1장/그림/꽃.png", "그림/꽃.png", "그림/잎 뒤.PNG"):
        desk.put(f"공책/{name}", b"open")
    (top / "공책/고리.png").symlink_to("../비밀.png")
    (top / "공책/1장/밖").symlink_to("../../밖")
    return top


PIECES = r"/ / / \ # ? : ~ .. .. .. . %2e%2e %2F %00 1장 그림 밖 공책 TOP file:// data: C:".split()
NAMES = (
    "비밀.png",
    "잎.png",
    "꽃.PNG",
    "고리.png",
    "잎 뒤.png",
    nfd("그림"),
    "image/png;base64,",
    "\0",
)
ADDRESSES = st.lists(st.sampled_from((*PIECES, *NAMES)), max_size=9).map("".join)


@given(address=ADDRESSES | st.text(max_size=300))
def test_nothing_outside_is_ever_taken(vault: Path, address: str) -> None:
    address = address.replace("TOP", str(vault))
    only = found(vault / "공책", address, media.Digests())
    if isinstance(only, Media) and isinstance(only.content, OnDisk):
        assert only.content.real.is_relative_to((vault / "공책").resolve())
        assert only.content.real.read_bytes() == b"open"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        ".",
        "..",
        "#위",
        "?",
        "가" * 5000,
        "\0",
        "%00.png",
        "C:\\그림\\없음.png",
        "~/없음.png",
    ],
)
def test_no_address_is_too_odd(vault: Path, address: str) -> None:
    only = found(vault / "공책", address, media.Digests())
    assert isinstance(only, Diagnostic)
    assert len(only.message) < 200


def test_a_file_is_read_once_a_build(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    digest = hashlib.file_digest

    def counted(file: BufferedReader, kind: str) -> object:
        read.append(file.name)
        return digest(file, kind)

    monkeypatch.setattr(hashlib, "file_digest", counted)
    digests = media.Digests()
    for address in ("잎.png", "./잎.png", "/1장/잎.png"):
        assert isinstance(found(vault / "공책", address, digests), Media)
    assert len(read) == 1


# --- a file that changes while the deck is written ------------------------------------------------


@pytest.mark.parametrize(
    ("later", "says"),
    [(b"other", "has changed since"), (None, "cannot be read any more: No such file")],
    ids=["changed", "gone"],
)
def test_a_picture_must_be_what_it_was(tmp_path: Path, later: bytes | None, says: str) -> None:
    picture = Desk(tmp_path).put("a.png", later or b"x")
    deck = Desk(tmp_path).put("덱.apkg", EARLIER)
    if later is None:
        picture.unlink()
    item = Media("deckbuilder-0.png", on_disk(picture), hashlib.sha256(b"first").hexdigest())
    with pytest.raises(pack.PackError, match=says):
        release.put(lambda folder: pack.write([], folder, {}, [item]), deck, None, "")
    assert deck.read_bytes() == EARLIER
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


# --- fonts ----------------------------------------------------------------------------------------


def test_fonts_of_the_settings_come_with_the_deck(desk: Desk) -> None:
    desk.put("글꼴/책-Regular.woff2", b"regular")
    desk.put("글꼴/책-Bold.woff2", b"bold")
    desk.put("deckbuilder.toml", 'fonts = ["글꼴/책-Regular.woff2", "글꼴/책-Bold.woff2"]\n')
    desk.put("잎.md", LEAF)
    with opened(desk.deck("잎.md")) as anki:
        packed = anki.media()
        (style,) = {
            model["css"] for model in anki.collection.models.all() if "정의" in model["name"]
        }
    assert sorted(packed.values()) == [b"bold", b"regular"]
    for name, content in packed.items():
        assert name.startswith("_")
        weight = "700" if content == b"bold" else "400"
        assert f'src: url("{name}"); font-weight: {weight};' in style


@pytest.mark.parametrize(
    ("font", "why"), [("없음.woff2", "No such file"), ("책.txt", "ends in none of otf, ttf")]
)
def test_a_font_that_cannot_be_had_is_named(desk: Desk, font: str, why: str) -> None:
    desk.put("책.txt", "x")
    desk.put("deckbuilder.toml", f'fonts = ["{font}"]\n')
    desk.put("잎.md", LEAF)
    outcome = desk.build("잎.md")
    assert outcome.code == 1
    assert f"{font}: cannot be used as a font: " in outcome.err
    assert why in outcome.err
    assert not (desk.folder / "dist").exists()
