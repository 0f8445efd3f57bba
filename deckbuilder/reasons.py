"""Why a block became no card, or a unit is not made: what became of a note's lines, in words."""

from __future__ import annotations

from deckbuilder.language import N_

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
    "rest": N_("what no card shows of a line, though one shows another part of it"),
    "offered": N_('what may be worth a card, and is made with take = "many"'),
}

# What makes a unit less sure, and what to do so that it is made with take = "few"; each is a key of
# `Unit.caveats`.
CAVEATS: dict[str, tuple[str, str]] = {
    "told": (
        N_("its answer tells what somebody did or felt"),
        N_("say what is so, whoever did it"),
    ),
    "long-name": (N_("its name has four words or more"), N_("name it in fewer")),
    "long": (N_("its answer is long"), N_("answer it in a few sentences")),
    "no-korean": (N_("its answer has no Korean"), N_("say in Korean what it is")),
    "formulas": (N_("its answer holds many formulas"), N_("ask for each of them")),
    "asks": (N_("its answer asks something"), N_("answer that, too")),
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
    "opinion": (
        N_("said by the way in a text of what its writer thinks or did"),
        N_("name it in a heading, and say in its first sentence what it is"),
    ),
    "alone": (
        N_("stands alone in a long text that names little else to learn"),
        N_("put what is to be known into a note of its own, or name it as `용어 : 정의`"),
    ),
    "project": (
        N_("is of a project: a plan, a guide for those who work on it, what was built"),
        N_("put what is to be known into a note of its own"),
    ),
    "phrase": (
        N_("its name is a phrase, in a note that is mostly formulas, code or another language"),
        N_("name it in a word or two, and write another name of it in brackets"),
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
    "repeats": (
        N_("its answer only says its name again"),
        N_("say in a sentence what it is"),
    ),
    "asking": (N_("its answer asks in turn"), N_("answer it in a sentence")),
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
