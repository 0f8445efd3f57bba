"""The page itself: one file that asks for nothing, and in which nothing runs but its own script."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined, Template

from deckbuilder.language import spoken
from deckbuilder.model import Media
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.preview.words import words
from deckbuilder.preview.written import written

# Files that are larger are not put into the page, nor more than so much in all, in bytes.
LARGEST, MOST = 8 * 2**20, 200 * 2**20
# The parts of the page's script, in the order in which they run.
SCRIPTS = ("state", "card", "list", "note", "reports", "choices", "keys", "clicks", "saves")
STYLE = re.compile(r"<style>(.*?)</style>", re.S)


class Live(NamedTuple):
    """The server behind a page."""

    token: str
    """What it knows the page by."""
    version: int
    """How often it has read the notes, or could not."""
    choosing: bool
    """Whether it takes the author's choices."""
    fault: str
    """Why what is shown is not as the files are now; empty where it is."""


def page(data: Mapping[str, Any]) -> str:
    """The page as HTML.

    Args:
        data: what it shows, as `data.data` has it; under `live` a `Live` as a dictionary, where a
            server stands behind the page.
    """
    live = data.get("live")
    style, script = _read("page.css"), _script()
    return _template().render(
        choosing=bool(live and live["choosing"]),
        csp=policy(data["css"], live=live is not None),
        data=written(data).decode(),
        lang=spoken(),
        script=script,
        style=style,
        title=data["title"],
        words=words(),
    )


def inlined(found: Iterable[Media]) -> dict[str, str]:
    """Files as `data:` addresses, by their names; empty ones for those that are too large.

    Raises:
        OSError: a file cannot be read any more.
    """
    left, addresses = MOST, {}
    for file in found:
        content = read(file)
        if len(content) > min(LARGEST, left):
            addresses[file.name] = ""
            continue
        left -= len(content)
        text = base64.b64encode(content).decode("ascii")
        addresses[file.name] = f"data:{media_type(file.name)};base64,{text}"
    return addresses


def read(file: Media) -> bytes:
    """The content of a file of the deck.

    Raises:
        OSError: it cannot be read any more.
    """
    if isinstance(file.content, bytes):
        return file.content
    with file.content.open() as content:
        return content.read()


def media_type(name: str) -> str:
    """What a file of this name holds, as the web calls it."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def policy(css: str, *, live: bool) -> str:
    """What the page may do, by Content Security Policy (w3.org/TR/CSP3).

    Its own script and styles run, known by their digests, and those of the cards; no other does,
    whatever stands in a note.

    Args:
        css: the style of the cards.
        live: whether a server stands behind it.
    """
    files_from = "'self' data:" if live else "data:"
    styles = " ".join(map(_digest, (_read("page.css"), css, *_styles())))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(_script())}",
            f"style-src {styles}",
            f"img-src {files_from}",
            f"media-src {files_from}",
            f"font-src {files_from}",
            "connect-src 'self'" if live else "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _styles() -> Iterator[str]:
    """The styles in the templates of the note types."""
    for note_type in NOTE_TYPES.values():
        for template in note_type.templates:
            yield from STYLE.findall(note_type.front(template) + note_type.back(template))


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _script() -> str:
    return "\n".join(_read(f"script/{name}.js") for name in SCRIPTS)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_read("page.html"))


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
