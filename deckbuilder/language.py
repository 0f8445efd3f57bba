"""The language that the program speaks: Korean or English, from one catalogue.

Every text that a user sees is written in English, in the source, as one of

    _("there is no file {name}").format(name=name)    said now
    N_("there is no file {name}")                     in a table; `_` translates it when it is said
    ngettext("{n} card", "{n} cards", n).format(n=n)  with its number

and in Korean in `locale/ko/LC_MESSAGES/deckbuilder.po`, which `make messages` keeps in step. What
decks and locks hold never goes through here: their bytes do not depend on who builds them.
"""

from __future__ import annotations

import errno
import gettext
import locale
import os
import sys
from functools import cache
from pathlib import Path

DOMAIN = "deckbuilder"
LOCALE = Path(__file__).with_name("locale")
LANGUAGES = ("ko", "en")
VARIABLE = "DECKBUILDER_LANG"

_chosen: list[str] = []


def use(language: str) -> None:
    """Speak this language from now on, in this process; with an empty name, the user's own again.

    Args:
        language: one of `LANGUAGES`, or "".
    """
    _chosen[:] = [language] if language else []
    # click asks gettext's global domain, which takes the language from the environment.
    os.environ["LANGUAGE"] = spoken()
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def spoken() -> str:
    """The language that is spoken, one of `LANGUAGES`.

    It is the one that `use` has set, else that of the environment variable DECKBUILDER_LANG, else
    the locale's: Korean for every ko, English otherwise.
    """
    if _chosen:
        return _chosen[0]
    name = os.environ.get(VARIABLE) or _locale()
    return "ko" if name.lower().startswith("ko") else "en"


def _locale() -> str:
    """The name of the locale of messages, as POSIX finds it; Windows has no such variables."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := os.environ.get(variable):
            return name
    return (locale.getlocale()[0] or "") if sys.platform == "win32" else ""


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    # English is what the source holds.
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)


def _(text: str) -> str:
    """A text in the language that is spoken; as it is, where the catalogue lacks it."""
    return _catalogue(spoken()).gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """A text with a number, in the language that is spoken: `one` for 1, else `many`."""
    return _catalogue(spoken()).ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's name
    """A text as it is, marked for the catalogue; who says it asks `_` for it."""
    return text


# What goes wrong with files most often; the system tells of it in its own language.
SYSTEM = {
    errno.ENOENT: N_("No such file or directory"),
    errno.EACCES: N_("Permission denied"),
    errno.EPERM: N_("Operation not permitted"),
    errno.EEXIST: N_("File exists"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.EISDIR: N_("Is a directory"),
    errno.ENOSPC: N_("No space left on device"),
    errno.EDQUOT: N_("Disk quota exceeded"),
    errno.EROFS: N_("Read-only file system"),
    errno.EIO: N_("Input/output error"),
    errno.EFBIG: N_("File too large"),
    errno.EMFILE: N_("Too many open files"),
    errno.ENAMETOOLONG: N_("File name too long"),
    errno.ELOOP: N_("Too many levels of symbolic links"),
    errno.EPIPE: N_("Broken pipe"),
    errno.EBUSY: N_("Device or resource busy"),
    errno.ETXTBSY: N_("Text file busy"),
    errno.EINVAL: N_("Invalid argument"),
}


def system(error: OSError) -> str:
    """Why the system refused something, in the language that is spoken."""
    said = error.strerror or str(error)
    if spoken() == "en":
        return said
    known = SYSTEM.get(error.errno or 0)
    return _(known) if known else _("error {number} of the system").format(number=error.errno)


def theirs(said: str) -> str:
    """What another library says of a text that it cannot read: it knows no language but English."""
    return said if spoken() == "en" else _("it does not keep to the rules of its form")
