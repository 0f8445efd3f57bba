"""No choice hangs on the order of a set, of a file system, of threads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import pytest

from deckbuilder import sources
from tests.strategies import examples, notes, relatives, soup
from tests.support.command import ROOT
from tests.support.seeded import SEEDS, SOME, under_each

CORPUS = [
    file
    for part in ("dev", "shut")
    for file in sorted((ROOT.parent / "shared/corpus" / part).glob("*.md"))
]
MARKET = """## 마을

- 바다 시장 : 잡은 생선을 경매로 사고파는 자리이다.
- 바다 건물 : 드나드는 순서를 정해 두는 약속이다.
- 아침 교실 : 거둔 채소를 쌓아 두는 건물이다.
- 하늘 시장 : 닷새마다 물건을 사고파는 자리이다.
- 관리가 어렵다.
"""


def same(seeds: Sequence[str], folder: Path) -> None:
    """Under each of these seeds the same is read and written."""
    first, *others = under_each(seeds, folder).values()
    assert len(first) > len(list(folder.iterdir()))
    for other in others:
        assert other == first


@pytest.mark.parametrize(
    "seeds", [SOME, pytest.param(SEEDS, marks=pytest.mark.slow)], ids=["some", "all"]
)
def test_notes_are_the_same_under_every_hash_seed(seeds: Sequence[str], tmp_path: Path) -> None:
    """An awkward one, this repository's (the first of them in each run), and generated ones."""
    files = sorted((ROOT / "notes").glob("*.md"))[: None if seeds == SEEDS else 1]
    own = [file.read_text(encoding="utf-8") for file in files]
    generated = [text for one in (notes(), relatives(), soup()) for text in examples(one, 15)]
    for at, text in enumerate([MARKET, *own, *generated]):
        (tmp_path / f"{at}.md").write_text(text, encoding="utf-8")
    same(seeds, tmp_path)


@pytest.mark.slow
@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS, reason="no ../shared/corpus here")
def test_the_corpus_is_the_same_under_two_hash_seeds(tmp_path: Path) -> None:
    """Each of its notes is a trial of its own: what hangs on an order is seen in one of them."""
    for file in CORPUS:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    same((SEEDS[0], SEEDS[-1]), tmp_path)


# --- the file system ------------------------------------------------------------------------------

# Pairs of names for one place, and names that differ in what sorting leaves out.
NFC, NFD = "나", "\u1102\u1161"
NAMES = (
    *("가.md", "가.markdown", "가.MD", f"{NFC}.md", f"{NFD}.md", "1.md", "01.md"),
    *(f"{NFC}/다.md", f"{NFD}/다.md", "라/2.md", "라/02.md", "라/10.md"),
)


class Listed(Iterator[Any]):
    """What `os.scandir` gives, in another order."""

    def __init__(self, entries: Iterable[Any]) -> None:
        self.entries = iter(entries)

    def __next__(self) -> Any:
        return next(self.entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ended: object) -> None:
        pass


def test_the_order_of_a_file_system_is_not_that_of_the_deck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("## 잎\n빛을 받는 기관이다.\n", encoding="utf-8")
    scandir = os.scandir
    orders: list[Sequence[str]] = []
    for backwards in (False, True):

        def sorted_otherwise(path: str, backwards: bool = backwards) -> Any:
            with scandir(path) as entries:
                found = sorted(entries, key=lambda entry: entry.name, reverse=backwards)
            return Listed(found)

        monkeypatch.setattr(os, "scandir", sorted_otherwise)
        found, problems = sources.find([tmp_path])
        assert not problems
        orders.append([source.path for source in found])
    assert orders[0] == orders[1]
    assert len(orders[0]) == len(set(NAMES))
