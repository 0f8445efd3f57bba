"""What the project reads in labels, pairs and sentences; the cases are tables beside this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuilder.korean import labels, pairs, sentences
from deckbuilder.markdown import parse
from deckbuilder.model import LabelKind, Run, Span, Text
from deckbuilder.outline.inline import lines

FOLDER = Path(__file__).parent / "korean"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table, without its comments; missing cells are empty."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    cells = [tuple(row.split("\t")) for row in text.splitlines() if not row.startswith("#")]
    return [(*row, "", "", "")[:5] for row in cells]


def line(written: str) -> Text:
    """A line of Markdown as marked text."""
    tree, _ = parse(written)
    inline = next(node for node in tree.walk() if node.type == "inline")
    return lines(inline, Span("note.md", 1, 1))[0]


def plain(written: str) -> Text:
    """A line without any markup."""
    return Text((Run(written),), Span("note.md", 1, 1))


@pytest.mark.parametrize(("written", "name", "kind", "aliases", "relative"), rows("labels.tsv"))
def test_a_label(written: str, name: str, kind: str, aliases: str, relative: str) -> None:
    label = labels.read(plain(written))
    assert (label.name, label.kind) == (name, LabelKind(kind))
    assert label.aliases == tuple(filter(None, aliases.split("|")))
    assert label.relative == bool(relative)


@pytest.mark.parametrize("row", rows("pairs.tsv"), ids=lambda row: row[0])
def test_where_a_label_ends(row: tuple[str, ...]) -> None:
    written, label, text = row[:3]
    pair = pairs.split(line(written))
    assert (pair and tuple(part.plain for part in pair)) == (
        None if label == "-" else (label, text)
    )


@pytest.mark.parametrize("row", rows("sentences.tsv"), ids=lambda row: row[0])
def test_what_a_sentence_defines(row: tuple[str, ...]) -> None:
    sentence, term = row[:2]
    assert sentences.defined(sentence) == (None if term == "-" else term)
