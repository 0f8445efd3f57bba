"""What there is to say about the notes: diagnostics, and why a block became no card."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckbuilder.model import Span


class Severity(StrEnum):
    """An error stops the build; a warning does so with `--strict`; a notice never does.

    What nobody could mend, or might want as it is, is a notice.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


# code: (severity, message, what to do). `{…}` is filled in where the diagnostic is made.
CODES: dict[str, tuple[Severity, str, str]] = {
    "missing-source": (Severity.ERROR, "no such file or folder", "check the path"),
    "unreadable": (Severity.ERROR, "cannot be read: {why}", "{hint}"),
    "unreadable-inside": (Severity.WARNING, "is left out, it cannot be read: {why}", "{hint}"),
    "not-text": (
        Severity.ERROR,
        "is no text: {why}",
        "save it as UTF-8, or leave it out of the sources",
    ),
    "not-text-inside": (
        Severity.WARNING,
        "is left out, it is no text: {why}",
        "save it as UTF-8, or move it out of the notes' folder",
    ),
    "left-out-inside": (
        Severity.WARNING,
        "'{name}' in it is left out: {why}",
        "pack the file itself, under a name of its own",
    ),
    "empty-folder": (
        Severity.ERROR,
        "has no note",
        "put notes (*.md, *.docx) into it, or name another folder; what is left out by 'exclude', "
        ".deckignore or .gitignore does not count",
    ),
    "unread": (
        Severity.NOTICE,
        "{what}",
        "to read it all the same, name the folder itself, or put '!' and its name into 'exclude'",
    ),
    "fault": (
        Severity.ERROR,
        "deckbuilder itself fails on this note, in the step '{step}': {why}",
        "that is a fault of deckbuilder and not of the note: report it with the lines that --debug "
        "shows, and the note if you may; until then leave the note out of the sources",
    ),
    "front-matter": (
        Severity.WARNING,
        "front matter: it is not used, as it is no {form}: {why}",
        "put a value with marks of its own into quotes, or mend the line",
    ),
    "front-matter-unseen": (
        Severity.WARNING,
        "front matter: '{key}' {why}; it is left out",
        "take it out of the line",
    ),
    "front-matter-value": (Severity.WARNING, "front matter: {why}, and not used", "{hint}"),
    "front-matter-skip": (
        Severity.WARNING,
        "the note is left out; front matter: {why}",
        "{hint}",
    ),
    "font": (Severity.ERROR, "cannot be used as a font: {why}", "{hint}"),
    "no-cards": (
        Severity.ERROR,
        "no note has anything that becomes a card",
        "write terms with their definitions, lists under a heading, comparisons",
    ),
    "note-without-cards": (
        Severity.WARNING,
        "nothing in this note becomes a card",
        "write terms with their definitions, or set 'skip: true' in its front matter",
    ),
    "long-list": (
        Severity.WARNING,
        "'{name}' is a list of {number} items: too many to be asked for on one card",
        "divide it, under a heading for each part",
    ),
    "same-note": (
        Severity.WARNING,
        "has the same text as {first}: it gives no cards of its own",
        "leave one of the two out of the sources, or set 'skip: true' in its front matter",
    ),
    "same-card": (
        Severity.NOTICE,
        "'{name}' is asked and answered just as at {first}: the deck has it once",
        "nothing has to be done; say it in one place alone if it is to be kept up",
    ),
    "language": (
        Severity.NOTICE,
        "{number} in another language than {languages}, left out: {first}",
        "name all languages that are to be read in the settings: languages = {all}",
    ),
    "many-cards": (
        Severity.NOTICE,
        "{number} cards are in the deck: at Anki's twenty new ones a day, they take {days} days",
        "make fewer kinds of cards ([cards] in the settings), or several decks, each with settings "
        "of its own (--config)",
    ),
    "pin-name": (
        Severity.WARNING,
        "'{name}' cannot be an id, and the note beside it has none",
        "write one word without blanks: <!-- id: {like} -->",
    ),
    "pin-twice": (
        Severity.ERROR,
        "the id '{name}' is given twice, first at {first}",
        "give each note an id of its own, or none",
    ),
    "pin-nothing": (
        Severity.WARNING,
        "the id '{name}' stands beside nothing that becomes a card",
        "put it at the end of the line that names the term, or on a line of its own above it",
    ),
    "missing-media": (
        Severity.WARNING,
        "there is no file '{address}'",
        "put it into the notes' folder, or mend the address",
    ),
    "embed": (Severity.WARNING, "'{name}' is not embedded: {why}", "{hint}"),
    "embed-long": (
        Severity.NOTICE,
        "'{name}' is not embedded: it is too much for a card",
        "embed a section or a block of it: ![[노트#절]]",
    ),
    "remote-media": (
        Severity.WARNING,
        "'{address}' is on the web: the card shows it only online",
        "save it into the notes' folder and name it by its path",
    ),
    "outside-media": (
        Severity.WARNING,
        "'{address}' is left out, it is outside the notes' folder '{folder}'",
        "build the folder that holds both, or copy the file into '{folder}'",
    ),
    "media-folder": (Severity.WARNING, "'{address}' is a folder", "name a file in it"),
    "media-special": (
        Severity.WARNING,
        "'{address}' is no regular file",
        "put a picture, a sound or a film in its place",
    ),
    "media-type": (
        Severity.WARNING,
        "'{address}' is no picture, sound or film that Anki knows",
        "save it as one of {types}",
    ),
    "media-empty": (Severity.WARNING, "'{address}' is an empty file", "save it once more"),
    "media-large": (
        Severity.WARNING,
        "'{address}' is larger than the 100 MiB that Anki takes",
        "make it smaller, or cut it into pieces",
    ),
    "media-unreadable": (Severity.WARNING, "'{address}' cannot be read: {why}", "{hint}"),
    "media-broken": (
        Severity.WARNING,
        "'{address}' holds no picture: {why}",
        "save the picture as a file and name it by its path",
    ),
}

