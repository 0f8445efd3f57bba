"""Turns Korean study notes in Markdown into Anki decks."""
