"""The style that all note types share."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.model import Media
from deckbuilder.notetypes import beside

FAMILY = "deckbuilder"


def css(fonts: Sequence[Media] = ()) -> str:
    """The style that all note types share.

    Args:
        fonts: the font files that the deck holds; cards use them before the system's.
    """
    style = f"{beside.read('style.css')}\n\n{beside.read('code.css')}"
    if not fonts:
        return style
    faces = "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; src: url("{font.name}"); '
        f"font-weight: {_weight(font)}; }}"
        for font in fonts
    )
    return f'{style}\n\n{faces}\n.card {{ font-family: "{FAMILY}", var(--font); }}'


def _weight(font: Media) -> str:
    """The weights that a font file has, by what its name says."""
    name = "" if isinstance(font.content, bytes) else font.content.path.stem.lower()
    if "variable" in name or name.endswith("vf"):
        return "100 900"
    return "700" if "bold" in name else "400"
