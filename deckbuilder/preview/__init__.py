"""The cards to look at, in a page of a browser or as text.

templates   what Anki's library makes of templates and fields
reviewer    what its window makes of that: sounds, typing, formulas, pictures
formulas    LaTeX to MathML
data        what the page shows, as JSON
words       what it says by itself
page        the page: HTML, CSS and JavaScript in one, and what it may do
plain       a card as lines of text
server      the page on this machine, as long as notes are written
"""
