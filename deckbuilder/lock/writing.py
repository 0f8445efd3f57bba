"""The text of `deckbuilder.lock`, written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import tomli_w

from deckbuilder.lock import VERSION
from deckbuilder.model import Lock, Record, Stamp

HEAD = """\
# 덱의 노트가 저마다 어느 것인지 적어 두어, 학생의 복습 기록이 남게 합니다. `deckbuilder build`가
# 적습니다. 덱과 함께 커밋하세요. 병합 충돌이 나면 어느 한쪽을 남기고(프로젝트가 둘이면 학생이 받은
# 덱의 쪽을) 다시 만드세요.
# Which note of the deck is which, so that students keep their reviews. `deckbuilder build` writes
# it: commit it together with the deck. In a merge conflict keep either side, of two projects that
# of the deck that students have, and build again.
"""


def written(lock: Lock) -> str:
    """As `lock.dumps`."""
    table = {
        "version": VERSION,
        **({"project": lock.project} if lock.project else {}),
        **({"title": lock.title} if lock.title else {}),
        "type": {key: _stamped(stamp) for key, stamp in sorted(lock.note_types.items())},
        "note": {guid: dict(_row(record)) for guid, record in sorted(lock.notes.items())},
    }
    return f"{HEAD}{tomli_w.dumps(table)}"


def _stamped(stamp: Stamp) -> dict[str, Any]:
    return {"shows": stamp.shows, "changed": datetime.fromtimestamp(stamp.changed, UTC)}


def _row(record: Record) -> Iterator[tuple[str, Any]]:
    """What is to be said of a note; what is empty is left out."""
    key = record.key
    said: Mapping[str, Any] = {
        "type": key.note_type,
        "term": key.term,
        "id": key.pin,
        "file": key.file,
        "section": list(key.section),
        "answer": key.answer,
        "parts": list(key.parts),
        "cards": list(record.cards),
        "after": record.after,
        "retired": record.retired,
        **_stamped(record.stamp),
    }
    return ((name, value) for name, value in said.items() if value or name == "term")
