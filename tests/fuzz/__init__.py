"""Notes that nobody wrote, to find on what deckbuilder fails:  python -m tests.fuzz

mutations    a note changed as people, editors and conversions change notes, and worse
trial        a note read and planned: what must not happen
shrinking    the few lines of a note on which the same happens
"""
