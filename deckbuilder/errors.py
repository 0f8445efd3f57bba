"""The one base of what ends a command with a message."""

from __future__ import annotations


class DeckbuilderError(Exception):
    """Something that the maintainer has to mend, or to decide, before a command can do its work.

    Its text says, in the maintainer's language, what is wrong and what to do; `cli` prints it and
    ends with the exit code of wrong usage or configuration. What is wrong in one of the notes is a
    `Diagnostic`, and no error: the others are read all the same.
    """
