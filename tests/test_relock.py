"""What a user gets from `deckbuilder recover`: a lost lock, made anew from a published deck."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

import genanki
import pytest
from anki.collection import ExportAnkiPackageOptions

from deckbuilder import published as reading
from tests.support.collection import opened
from tests.support.command import Desk
from tests.support.notes import GARDEN, note
from tests.support.project import (
    LOCK,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Project,
    project,
    terms,
)

STONES = "# 돌\n\n## 돌의 종류\n" + "".join(
    f"- {kind}돌\n" for kind in "가나다라마바사아자차카타파하거너더러머버서어저"
)
# The same terms in other places, in other words and in the same.
TWINS = {
    "밭/두둑.md": note(
        "밭", ("두둑", "씨를 심으려고 흙을 쌓아 올린 곳이다."), ("고랑", "두둑 사이의 낮은 곳이다.")
    ),
    "논/두둑.md": note(
        "논", ("두둑", "논과 논 사이를 막은 둑의 윗부분이다."), ("고랑", "두둑 사이의 낮은 곳이다.")
    ),
}
NOTES = (
    {name.removeprefix("정원/"): text for name, text in GARDEN.items()} | {"돌.md": STONES} | TWINS
)


def edited(text: str) -> str:
    """A renamed term, a reworded answer, an item more in the middle of a list."""
    text = text.replace("### 잎맥", "### 잎의 맥").replace(
        "나무를 태운 재로", "나무와 풀을 태운 재로"
    )
    return text.replace("- 마돌\n", "- 마돌\n- 새돌\n")


EDITED = {name: edited(text) for name, text in NOTES.items()}


@pytest.fixture(scope="module")
def published(new_desk: Callable[[], Desk]) -> Project:
    """A project whose notes have changed since Monday, once; not to be changed."""
    made = project(new_desk().folder, NOTES)
    made.release(MONDAY)
    rewritten(made, EDITED)
    made.release(TUESDAY)
    return made


@pytest.fixture
def mine(published: Project, tmp_path: Path) -> Project:
    """The same, to be changed."""
    return Project(shutil.copytree(published.folder, tmp_path / "정원"))


def rewritten(made: Project, notes: Mapping[str, str]) -> None:
    for name, text in notes.items():
        made.put(f"notes/{name}", text)


def test_the_deck_is_the_same_after_the_lock_was_lost(mine: Project) -> None:
    deck, known = mine.deck_file.read_bytes(), len(mine.table["note"])
    mine.lock_file.unlink()
    outcome = mine.run("lock", "--from", "정원.apkg")
    assert outcome.code == 0, outcome.said
    assert outcome.out.splitlines() == [f"{known} notes known", f"lock  {LOCK}"]
    assert outcome.err == ""
    said = mine.release(WEDNESDAY).out
    assert mine.deck_file.read_bytes() == deck
    assert "no note changed" in said
    assert mine.here("build", "--locked", day=THURSDAY).code == 0


def test_it_is_the_lock_that_was_lost_once_it_was_built(mine: Project) -> None:
    """But for parts that have no card and so no name in the deck: their numbers are not used."""
    lost = mine.table
    mine.lock_file.unlink()
    mine.here("lock", "--from", "정원.apkg")
    mine.release(WEDNESDAY)
    found = mine.table
    for row in (*lost["note"].values(), *found["note"].values()):
        asked = {int(number) for name in row["cards"] if (number := name.partition(" ")[2])}
        parts = dict(enumerate(row.pop("parts", []), start=1))
        row["asked"] = {number: parts[number] for number in asked}
    assert found == lost


def test_edits_before_the_loss_was_seen_are_edits_of_the_same_notes(mine: Project) -> None:
    """As if the lock had never been lost: the same GUIDs, and the same times of change."""
    again = {
        name: text.replace("### 기공(Stoma)", "### 숨구멍").replace("풀과 짚을", "풀과 짚과 겨를")
        for name, text in EDITED.items()
    }
    rewritten(mine, again)
    old = mine.folder / "옛것.apkg"
    shutil.copy(mine.deck_file, old)
    mine.release(WEDNESDAY)
    never_lost = mine.deck_file.read_bytes()
    mine.lock_file.unlink()
    assert mine.here("lock", "--from", old).code == 0
    mine.release(WEDNESDAY)
    assert terms(mine.deck_file)["정의 숨구멍"][1] == WEDNESDAY
    assert mine.deck_file.read_bytes() == never_lost


def test_the_deck_of_another_project_is_refused(mine: Project, tmp_path: Path) -> None:
    other = project(
        tmp_path / "항구",
        {"배.md": note("배", ("돛", "바람을 받는 천이다."), ("닻", "배를 세워 두는 쇠이다."))},
    )
    other.release(MONDAY)
    mine.lock_file.unlink()
    named = ("recover", "--from", other.deck_file)
    refused = mine.here(*named)
    assert (refused.code, mine.lock_file.exists()) == (2, False)
    assert "seems to be another project's: of its 3 notes 0 are among the" in refused.err
    assert "--anyway" in refused.err
    assert mine.here(*named, "--anyway").code == 0
    assert mine.table["project"] == other.table["project"]


def test_choices_that_are_not_sound_are_no_hindrance(mine: Project) -> None:
    """The lock and they are often lost in the same merge."""
    known = len(mine.table["note"])
    mine.lock_file.unlink()
    mine.put("deckbuilder.choices", "<<<<<<< HEAD\n")
    outcome = mine.here("recover", "--from", "정원.apkg")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, f"{known} notes known"), outcome.said
    assert "warning: deckbuilder.choices:1: a merge conflict is not resolved; " in outcome.err
    assert "The lock is made without the choices." in outcome.err
    assert mine.here("build").code == 2


def test_a_project_that_has_shrunk_is_still_the_same(mine: Project) -> None:
    for file in list((mine.folder / "notes").rglob("*.md"))[1:]:
        file.unlink()
    mine.lock_file.unlink()
    assert mine.here("recover", "--from", "정원.apkg").code == 0


def test_where_no_note_is_left_a_deck_is_taken(mine: Project) -> None:
    shutil.rmtree(mine.folder / "notes")
    mine.lock_file.unlink()
    assert mine.here("recover", "--from", "정원.apkg").code == 0


def test_a_deck_that_was_built_without_a_lock_gives_one(mine: Project) -> None:
    outcome = mine.here("lock", "--from", "정원.apkg", "--lock", "다른.lock")
    assert outcome.code == 0, outcome.said
    assert outcome.out.splitlines()[-1] == "lock  다른.lock"
    deck = mine.deck_file.read_bytes()
    assert mine.here("build", "--lock", "다른.lock", day=WEDNESDAY).code == 0
    assert mine.deck_file.read_bytes() == deck


def test_notes_that_say_the_same_in_two_files_stay_apart(tmp_path: Path) -> None:
    names = [f"{field}{number}" for number in range(6) for field in ("논", "밭")]
    twins = {f"{name}.md": note(name, ("고랑", "두둑 사이의 낮은 곳이다.")) for name in names}
    made = project(tmp_path, twins)
    made.release(MONDAY)
    deck = made.deck_file.read_bytes()
    made.lock_file.unlink()
    made.here("lock", "--from", "정원.apkg")
    made.release(TUESDAY)
    assert made.deck_file.read_bytes() == deck


# --- what is refused ------------------------------------------------------------------------------


def test_a_lock_that_is_there_is_not_overwritten(mine: Project) -> None:
    pair = mine.pair
    outcome = mine.run("lock", "--from", "정원.apkg")
    assert outcome.code == 2
    assert re.fullmatch(
        rf"error: \S*{LOCK}: is there already, .*; delete it first .*\n", outcome.said
    )
    assert mine.pair == pair


def genanki_deck(file: Path) -> None:
    model = genanki.Model(
        1_607_392_319,
        "Basic",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
    )
    deck = genanki.Deck(2_059_400_110, "다른 덱")
    deck.add_note(genanki.Note(model=model, fields=["앞", "뒤"]))
    genanki.Package(deck).write_to_file(file)


def exported(file: Path) -> None:
    source = file.with_name("정원.apkg")
    with opened(source) as anki:
        anki.collection.export_anki_package(
            out_path=str(file), options=ExportAnkiPackageOptions(), limit=None
        )


def zipped(**members: bytes) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in members.items():
                archive.writestr(name.replace("_", "."), content)

    return write


def with_collection(file: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """The deck beside it, its collection changed."""
    folder = file.parent
    with zipfile.ZipFile(folder / "정원.apkg") as archive:
        database = Path(archive.extract("collection.anki2", folder))
    with closing(sqlite3.connect(database)) as connection:
        change(connection)
        connection.commit()
    zipped(collection_anki2=database.read_bytes())(file)
    database.unlink()


def sql(*statements: str) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        with_collection(file, lambda connection: [*map(connection.execute, statements)])

    return write


def other_json(column: str, pattern: str, other: str) -> Callable[[Path], None]:
    """What stands in a column of the collection, changed once or more."""

    def write(file: Path) -> None:
        def change(connection: sqlite3.Connection) -> None:
            (was,) = connection.execute(f"select {column} from col").fetchone()
            found = re.sub(pattern, other, was)
            assert found != was
            connection.execute(f"update col set {column} = ?", [found])

        with_collection(file, change)

    return write


def other_bytes(change: Callable[[bytearray], object]) -> Callable[[Path], None]:
    """The head of the collection in the zip file's list of its members, changed."""

    def write(file: Path) -> None:
        zipped(collection_anki2=b"\xff" * 500, media=b"{}")(file)
        content = bytearray(file.read_bytes())
        at = content.index(b"PK\x01\x02")
        head = content[at:]
        change(head)
        file.write_bytes(content[:at] + head)

    return write


