"""A student has the decks of two projects in one collection, and neither takes from the other."""

from __future__ import annotations

import lzma
import tomllib
from pathlib import Path

import pytest

from tests.releases.story import nothing_is_lost, texts_arrive
from tests.support.collection import Imported
from tests.support.command import ROOT
from tests.support.project import MONDAY, SETTINGS, THURSDAY, TUESDAY, WEDNESDAY, Project, project
from tests.support.release import opened
from tests.support.student import Student, student

# The same terms in the same place, a note of every kind; what is said of them differs.
NOTE = """# 운영체제

## 동기화

### 세마포어
{세마포어}

### 뮤텍스
{뮤텍스}

## 교착 상태의 조건
- 상호 배제
- 점유와 대기
- 비선점
- 순환 대기
- {다섯째}

## 선점과 비선점의 차이
- **선점**: {선점}
- **비선점**: {비선점}

## 왜 문맥을 바꿀까?
{왜}
"""
AT_SCHOOL = {
    "세마포어": "남은 자리의 수를 세어 들어올 수를 정하는 값이다.",
    "뮤텍스": "한 번에 하나만 들이는 자물쇠이다.",
    "다섯째": "자원의 부족",
    "선점": "운영체제가 처리기를 빼앗아 다른 일에 넘긴다.",
    "비선점": "일이 스스로 내놓을 때까지 기다린다.",
    "왜": "여러 일이 처리기 하나를 나누어 쓰기 때문이다.",
}
AT_THE_ACADEMY = {
    "세마포어": "여럿이 함께 쓰는 것을 지키려고 두는 깃발 같은 변수를 말한다.",
    "뮤텍스": "잠근 쪽만이 풀 수 있는 잠금 장치를 가리킨다.",
    "다섯째": "되돌릴 수 없음",
    "선점": "급한 것이 오면 하던 것을 멈춘다.",
    "비선점": "급한 것이 와도 하던 것을 마친다.",
    "왜": "기다리는 동안 다른 것을 돌리려는 뜻이다.",
}
# A term more.
MORE = ("## 동기화\n", "## 동기화\n\n### 임계 구역\n동시에 들어가면 안 되는 부분이다.\n")
PUBLISHED = Path(__file__).parent / "published.apkg.xz"


def made(folder: Path, title: str, said: dict[str, str]) -> Project:
    """A project of that title, built on Monday."""
    settings = SETTINGS.replace('title = "정원"', f'title = "{title}"')
    new = project(folder, {"운영체제.md": NOTE.format(**said)}, settings)
    new.release(MONDAY)
    return new


def edit(one: Project, old: str, new: str, day: int, file: str = "notes/운영체제.md") -> Path:
    """The deck after an edit."""
    text = (one.folder / file).read_text(encoding="utf-8")
    assert old in text
    one.put(file, text.replace(old, new))
    one.release(day)
    return one.deck_file


def add(me: Student, deck: Path) -> Imported:
    """Import a deck: its notes come, and nothing that is there is lost."""
    before, release = me.state(), opened(deck, b"")
    log = me.anki.add(deck)
    after = me.state()
    nothing_is_lost(before, after)
    texts_arrive(before, after, release, set())
    assert release.notes.keys() <= after.notes.keys()
    asked = before.notes.keys() & release.notes.keys()
    assert (log.new, log.conflicting) == (len(release.notes) - len(asked), 0)
    assert me.anki.problems() == ""
    return log


def count(deck: Path) -> int:
    """The notes in a deck."""
    return len(opened(deck, b"").notes)


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "the other way round"])
def test_two_projects_with_the_same_terms_live_side_by_side(tmp_path: Path, turned: bool) -> None:
    school = made(tmp_path / "학교", "학교 덱", AT_SCHOOL)
    academy = made(tmp_path / "학원", "학원 덱", AT_THE_ACADEMY)
    first, second = (academy, school) if turned else (school, academy)
    with student() as me:
        assert add(me, first.deck_file).new == count(first.deck_file)
        me.study()
        assert add(me, second.deck_file).new == count(second.deck_file)
        me.study()
        for day, title in ((TUESDAY, "## 왜 문맥을"), (WEDNESDAY, "## 어째서 문맥을")):
            new = "## 어째서 문맥을" if day == TUESDAY else "## 무엇 때문에 문맥을"
            for one in (first, second):
                log = add(me, edit(one, title, new, day))
                assert (log.new, log.updated) == (0, 1)
        assert add(me, edit(first, *MORE, THURSDAY)).new == 1
        assert add(me, second.deck_file).updated == 0