# Why a block became no part of a unit; each is a key of `LeftOut.reason`.
REASONS: dict[str, str] = {
    "front-matter": "front matter",
    "comment": "an HTML comment",
    "break": "a thematic break",
    "markup": "markup without words",
    "reference": "a link reference definition",
    "footnote": "a footnote, shown on the cards that refer to it",
    "navigation": "links to other places: contents, navigation",
    "sources": "contents, sources, tasks: nothing to learn from",
    "placeholder": "a placeholder",
    "chatter": "talk about the note itself",
    "example": "an example of nothing in particular",
    "image": "an image by itself",
    "code": "code that no term explains",
    "heading": "a heading whose parts are cards of their own, or with nothing beneath it",
    "head": "the head of a table",
    "table": "a table that neither defines nor compares",
    "short": "too short to be an answer",
    "long": "too long for one card",
    "shown": "its name says already what it is",
    "duplicate": "said already, on another card",
    "embedded": "embedded from another note, which has cards of its own",
    "prose": "text that neither defines, lists nor compares",
    "item": "list items under no term or topic",
    "offered": 'what may be worth a card, and is made with take = "many"',
}

# What speaks against a unit, and what to do so that it is made by default; each is a key of
# `Unit.doubts`.
DOUBTS: dict[str, tuple[str, str]] = {
    "how-to": ("tells how something is done once", "say in a sentence what it is, without steps"),
    "place": (
        "its name tells a place in the note: a date, a number",
        "name what it is about",
    ),
    "exercise": (
        "an exercise, or of a note that solves some",
        "put what is to be known under a heading, or into a note, of its own",
    ),
    "example": (
        "stands beneath a label that announces examples",
        "put what is to be known by itself under a label of its own",
    ),
    "fragment": ("its name is a piece of a sentence", "name it by a noun"),
    "sign": ("its name has no word", "name it by a word, and put the sign behind it"),
    "foreign": ("has no word of Korean", "say it in Korean, too"),
    "code": ("its answer is code", "say in a sentence what the code does"),
    "reason": ("tells why, and not what", "say first what it is"),
    "diary": (
        "its note tells of somebody's days",
        "put what is to be known into a note of its own",
    ),
    "project": (
        "its note is a paper of a project: a plan, a guide for those who work on it",
        "put what is to be known into a note of its own",
    ),
    "file": ("its name is a file's", "name what it is about, and let the file be its example"),
    "link": ("its answer is an address", "say in a sentence what is found there"),
    "essay": ("its answer is too long to be learnt in one go", "answer it in a few sentences"),
    "asking": ("its answer asks in turn", "answer it in a sentence"),
    "record": (
        "a row of a table of files or posts",
        "put what is to be known into a table, or a list, of its own",
    ),
    "program": (
        "its note is mostly code",
        "put what is to be known into a note of its own",
    ),
}

# Why a unit that was found is neither made nor offered; each is a key of `Rejected.reason`.
REJECTIONS: dict[str, str] = {
    "unless": "stands back behind",
    "twice": "is said already by",
    "more": "is added, with take = many, to",
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the maintainer.

    `span` may have line 0: the file as a whole.
    """

    code: str
    span: Span
    message: str
    hint: str
    trace: str = ""
    """Where in deckbuilder it happened, if it is a fault of its own: Python's traceback."""

    @property
    def severity(self) -> Severity:
        """How grave it is; the code says."""
        return CODES[self.code][0]

    @property
    def where(self) -> str:
        """The place, as messages name it."""
        return self.span.path if self.span.first == 0 else str(self.span)

    def __str__(self) -> str:
        return f"{self.where}: {self.message} [{self.code}]"


def diagnose(code: str, span: Span, **values: str) -> Diagnostic:
    """The diagnostic of this code, its message filled in with `values`.

    Raises:
        KeyError: `code` is not in `CODES`, or a value that its message needs is missing.
    """
    _, message, hint = CODES[code]
    return Diagnostic(code, span, message.format(**values), hint.format(**values))