def far_away(head: bytearray) -> None:
    """The first member begins at 2 to the 64th, which an extra field may say."""
    name = head[28] + 46
    extra = b"\x01\x00\x08\x00" + b"\xff" * 8
    head[name:name] = extra
    head[30] += len(extra)
    head[42:46] = b"\xff" * 4
    end = head.index(b"PK\x05\x06")
    head[end + 12] += len(extra)


def no_name(head: bytearray) -> None:
    """The first member's name is said to be UTF-8, and is not."""
    head[9], head[46] = 8, 0xFF


def other_words(was: bytes, other: bytes) -> Callable[[Path], None]:
    """Bytes of the database itself changed, as no SQLite would write them."""

    def write(file: Path) -> None:
        with zipfile.ZipFile(file.with_name("정원.apkg")) as archive:
            database = archive.read("collection.anki2")
        assert was in database
        zipped(collection_anki2=database.replace(was, other))(file)

    return write


def set_to(at: int, *values: int) -> Callable[[bytearray], None]:
    def change(head: bytearray) -> None:
        head[at : at + len(values)] = bytes(values)

    return change


UNSOUND = "is no sound deck: [^:;]+"
STRANGE = "is no sound deck: it holds what deckbuilder does not write;"
BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut off in the list of its members": (
        lambda file: file.write_bytes(file.with_name("정원.apkg").read_bytes()[:-40]),
        UNSOUND,
    ),
    "a member of another sum": (other_bytes(set_to(16, 1, 2, 3, 4)), "is no sound deck: Bad CRC"),
    "a member that ends too early": (
        other_bytes(set_to(20, *(255, 255, 0, 0) * 2)),
        "is no sound deck: .*end",
    ),
    "a member that is not squeezed": (other_bytes(set_to(10, 8)), "is no sound deck: Error -3"),
    "a member squeezed by bzip2": (other_bytes(set_to(10, 12)), f"{UNSOUND} is that of no deck;"),
    "a member squeezed by nobody": (other_bytes(set_to(10, 77)), f"{UNSOUND} is that of no deck;"),
    "a member of a later version": (other_bytes(set_to(6, 99)), "is no sound deck: zip file vers"),
    "a name that is none": (other_bytes(no_name), "is no sound deck: 'utf-8'"),
    "a member before the file": (other_bytes(set_to(-10, 255)), UNSOUND),
    "a member beyond all files": (other_bytes(far_away), "is no sound deck: .*int"),
    "no SQLite": (
        zipped(collection_anki2=b"x" * 4_096),
        "is no sound deck: file is not a database",
    ),
    "no table of notes": (sql("drop table notes"), "is no sound deck: no such table: notes"),
    "no table of cards": (sql("drop table cards"), "is no sound deck: no such table: cards"),
    "no settings": (sql("drop table col"), "is no sound deck: no such table: col"),
    "a broken schema": (
        other_words(b"CREATE TABLE notes", b"CREATE TABLL notes"),
        "is no sound deck: malformed database schema",
    ),
    "a broken schema in no encoding": (
        other_words(b"CREATE TABLE notes", b"CREATE TABL\xe1 notes"),
        STRANGE,
    ),
    "no collection in it": (sql("delete from col"), STRANGE),
    "a number for the note types": (sql("update col set models = 7"), STRANGE),
    "nothing for the decks": (sql("update col set decks = x'00'"), STRANGE),
    "no JSON": (other_json("models", r"^\{", ""), STRANGE),
    "another JSON": (other_json("models", r".+", "[1]"), STRANGE),
    "JSON too deep": (other_json("decks", r".+", "[" * 9_999), STRANGE),
    "a number too long": (other_json("decks", r".+", "9" * 9_999), STRANGE),
    "a note type without fields": (other_json("models", '"flds"', '"fld"'), STRANGE),
    "templates without sides": (other_json("models", '"qfmt"', '"q"'), STRANGE),
    "a note type of no day": (other_json("models", r'"mod": \d+', '"mod": null'), STRANGE),
    "a note type of a day too late": (
        other_json("models", r'"mod": \d+', '"mod": 999999999999'),
        STRANGE,
    ),
    "half a character": (other_json("decks", '"name": "', r"\g<0>\\ud800"), STRANGE),
    "decks without names": (other_json("decks", '"name"', '"nam"'), STRANGE),
    "a note in no deck": (sql("update cards set did = 7"), STRANGE),
    "a field too few": (sql("update notes set flds = 'x'"), STRANGE),
    "bytes for fields": (sql("update notes set flds = x'00'"), STRANGE),
    "a text in no encoding": (
        sql("update notes set flds = cast(x'ff' as text)"),
        "is no sound deck: Could not decode to UTF-8 column",
    ),
    "a note of no day": (sql("update notes set mod = 'today'"), STRANGE),
    "a note of a day before all": (sql("update notes set mod = -1"), STRANGE),
    "a note of a day too late": (sql("update notes set mod = 253402300800"), STRANGE),
    "a note without an id": (sql("update notes set guid = x'00'"), STRANGE),
}
REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "no deck": (lambda file: file.write_text("# 잎\n", encoding="utf-8"), "is no sound deck"),
    "empty": (lambda file: file.write_bytes(b""), "is no sound deck"),
    "half of a deck": (
        lambda file: file.write_bytes(file.with_name("정원.apkg").read_bytes()[:9_999]),
        "is no sound deck",
    ),
    "a zip that is none": (
        lambda file: file.write_bytes(b"PK\x03\x04" + Random(3).randbytes(500)),
        "is no sound deck",
    ),
    "a zip of something else": (zipped(글_txt=b"x"), "holds no collection"),
    "a collection that is none": (zipped(collection_anki2=b"SQLite" * 99), "is no sound deck"),
    "an empty collection": (zipped(collection_anki2=b""), "is no sound deck"),
    "a deck of another program": (genanki_deck, "holds no note of deckbuilder's"),
    "a deck exported by Anki": (exported, "was exported by Anki; name the deck that you published"),
    **BROKEN,
}


