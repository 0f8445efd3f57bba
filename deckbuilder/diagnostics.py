"""What there is to say about the notes, by codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from deckbuilder.language import N_, _
from deckbuilder.model import Span


class Severity(StrEnum):
    """An error stops the build; a warning does so with `--strict`; a notice never does.

    What nobody could mend, or might want as it is, is a notice.
    """

    ERROR = N_("error")
    WARNING = N_("warning")
    NOTICE = N_("notice")


# code: (severity, message, what to do). `{…}` is filled in where the diagnostic is made.
CODES: dict[str, tuple[Severity, str, str]] = {
    "missing-source": (Severity.ERROR, N_("no such file or folder"), N_("check the path")),
    "unreadable": (Severity.ERROR, N_("cannot be read: {why}"), "{hint}"),
    "unreadable-inside": (Severity.WARNING, N_("is left out, it cannot be read: {why}"), "{hint}"),
    "not-text": (
        Severity.ERROR,
        N_("is no text: {why}"),
        N_("save it as UTF-8, or leave it out of the sources"),
    ),
    "not-text-inside": (
        Severity.WARNING,
        N_("is left out, it is no text: {why}"),
        N_("save it as UTF-8, or move it out of the notes' folder"),
    ),
    "left-out-inside": (
        Severity.WARNING,
        N_("'{name}' in it is left out: {why}"),
        N_("pack the file itself, under a name of its own"),
    ),
    "empty-folder": (
        Severity.ERROR,
        N_("has no note"),
        N_(
            "put notes (*.md, *.docx) into it, or name another folder; what is left out by "
            "'exclude', .deckignore or .gitignore does not count"
        ),
    ),
    "unread": (
        Severity.NOTICE,
        "{what}",
        N_(
            "to read it all the same, name the folder itself, or put '!' and its name into "
            "'exclude'"
        ),
    ),
    "fault": (
        Severity.ERROR,
        N_("deckbuilder itself fails on this note, in the step '{step}': {why}"),
        N_(
            "that is a fault of deckbuilder and not of the note: report it with the lines that "
            "--debug shows, and the note if you may; until then leave the note out of the "
            "sources"
        ),
    ),
    "front-matter": (
        Severity.WARNING,
        N_("front matter: it is not used, as it is no {form}: {why}"),
        N_("put a value with marks of its own into quotes, or mend the line"),
    ),
    "front-matter-unseen": (
        Severity.WARNING,
        N_("front matter: '{key}' {why}; it is left out"),
        N_("take it out of the line"),
    ),
    "front-matter-value": (Severity.WARNING, N_("front matter: {why}, and not used"), "{hint}"),
    "front-matter-skip": (
        Severity.WARNING,
        N_("the note is left out; front matter: {why}"),
        "{hint}",
    ),
    "font": (Severity.ERROR, N_("cannot be used as a font: {why}"), "{hint}"),
    "no-cards": (
        Severity.ERROR,
        N_("no note has anything that becomes a card"),
        N_("write terms with their definitions, lists under a heading, comparisons"),
    ),
    "note-without-cards": (
        Severity.WARNING,
        N_("nothing in this note becomes a card"),
        N_("write terms with their definitions, or set 'skip: true' in its front matter"),
    ),
    "long-list": (
        Severity.WARNING,
        N_("'{name}' is a list of {number} items: too many to be asked for on one card"),
        N_("divide it, under a heading for each part"),
    ),
    "same-note": (
        Severity.WARNING,
        N_("has the same text as {first}: it gives no cards of its own"),
        N_("leave one of the two out of the sources, or set 'skip: true' in its front matter"),
    ),
    "same-card": (
        Severity.NOTICE,
        N_("'{name}' is asked and answered just as at {first}: the deck has it once"),
        N_("nothing has to be done; say it in one place alone if it is to be kept up"),
    ),
    "language": (
        Severity.NOTICE,
        N_("{number} in another language than {languages}, left out: {first}"),
        N_("name all languages that are to be read in the settings: languages = {all}"),
    ),
    "many-cards": (
        Severity.NOTICE,
        N_(
            "{number} cards are in the deck: at Anki's twenty new ones a day, they take {days} days"
        ),
        N_(
            "make fewer kinds of cards ([cards] in the settings), or several decks, each with "
            "settings of its own (--config)"
        ),
    ),
    "pin-name": (
        Severity.WARNING,
        N_("'{name}' cannot be an id, and the note beside it has none"),
        N_("write one word without blanks: <!-- id: {like} -->"),
    ),
    "pin-twice": (
        Severity.ERROR,
        N_("the id '{name}' is given twice, first at {first}"),
        N_("give each note an id of its own, or none"),
    ),
    "pin-nothing": (
        Severity.WARNING,
        N_("the id '{name}' stands beside nothing that becomes a card"),
        N_("put it at the end of the line that names the term, or on a line of its own above it"),
    ),
    "comment-word": (
        Severity.WARNING,
        N_("'<!-- deckbuilder: {said} -->' says nothing that deckbuilder knows"),
        N_(
            "did you mean '{like}'? Write skip, kind=definition (or list, comparison, question, "
            "none), or ignore and the code of a remark"
        ),
    ),
    "comment-kind": (
        Severity.WARNING,
        N_("'<!-- deckbuilder: {said} -->' names no kind of card"),
        N_(
            "did you mean 'kind={like}'? The kinds are definition, list, comparison, question, and "
            "none for no card"
        ),
    ),
    "comment-code": (
        Severity.WARNING,
        N_("'<!-- deckbuilder: {said} -->' names no code of a remark: it leaves nothing out"),
        "{hint}",
    ),
    "comment-nothing": (
        Severity.WARNING,
        N_("'<!-- deckbuilder: {said} -->' stands beside nothing"),
        N_(
            "put it at the end of the line that it is about, on a line of its own above that, or "
            "right below a heading"
        ),
    ),
    "comment-reading": (
        Severity.WARNING,
        N_("'<!-- deckbuilder: {said} -->': what stands there cannot be asked so"),
        N_(
            "give it a name and what that kind needs: a text for a definition, items for a list, "
            "described members for a comparison, an answer for a question"
        ),
    ),
    "choice-gone": (
        Severity.WARNING,
        N_("what was chosen here is about nothing any more: the {kind} '{term}' of '{file}'"),
        N_("take the line out, or choose anew: deckbuilder choose"),
    ),
    "choice-name": (
        Severity.WARNING,
        N_("'{term}' is not called '{name}': these words do not stand in {path}"),
        N_("write them there, or choose another name: deckbuilder choose {path}"),
    ),
    "choice-kind": (
        Severity.WARNING,
        N_("'{term}' cannot be asked as a {kind}, as it was chosen: it is asked as it is read"),
        N_("take that back, or write in the note what the kind needs"),
    ),
    "missing-media": (
        Severity.WARNING,
        N_("there is no file '{address}'"),
        N_("put it into the notes' folder, or mend the address"),
    ),
    "embed": (Severity.WARNING, N_("'{name}' is not embedded: {why}"), "{hint}"),
    "embed-long": (
        Severity.NOTICE,
        N_("'{name}' is not embedded: it is too much for a card"),
        N_("embed a section or a block of it: ![[노트#절]]"),
    ),
    "remote-media": (
        Severity.WARNING,
        N_("'{address}' is on the web: the card shows it only online"),
        N_("save it into the notes' folder and name it by its path"),
    ),
    "outside-media": (
        Severity.WARNING,
        N_("'{address}' is left out, it is outside the notes' folder '{folder}'"),
        N_("build the folder that holds both, or copy the file into '{folder}'"),
    ),
    "media-folder": (Severity.WARNING, N_("'{address}' is a folder"), N_("name a file in it")),
    "media-special": (
        Severity.WARNING,
        N_("'{address}' is no regular file"),
        N_("put a picture, a sound or a film in its place"),
    ),
    "media-type": (
        Severity.WARNING,
        N_("'{address}' is no picture, sound or film that Anki knows"),
        N_("save it as one of {types}"),
    ),
    "media-empty": (Severity.WARNING, N_("'{address}' is an empty file"), N_("save it once more")),
    "media-large": (
        Severity.WARNING,
        N_("'{address}' is larger than the 100 MiB that Anki takes"),
        N_("make it smaller, or cut it into pieces"),
    ),
    "media-unreadable": (Severity.WARNING, N_("'{address}' cannot be read: {why}"), "{hint}"),
    "media-broken": (
        Severity.WARNING,
        N_("'{address}' holds no picture: {why}"),
        N_("save the picture as a file and name it by its path"),
    ),
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
    message, hint = CODES[code][1:]
    return Diagnostic(code, span, _(message).format(**values), _(hint).format(**values))
