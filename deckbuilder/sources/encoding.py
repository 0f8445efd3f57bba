"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import unicodedata

from deckbuilder.language import _
from deckbuilder.regular import expression

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters tell a binary file. Korean input methods leave a few U+0008 behind, in notes
# however short; others slip in with what is pasted, one in so many characters at most.
CONTROL = expression(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
LEFT_BY_INPUT = "\b"
FEW_CONTROLS, FEW_OF_MANY, SLIP_IN = 3, 0.002, 50


def decode(data: bytes) -> tuple[str | None, str]:
    """Bytes to text with LF line ends, composed (NFC).

    UTF-8 and UTF-16 with a byte order mark, UTF-8, and CP949 (EUC-KR) are tried in this order.

    Returns:
        the text and an empty string, or None and why the bytes are no text.
    """
    marked = [encoding for bom, encoding in BOMS if data.startswith(bom)]
    for encoding in marked or ["utf-8", "cp949"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or _too_many_controls(text):
            return None, _("it has control characters, as binary files do")
        text = CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
        return unicodedata.normalize("NFC", text), ""
    return None, _("it is not {listed}").format(listed=_(" or ").join(marked or ["UTF-8", "CP949"]))


def _too_many_controls(text: str) -> bool:
    found = CONTROL.findall(text)
    slips = len(found) - found.count(LEFT_BY_INPUT)
    return len(found) > max(FEW_CONTROLS, FEW_OF_MANY * len(text)) or slips * SLIP_IN > len(text)
