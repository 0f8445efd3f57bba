"""A card of the preview is the card that Anki shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.preview import templates
from deckbuilder.preview.reviewer import reviewed
from tests.gallery import decks
from tests.support.collection import opened

# Anki's library writes the number of a sound; its text is heard and not seen.
SOUND = re.compile(
    r"\[anki:tts [^\]]*\].*?\[/anki:tts\]|\[sound:[^\]]+\]|\[anki:play:[qa]:\d+\]", re.S
)
HIDDEN = re.compile(r' data-cloze="[^"]*"')  # for a script that uncovers answers one by one
KEYS = {note_type.name: note_type.key for note_type in NOTE_TYPES.values()}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("gallery")
    files = tuple(folder / f"{Path(config).stem}.apkg" for config in decks.CONFIGS)
    for config, file in zip(decks.CONFIGS, files, strict=True):
        decks.build(config, file)
    return files


def test_every_card_of_every_note_type_is_what_anki_makes_of_it(gallery: tuple[Path, ...]) -> None:
    met = set()
    with opened(*gallery) as anki:
        for number in anki.collection.find_cards(""):
            card = anki.collection.get_card(number)
            key = KEYS[card.note_type()["name"]]
            fields = card.note().fields
            (ours,) = [
                one
                for one in templates.cards(NOTE_TYPES[key], fields)
                if templates.ordinal(NOTE_TYPES[key], one) == card.ord + 1
            ]
            output = card.render_output()
            theirs = output.question_text, output.answer_text
            assert tuple(map(seen, templates.sides(key, ours, fields))) == tuple(map(seen, theirs))
            met.add((key, ours.template.stem))
        assert anki.collection.card_count() > 0
    assert met == {(t.key, one.stem) for t in NOTE_TYPES.values() for one in t.templates}


def seen(html: str) -> str:
    return SOUND.sub("♪", HIDDEN.sub("", html))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (r"넓이는 \(a^2\)이다", "<msup><mi>a</mi><mn>2</mn></msup>"),
        (r"<code>\(a^2\)</code>", r"<code>\(a^2\)</code>"),
        (r"\(a &lt; b\)", "<mo>&lt;</mo>"),
        (r"\({{{\)", r"\({{{\)"),  # the library cannot read it
        ('<img src="deckbuilder-0123456789abcdef.png" alt="잎">', 'data-file="deckbuilder-0123'),
        ('<img src="https://잎.example/a.png" alt="잎">', "잎 (a picture on the web: https://"),
        ("[sound:deckbuilder-0123456789abcdef.mp3]", "<audio controls data-file="),
    ],
)
def test_the_window_shows(html: str, shown: str) -> None:
    assert shown in reviewed(html, {}, answered=False)


@pytest.mark.parametrize(
    "html",
    [
        r'<img src="deckbuilder-0123456789abcdef.png" alt="\(x onerror=alert(1) \)">',
        r"\(\text{&lt;script&gt;alert(1)&lt;/script&gt;}\)",
        r"\(\href{javascript:alert(1)}{x}\)",
        '<span title="[sound:deckbuilder-0123456789abcdef.mp3]">a</span>',
        '<img alt="<img src="><img alt="><script>alert(1)</script>">',
    ],
)
def test_nothing_gets_out_of_an_attribute_or_a_formula(html: str) -> None:
    found = reviewed(html, {}, answered=False)
    bare = re.sub(r'"[^"]*"', '""', found)
    assert not re.search(r"<script|javascript:|<[^>]*\bonerror|<audio", bare)
