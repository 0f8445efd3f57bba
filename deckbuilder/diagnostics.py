"""What there is to say about the notes: diagnostics, and why a block became no card."""

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

# Why a block became no part of a unit; each is a key of `LeftOut.reason`.
REASONS: dict[str, str] = {
    "front-matter": N_("front matter"),
    "skipped": N_("left out by its author: <!-- deckbuilder: skip -->"),
    "author": N_("left out by its author's choice"),
    "off": N_("what a habit finds that is switched off: [habits] in the settings"),
    "comment": N_("an HTML comment"),
    "break": N_("a thematic break"),
    "markup": N_("markup without words"),
    "reference": N_("a link reference definition"),
    "footnote": N_("a footnote, shown on the cards that refer to it"),
    "navigation": N_("links to other places: contents, navigation"),
    "sources": N_("contents, sources, tasks: nothing to learn from"),
    "placeholder": N_("a placeholder"),
    "chatter": N_("talk about the note itself"),
    "example": N_("an example of nothing in particular"),
    "image": N_("an image by itself"),
    "code": N_("code that no term explains"),
    "heading": N_("a heading whose parts are cards of their own, or with nothing beneath it"),
    "head": N_("the head of a table"),
    "table": N_("a table that neither defines nor compares"),
    "short": N_("too short to be an answer"),
    "long": N_("too long for one card"),
    "shown": N_("its name says already what it is"),
    "duplicate": N_("said already, on another card"),
    "embedded": N_("embedded from another note, which has cards of its own"),
    "prose": N_("text that neither defines, lists nor compares"),
    "item": N_("list items under no term or topic"),
    "offered": N_('what may be worth a card, and is made with take = "many"'),
}

# What speaks against a unit, and what to do so that it is made by default; each is a key of
# `Unit.doubts`.
DOUBTS: dict[str, tuple[str, str]] = {
    "how-to": (
        N_("tells how something is done once"),
        N_("say in a sentence what it is, without steps"),
    ),
    "place": (
        N_("its name tells a place in the note: a date, a number"),
        N_("name what it is about"),
    ),
    "exercise": (
        N_("an exercise, or of a note that solves some"),
        N_("put what is to be known under a heading, or into a note, of its own"),
    ),
    "example": (
        N_("stands beneath a label that announces examples"),
        N_("put what is to be known by itself under a label of its own"),
    ),
    "fragment": (N_("its name is a piece of a sentence"), N_("name it by a noun")),
    "sign": (N_("its name has no word"), N_("name it by a word, and put the sign behind it")),
    "figures": (
        N_("it compares figures, and hardly a word"),
        N_("say in words what the figures show"),
    ),
    "foreign": (N_("has no word of Korean"), N_("say it in Korean, too")),
    "code": (N_("its answer is code"), N_("say in a sentence what the code does")),
    "reason": (N_("tells why, and not what"), N_("say first what it is")),
    "diary": (
        N_("its note tells of somebody's days"),
        N_("put what is to be known into a note of its own"),
    ),
    "project": (
        N_("is of a project: a plan, a guide for those who work on it, what was built"),
        N_("put what is to be known into a note of its own"),
    ),
    "file": (
        N_("its name is a file's"),
        N_("name what it is about, and let the file be its example"),
    ),
    "link": (N_("its answer is an address"), N_("say in a sentence what is found there")),
    "essay": (
        N_("its answer is too long to be learnt in one go"),
        N_("answer it in a few sentences"),
    ),
    "asking": (N_("its answer asks in turn"), N_("answer it in a sentence")),
    "again": (N_("its answer only says its name again"), N_("say in a sentence what it is")),
    "record": (
        N_("a row of a table of files or posts"),
        N_("put what is to be known into a table, or a list, of its own"),
    ),
    "program": (
        N_("its note is mostly code"),
        N_("put what is to be known into a note of its own"),
    ),
}

# Why a unit that was found is neither made nor offered; each is a key of `Rejected.reason`.
REJECTIONS: dict[str, str] = {
    "unless": N_("stands back behind {other}"),
    "twice": N_("is said already by {other}"),
    "more": N_("is added, with take = many, to {other}"),
    "author": N_("is left out by its author's choice"),
    "off": N_("is not made: its habit is switched off, [habits] in the settings"),
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