def test_a_project_under_a_new_title_is_the_same(tmp_path: Path) -> None:
    school = made(tmp_path / "학교", "학교 덱", AT_SCHOOL)
    academy = made(tmp_path / "학원", "학원 덱", AT_THE_ACADEMY)
    with student() as me:
        for one in (school, academy):
            add(me, one.deck_file)
        me.study()
        # It even takes the other one's.
        log = add(me, edit(school, "학교 덱", "학원 덱", TUESDAY, "deckbuilder.toml"))
        assert (log.new, log.updated) == (0, 0)
        more = [add(me, edit(one, *MORE, WEDNESDAY)).new for one in (school, academy)]
        assert more == [1, 1]


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "the other way round"])
def test_two_decks_of_one_folder_live_side_by_side(tmp_path: Path, turned: bool) -> None:
    """The second is of the same notes, with fewer cards."""
    whole = made(tmp_path, "전체", AT_SCHOOL)
    short = whole.put(
        "요약.toml",
        'title = "요약"\nsources = ["notes"]\noutput = "요약.apkg"\n'
        "[cards]\nreverse = false\ncontrast = false\n",
    ).with_suffix(".apkg")

    def build(day: int) -> None:
        assert whole.here("build", "--config", "요약.toml", day=day).code == 0

    build(TUESDAY)
    first, second = (short, whole.deck_file) if turned else (whole.deck_file, short)
    with student() as me:
        add(me, first)
        me.study()
        asked = me.state().asks()
        assert add(me, second).new == count(second)
        assert me.state().asks({*opened(first, b"").notes}) == asked
        me.study()
        edit(whole, "한 번에 하나만", "한 번에 오직 하나만", WEDNESDAY)
        build(THURSDAY)
        assert [add(me, deck).new for deck in (first, second)] == [0, 0]


def test_two_decks_without_locks_live_side_by_side_by_their_titles(tmp_path: Path) -> None:
    decks = []
    for title, said in (("학교 덱", AT_SCHOOL), ("학원 덱", AT_THE_ACADEMY)):
        loose = Project(tmp_path / title)
        loose.put("운영체제.md", NOTE.format(**said))
        decks.append(loose.deck("운영체제.md", "--title", title, epoch=MONDAY))
    with student() as me:
        for deck in decks:
            assert add(me, deck).new == count(deck)
            me.study()
        assert [add(me, deck).new for deck in decks] == [0, 0]


def test_a_lock_made_anew_from_the_deck_goes_on_with_the_project(tmp_path: Path) -> None:
    """What is new after the loss is of the same project as before: two clones agree on it."""
    school = made(tmp_path / "학교", "학교 덱", AT_SCHOOL)
    clone = made(tmp_path / "학원", "학교 덱", AT_THE_ACADEMY)
    for file in ("정원.apkg", "notes/운영체제.md"):
        clone.put(file, (school.folder / file).read_bytes())
    clone.lock_file.unlink()
    assert clone.here("lock", "--from", "정원.apkg").code == 0
    decks = [edit(one, *MORE, TUESDAY).read_bytes() for one in (school, clone)]
    assert decks[0] == decks[1]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The deck of this repository as students got it before projects had ids."""
    deck = tmp_path / "published.apkg"
    deck.write_bytes(lzma.decompress(PUBLISHED.read_bytes()))
    return deck


@pytest.fixture
def today() -> Path:
    """The deck of this repository as it is now."""
    (deck,) = (ROOT / "dist").glob("*.apkg")
    return deck


def test_students_of_this_repositorys_deck_lose_nothing(published: Path, today: Path) -> None:
    known = tomllib.loads((ROOT / "deckbuilder.lock").read_text(encoding="utf-8"))
    assert opened(published, b"").notes.keys() <= known["note"].keys()
    with student() as me:
        me.anki.add(published)
        me.study()
        add(me, today)


def test_the_lock_of_a_deck_from_before_there_were_ids_is_made_anew(
    published: Path, today: Path, tmp_path: Path
) -> None:
    """Its notes keep their GUIDs, and what is new is of a project that has an id."""
    mine = Project(tmp_path)
    for file in (ROOT / "deckbuilder.toml", *(ROOT / "notes").glob("*.md")):
        mine.put(str(file.relative_to(ROOT)), file.read_bytes())
    assert mine.here("lock", "--from", published).code == 0
    found = mine.table["project"]
    mine.release(TUESDAY)
    assert mine.table["project"] == found
    (deck,) = (mine.folder / "dist").glob("*.apkg")
    old, new = (opened(one, b"").notes.keys() for one in (published, today))
    kept = opened(deck, b"").notes.keys() & old
    # The notes go on; where they have gone far, a deck knows less of them than a lock.
    assert len(kept) >= 0.9 * len(new & old)
