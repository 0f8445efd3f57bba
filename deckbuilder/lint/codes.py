"""All codes that `check` may tell: those of the lints, and those of the build itself."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field

from deckbuilder.diagnostics import CODES, Severity
from deckbuilder.language import N_, _
from deckbuilder.lint.examples import EXAMPLES
from deckbuilder.lint.lint import Lint
from deckbuilder.lint.table import LINTS
from deckbuilder.regular import expression

VALUE = expression(r"\{[a-z]+\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What there is to know of a code."""

    name: str
    severity: Severity
    message: str
    hint: str
    about: str = ""
    bad: str = ""
    good: str = ""
    """Notes that show it, and how it goes away; empty where no note can."""
    beside: Mapping[str, int] = field(default_factory=dict)
    """The files beside these notes, and their sizes."""
    usual: bool = True
    """Whether it is told without `--all`."""

    @property
    def said(self) -> str:
        """The message, dots in the place of what is filled in; in the language that is spoken."""
        return VALUE.sub("…", _(self.message))

    @property
    def advised(self) -> str:
        """The hint, likewise."""
        return VALUE.sub("…", _(self.hint))


def _of_lint(lint: Lint) -> Code:
    return Code(
        name=lint.code,
        severity=lint.severity,
        message=lint.message,
        hint=lint.hint,
        about=lint.about,
        bad=lint.bad,
        good=lint.good,
        beside=lint.beside,
        usual=lint.usual,
    )


def _of_build(name: str) -> Code:
    severity, message, hint = CODES[name]
    shown = EXAMPLES.get(name)
    about = N_("The build tells of it, too.")
    if shown is None:
        return Code(name=name, severity=severity, message=message, hint=hint, about=about)
    return Code(
        name=name,
        severity=severity,
        message=message,
        hint=hint,
        about=about,
        bad=shown.bad,
        good=shown.good,
        beside=shown.beside,
    )


KNOWN: Mapping[str, Code] = {
    **{lint.code: _of_lint(lint) for lint in LINTS},
    **{name: _of_build(name) for name in CODES},
}
"""By name, the lints first."""


def meant(word: str) -> str:
    """What to do about a word that is no code: those that it may be meant for, likest first."""
    near = difflib.get_close_matches(word.lower(), KNOWN)
    if not near:
        return _("`deckbuilder check --list` lists the codes")
    return _("did you mean {codes}?").format(codes=_(" or ").join(f"'{code}'" for code in near))
