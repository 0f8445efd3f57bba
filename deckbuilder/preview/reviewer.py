r"""What Anki's window makes of a side: sounds to play, a box to type into, formulas, pictures.

Nothing is loaded by what comes out: a file of the deck is named in `data-file`, and the page puts
it there; what lies on the web is told, and not fetched. Formulas, \(…\) and \[…\], become MathML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import PurePath

from deckbuilder.language import _
from deckbuilder.model import FILMS, NAME
from deckbuilder.preview.formulas import mathml

TYPED = re.compile(r"\[\[type:(.+?)\]\]")
SPOKEN = re.compile(r"\[anki:tts [^\]]*\].*?\[/anki:tts\]", re.S)
# A side in pieces. Tags are taken whole, so that nothing is found within an attribute.
INSIDE = r'[^<>"]*(?:"[^"]*"[^<>"]*)*'
FORMULA = r"(?:[^<]|<br ?/?>)+?"
PIECE = re.compile(
    rf"""
    <(?P<code>code|pre)\b{INSIDE}>.*?</(?P=code)>       # where Anki sets no formulas
    | <img\b(?P<picture>{INSIDE})>
    | <{INSIDE}>
    | \[sound:(?P<sound>{NAME.pattern})\]
    | \\\( (?P<line>{FORMULA}) \\\)
    | \\\[ (?P<block>{FORMULA}) \\\]
    """,
    re.S | re.X,
)
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
BREAK = re.compile(r"<br ?/?>")


def reviewed(html: str, fields: Mapping[str, str], *, answered: bool) -> str:
    """A side as Anki's window shows it.

    Args:
        html: the side, as `templates.sides` has it: the fields in it are sanitised.
        fields: the values of the note, by their names.
        answered: whether it is the back.
    """
    html = TYPED.sub(lambda found: _typed(fields[found[1]], answered), html)
    html = SPOKEN.sub(lambda _found: _spoken(), html)
    return PIECE.sub(_piece, html)


def _typed(answer: str, answered: bool) -> str:
    if not answer:
        return ""
    if answered:
        return f'<code id="typeans">{answer}</code>'
    label = escape(_("Type the answer"))
    return f'<input type="text" id="typeans" aria-label="{label}" autocomplete="off">'


def _spoken() -> str:
    return f'<span class="preview-sound">🔊 {escape(_("read aloud"))}</span>'


def _piece(found: re.Match[str]) -> str:
    if found["picture"] is not None:
        return _picture(dict(ATTRIBUTE.findall(found["picture"])))
    if found["sound"]:
        return _played(found["sound"])
    if formula := found["line"] or found["block"]:
        source = unescape(BREAK.sub(" ", formula))
        return mathml(source, block=found["block"] is not None) or found[0]
    return found[0]


def _played(name: str) -> str:
    tag = "video" if PurePath(name).suffix[1:] in FILMS else "audio"
    return f'<{tag} controls data-file="{name}"></{tag}>'


def _picture(attributes: Mapping[str, str]) -> str:
    source, alt = attributes.get("src", ""), attributes.get("alt", "")
    if NAME.fullmatch(source):
        width = f' width="{attributes["width"]}"' if "width" in attributes else ""
        return f'<img data-file="{source}" alt="{alt}"{width}>'
    where = _("a picture on the web: {address}").format(address=unescape(source))
    said = f"{unescape(alt)} ({where})" if source else unescape(alt)
    return f'<span class="missing">{escape(said)}</span>'
