"""The time of a change: later with each, and never in the future."""

from __future__ import annotations

import time

from deckbuilder import lock
from tests.support.command import Desk
from tests.support.notes import note

LONG_AGO, TOMORROW = 1_000_000_000, 86_400


def changed(desk: Desk, meaning: str, epoch: int | None = None) -> int:
    """Build with this meaning of a term; when its note changed."""
    desk.put("notes/잎.md", note("잎", ("기공", meaning)))
    outcome = desk.build("-q", epoch=epoch)
    assert outcome.code == 0, outcome.said
    found = lock.load(desk.folder / lock.FILE)
    assert found
    (record,) = found.notes.values()
    return record.stamp.changed


def project(desk: Desk) -> Desk:
    desk.put("deckbuilder.toml", 'title = "정원"\noutput = "정원.apkg"\n')
    return desk


def test_changes_one_right_after_the_other_are_each_newer_and_none_of_the_future(
    desk: Desk,
) -> None:
    project(desk)
    last = 0
    for number in range(4):
        before = int(time.time())
        mod = changed(desk, f"기체가 드나드는 구멍으로, {number}쪽에 나온다.")
        assert before <= mod <= time.time()
        assert mod > last
        last = mod


def test_a_clock_that_was_set_back_stamps_later_all_the_same(desk: Desk) -> None:
    project(desk)
    first = changed(desk, "기체가 드나드는 구멍이다.", epoch=int(time.time()) + TOMORROW)
    second = changed(desk, "기체와 물이 드나드는 구멍이다.", epoch=LONG_AGO)
    third = changed(desk, "기체와 물이 드나드는 작은 구멍이다.")
    assert (second, third) == (first + 1, first + 2)
    assert changed(desk, "기체와 물이 드나드는 작은 구멍이다.", epoch=first + 99) == third