@pytest.mark.parametrize(("make", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_tells_nothing_is_refused(
    mine: Project, make: Callable[[Path], object], words: str
) -> None:
    make(mine.folder / "다른.apkg")
    mine.lock_file.unlink()
    files = mine.files()
    for command in (["lock", "--from", "다른.apkg"], ["diff", "다른.apkg"]):
        outcome = mine.here(*command)
        assert outcome.code == 2
        assert re.fullmatch(rf"error: 다른.apkg: {words}.*\n", outcome.said), outcome.said
    assert mine.files() == files


def test_a_broken_list_of_pictures_is_no_matter(mine: Project) -> None:
    """The lock remembers none."""
    lock = mine.table["note"]
    with zipfile.ZipFile(mine.deck_file) as archive:
        database = archive.read("collection.anki2")
    zipped(collection_anki2=database, media=b"{broken")(mine.folder / "다른.apkg")
    mine.lock_file.unlink()
    assert mine.here("lock", "--from", "다른.apkg").code == 0
    assert mine.table["note"].keys() == lock.keys()


def test_the_last_day_is_one(mine: Project) -> None:
    sql("update notes set mod = 253402300799")(mine.folder / "다른.apkg")
    mine.lock_file.unlink()
    assert mine.here("lock", "--from", "다른.apkg").code == 0
    assert {str(note["changed"]) for note in mine.table["note"].values()} == {
        "9999-12-31 23:59:59+00:00"
    }


FAULTS = [AttributeError, KeyError, TypeError, ValueError, RuntimeError, OverflowError, EOFError]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("place", ["_record", "_parts", "_chained", "_shows", "collection._rows"])
def test_a_fault_of_ours_does_not_pass_for_a_broken_deck(
    published: Project, monkeypatch: pytest.MonkeyPatch, place: str, fault: type[Exception]
) -> None:
    def fails(*_: object) -> object:
        raise fault("ours")

    monkeypatch.setattr(f"deckbuilder.published.{place}", fails)
    with pytest.raises(fault, match="ours"):
        reading.read(published.deck_file)


def test_broken_bytes_are_refused_and_never_a_traceback(mine: Project) -> None:
    """Bytes of the file, or of the database in it, are changed at random."""
    content, random = mine.deck_file.read_bytes(), Random(5)
    with zipfile.ZipFile(mine.deck_file) as archive:
        database = archive.read("collection.anki2")
    mine.lock_file.unlink()
    files = sorted([*mine.files(), "깨진 것.apkg"])
    told = set()
    for at in range(80):
        broken = bytearray(content if at % 2 else database)
        for _ in range(random.choice((1, 3, 300))):
            place = random.choice((random.randrange(len(broken)), random.randrange(2_000)))
            broken[place] = random.randrange(256)
        if at % 2:
            mine.put("깨진 것.apkg", bytes(broken))
        else:
            zipped(collection_anki2=bytes(broken))(mine.folder / "깨진 것.apkg")
        outcome = mine.here("lock", "--from", "깨진 것.apkg")
        told.add(outcome.code)
        if outcome.code:
            assert re.fullmatch(r"error: 깨진 것.apkg: .+\n", outcome.said), outcome.said
            assert mine.files() == files
        else:
            mine.lock_file.unlink()
    assert told == {0, 2}


@pytest.mark.parametrize("flag", [0x1, 0x20, 0x40])
def test_a_zip_of_a_kind_that_nobody_reads_is_refused(mine: Project, flag: int) -> None:
    """Encrypted, patched, encrypted strongly: bits in the heads of its members."""
    content = bytearray(mine.deck_file.read_bytes())
    content[6] |= flag
    content[content.index(b"PK\x01\x02") + 8] |= flag
    mine.lock_file.unlink()
    mine.put("다른.apkg", bytes(content))
    outcome = mine.here("lock", "--from", "다른.apkg")
    assert outcome.code == 2
    assert re.fullmatch(r"error: 다른.apkg: is no sound deck: .+\n", outcome.said)


def test_without_a_project_the_lock_is_to_be_named(published: Project, tmp_path: Path) -> None:
    elsewhere = Project(tmp_path)
    outcome = elsewhere.here("lock", "--from", published.deck_file)
    assert outcome.code == 2
    assert "name the file with --lock" in outcome.err
    assert elsewhere.here("lock", "--from", published.deck_file, "--lock", "a.lock").code == 0
    assert elsewhere.files() == ["a.lock"]


def test_a_lock_that_cannot_be_written_leaves_nothing(mine: Project) -> None:
    outcome = mine.here("lock", "--from", "정원.apkg", "--lock", "없음/a.lock")
    assert outcome.code == 2
    assert "없음/a.lock: cannot be written" in outcome.err
    assert not (mine.folder / "없음").exists()


def test_a_deck_is_not_built_over_without_its_lock(mine: Project) -> None:
    deck = mine.deck_file.read_bytes()
    mine.lock_file.unlink()
    outcome = mine.run("build")
    assert outcome.code == 2
    assert re.fullmatch(rf"error: {LOCK}: is missing, .*; .*, delete that deck\n", outcome.said)
    assert (mine.deck_file.read_bytes(), mine.lock_file.exists()) == (deck, False)
    advice = re.search(r"deckbuilder (recover --from \S+ --lock \S+);", outcome.err)
    assert advice
    assert mine.run(*advice[1].split()).code == 0
    mine.release(WEDNESDAY)
    assert mine.deck_file.read_bytes() == deck


@pytest.mark.parametrize("content", [None, b"", "다른 것".encode()])
def test_where_there_is_no_deck_a_project_begins(mine: Project, content: bytes | None) -> None:
    before = mine.table
    mine.lock_file.unlink()
    mine.deck_file.unlink()
    if content is not None:
        mine.put("정원.apkg", content)
    assert f"{LOCK} is new" in mine.release(WEDNESDAY).out
    assert mine.table["project"] != before["project"]
    assert mine.table["note"].keys().isdisjoint(before["note"])


# --- the id of the project ------------------------------------------------------------------------


def without_id(made: Project) -> None:
    """As the lock was before there were ids."""
    text = made.lock_file.read_text(encoding="utf-8")
    made.lock_file.write_text(re.sub(r"^project = .*\n", "", text, flags=re.M), encoding="utf-8")


def test_a_deck_without_an_id_gives_a_lock_that_has_one(tmp_path: Path) -> None:
    """It was built without a lock, and the title stood for the id."""
    made = project(tmp_path, NOTES)
    made.here("build", "--lock", "아무.lock")
    settings = (made.folder / "deckbuilder.toml").rename(made.folder / "settings")
    assert made.here("build", "notes", "--title", "정원", "-o", "정원.apkg", day=MONDAY).code == 0
    before = terms(made.deck_file)
    settings.rename(made.folder / "deckbuilder.toml")
    assert made.here("lock", "--from", "정원.apkg").code == 0
    found = made.table["project"]
    assert re.fullmatch(r"[0-9a-f]{16}", found)
    rewritten(made, EDITED)
    made.release(TUESDAY)
    after = terms(made.deck_file)
    assert made.table["project"] == found
    assert after.pop("정의 잎의 맥")[0] == before.pop("정의 잎맥")[0]
    assert {term: guid for term, (guid, _) in after.items()} == {
        term: guid for term, (guid, _) in before.items()
    }


def test_an_old_lock_gets_an_id_when_it_is_written(mine: Project) -> None:
    without_id(mine)
    deck, lock, known = mine.deck_file.read_bytes(), mine.lock_file.read_bytes(), mine.table["note"]
    assert mine.here("build", "--locked", "-o", "시험.apkg", day=WEDNESDAY).code == 0
    assert mine.here("build", "notes/돌.md", "-o", "시험.apkg", day=WEDNESDAY).code == 0
    assert mine.lock_file.read_bytes() == lock
    assert "no note changed" in mine.release(WEDNESDAY).out
    found = mine.table
    assert found["note"] == known
    assert mine.deck_file.read_bytes() != deck
    mine.put("notes/새것.md", note("새것", ("덩굴손", "다른 것을 감는 가는 줄기이다.")))
    mine.release(THURSDAY)
    assert mine.table["project"] == found["project"]
    mine.lock_file.unlink()
    mine.here("lock", "--from", "정원.apkg")
    assert mine.table["project"] == found["project"]
    assert "no note changed" in mine.release(THURSDAY).out


def test_anki_is_not_given_the_id(mine: Project) -> None:
    """It lies where Anki looks for nothing, and a student's settings are the student's."""
    with opened(mine.deck_file) as anki:
        assert anki.collection.get_config("deckbuilderProject") is None


@pytest.mark.parametrize("found", ["../x", "0123456789ABCDEF", "0" * 17, 7, ["0" * 16]])
def test_an_id_that_is_none_is_refused(mine: Project, found: object) -> None:
    with zipfile.ZipFile(mine.deck_file) as archive:
        (mine.folder / "collection.anki2").write_bytes(archive.read("collection.anki2"))
    with closing(sqlite3.connect(mine.folder / "collection.anki2")) as connection:
        conf = json.dumps({"deckbuilderProject": found})
        connection.execute("update col set conf = ?", [conf])
        connection.commit()
    zipped(collection_anki2=(mine.folder / "collection.anki2").read_bytes())(mine.deck_file)
    mine.lock_file.unlink()
    outcome = mine.here("lock", "--from", "정원.apkg")
    assert outcome.code == 2
    assert re.fullmatch(r"error: 정원.apkg: is no sound deck: .+\n", outcome.said)
