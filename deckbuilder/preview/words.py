"""What the page says beside the notes and the cards, in the language that is spoken."""

from __future__ import annotations

from deckbuilder.changes import Kind
from deckbuilder.language import N_, _

WORDS = {
    "all decks": N_("all decks"),
    "all kinds": N_("all kinds"),
    "all tags": N_("all tags"),
    "answer": N_("Show the answer"),
    "ask": N_("Hide the answer"),
    "both": N_("Always show the answer"),
    "card": N_("Card"),
    "cards": N_("Cards"),
    "changes": N_("Changes"),
    "choose kind": N_("Another kind"),
    "close": N_("Close"),
    "deck": N_("Deck"),
    "diagnostics": N_("Messages"),
    "empty": N_("No card fits. Take a filter away."),
    "filters": N_("Filters"),
    "flip": N_("turn the card over"),
    "help": N_("Keys"),
    "kind": N_("Kind"),
    "leave": N_("Leave it out"),
    "left by you": N_("left out by you"),
    "left out": N_("left out"),
    "list": N_("List"),
    "lost": N_("The connection to deckbuilder is lost. Start it again to see what you save."),
    "made": N_("cards of the deck"),
    "made and offered": N_("cards and offers"),
    "move": N_("the card before, the next one"),
    "name": N_("The name on the cards"),
    "next": N_("Next card"),
    "night": N_("Night"),
    "no changes": N_("Nothing has changed since the last release."),
    "no diagnostics": N_("There is nothing to say about the notes."),
    "note": N_("Note"),
    "note text": N_("The note's text"),
    "nothing": N_("There is no card yet."),
    "number": N_("{number} of {all}"),
    "offered": N_("offered"),
    "offers": N_("offers"),
    "phone": N_("Phone"),
    "previous": N_("Previous card"),
    "rename": N_("Rename"),
    "search": N_("Search"),
    "search keys": N_("search; Esc goes back to the cards"),
    "shown": N_("{number} cards"),
    "skip": N_("To the cards"),
    "space": N_("Space"),
    "tag": N_("Tag"),
    "take it": N_("Take it"),
    "undo": N_("Take my choice back"),
    "take or leave": N_("take it, leave it out"),
    "this help": N_("these keys"),
    "too large": N_("{name} is too large to be shown here."),
    "updated": N_("Read anew."),
    "what": N_("What to show"),
}

CHANGES = {
    Kind.NEW: N_("new"),
    Kind.RESTORED: N_("back again"),
    Kind.RENAMED: N_("renamed"),
    Kind.MOVED: N_("moved"),
    Kind.CHANGED: N_("changed"),
    Kind.RETIRED: N_("gone"),
}
SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "notice": N_("notice")}


def words() -> dict[str, str]:
    """All of them, by what the page calls them."""
    return {name: _(said) for name, said in WORDS.items()}
