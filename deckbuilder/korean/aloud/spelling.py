"""A text in the plain characters by which it is read aloud."""

from __future__ import annotations

import re
import unicodedata

from deckbuilder.regular import any_of, expression

_MARKS = expression("[™℠®©℗\u115f\u1160\u3164\uffa0]")  # the last four are blanks of Hangul
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"
_ION = any_of(
    {
        "Ca²⁺": rf"(?<![{_SUPERSCRIPT}])[{_SUPERSCRIPT}]*[⁺⁻](?![{_SUPERSCRIPT}])",
        "Na+": r"(?<![A-Za-z])(?:Na|K|H|Li|NH4|(?:Ca|Mg|Fe|Cu|Zn)[23])\+(?![\w+])",
        "OH-": r"(?<![A-Za-z])(?:Cl|OH|HCO3)[-−](?![\w+])",
    }
)
_FOOTNOTE = expression(rf"(?<=[가-힣”’」』》])[{_SUPERSCRIPT}]+")
_AREA = expression(r"(?<![A-Za-z])[mck]?m(?:\^[23]|[²³])")
_POWER = any_of(
    {
        "m²": rf"[⁻⁺]?[{_SUPERSCRIPT}]+",
        "a^(n+1)": r"\^\([^()]*\)",
        "a^{n+1}": r"\^{[^{}]*}",
        "a^-1": r"\^[-−+]?(?:\d+|[a-z])(?!\w)",
    }
)
_TEX_NAME = expression(r"\\([A-Za-z][a-z]+)(?![A-Za-z])")
_MATHS = expression(r"\$([^$]+)\$")
_PLAIN = expression(r"[가-힣A-Za-z0-9 ]*")


def spelt(word: str) -> str:
    """A text in plain characters: composed, and what stands raised written out."""
    if _PLAIN.fullmatch(word):
        return word  # as most names are
    text = _MARKS.sub("", unicodedata.normalize("NFC", word))
    text = _ION.sub(" 이온", text)  # "Ca²⁺이", "OH⁻이": 칼슘 이온이
    text = _FOOTNOTE.sub("", text)
    text = _AREA.sub("제곱미터", text)
    text = _POWER.sub(" 제곱", text)
    text = _TEX_NAME.sub(_greek, text)
    text = "".join(map(_counted, _MATHS.sub(r"\1", text)))
    return unicodedata.normalize("NFKC", text)


def _greek(hit: re.Match[str]) -> str:
    r"""A letter that TeX has a command for, "\\alpha"; other commands as they are."""
    name = "LAMDA" if hit[1].lower() == "lambda" else hit[1].upper()
    try:
        return unicodedata.lookup(f"GREEK SMALL LETTER {name}")
    except KeyError:
        return hit[0]


def _counted(char: str) -> str:
    """Ⅳ, ④ and ❹ as 4; other characters as they are."""
    number = unicodedata.numeric(char, 0.5)
    plain = unicodedata.category(char) not in ("No", "Nl") or "SUBSCRIPT" in unicodedata.name(char)
    return char if plain or not number.is_integer() else f" {number:.0f}"
