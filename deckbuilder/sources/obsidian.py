"""A vault of Obsidian: notes that link to each other and embed each other, with its settings.

https://help.obsidian.md tells what links, embeds and properties mean; in `.obsidian` lie the
settings, of which templates and attachments matter here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from deckbuilder.model import composed
from deckbuilder.regular import expression
from deckbuilder.sources import embeds, frontmatter
from deckbuilder.sources.folder import Folder
from deckbuilder.sources.sections import Sections
from deckbuilder.sources.source import Entry, Markdown, NotTextError, Project
from deckbuilder.sources.store import Store
from deckbuilder.sources.tree import Beside

SETTINGS = ".obsidian"
# The file, and the key in it, that name the folder of templates: of Obsidian, of Templater.
TEMPLATES = (
    ("templates.json", "folder"),
    ("plugins/templater-obsidian/data.json", "templates_folder"),
)
DRAWING = expression(r"^excalidraw-plugin[ \t]*:", re.M)
NOTE = ".md"  # Obsidian opens no notes of another name
PICTURES = (".svg", ".png", ".light.svg", ".light.png")


class Vault(Folder):
    """A folder that `.obsidian` lies in, and all below it."""

    def __init__(self, path: Path, root: Path, project: Project, store: Store) -> None:
        super().__init__(path, root, project, store)
        self._known: dict[Path, Sections | None] = {}
        self._called: dict[tuple[str, Path], Path | None] = {}

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The nearest folder that has settings of Obsidian: also for a note, or a folder, in it."""
        return cls.above(path, store, lambda folder: store.is_folder(folder / SETTINGS))

    # --- its settings -----------------------------------------------------------------------------

    @property
    def left_out(self) -> Sequence[str]:
        """Its templates, and drawings, whose text is no student's."""
        named = (self._setting(*where) for where in TEMPLATES)
        folders = (folder.strip("/ ") for folder in named)
        return ("*.excalidraw.md", *(f"/{_literal(folder)}/" for folder in folders if folder))

    @cached_property
    def _attachments(self) -> str:
        """The folder for attachments: below the root, or, with `./` in front, below the note's."""
        return self._setting("app.json", "attachmentFolderPath")

    def _setting(self, file: str, key: str) -> str:
        """A text in a file of settings; empty where there is none that Obsidian could read."""
        try:
            found: Any = json.loads(self.store.read(self.root / SETTINGS / file))
        except (OSError, ValueError, RecursionError):
            return ""
        value = found.get(key) if isinstance(found, Mapping) else None
        return composed(value) if isinstance(value, str) else ""

    # --- its notes --------------------------------------------------------------------------------

    def markdown(self, entry: Entry) -> Markdown:
        """A note with the text of what it embeds; a drawing is none."""
        plain = super().markdown(entry)
        front, _ = frontmatter.read(plain.text, entry.path)
        head = front.span.last if front.span else 0
        lines = plain.text.split("\n", head)
        if DRAWING.search("\n".join(lines[:head])):
            return Markdown("---\nskip: true\n---\n")
        if "![" not in plain.text:
            return plain
        found = embeds.put_in(plain.text, entry, self, head)
        if found.text == plain.text:
            return replace(plain, said=found.said)
        return replace(
            plain, text=found.text, rows=found.rows, embedded=found.lines, said=found.said
        )

    def tag(self, name: str) -> str:
        """Tags have levels: `#cs/os`."""
        return name.replace("/", "::")

    def files(self, entry: Entry) -> Beside:
        """All that lies in the outermost folder around it; the folder for attachments first."""
        found = self.store.tree(self.root).beside(entry.file.parent)
        folder = self._attachments
        if not folder:
            return found
        root = found.folder if folder.startswith("./") else self.store.real(self.root)
        return replace(found, first=root / folder.lstrip("./"))

    def address(self, entry: Entry) -> str:
        """Where Obsidian opens it, by the name of the vault; it opens nothing in an archive."""
        if self.on_disk(entry) is None:
            return ""
        root = self.store.real(self.root)
        below = (self.store.real(entry.file.parent) / entry.file.name).relative_to(root)
        path = composed(below.as_posix()).removesuffix(NOTE)
        vault, file = (quote(name, safe="") for name in (composed(root.name), path))
        return f"obsidian://open?vault={vault}&file={file}"

    # --- what they embed --------------------------------------------------------------------------

    def note(self, name: str, entry: Entry) -> Entry | None:
        """The note of a name, as another one calls it; the nearest one comes first."""
        key = name.removesuffix(NOTE) + NOTE, entry.file.parent
        if key not in self._called:
            found = super().files(entry).find(key[:1])
            self._called[key] = found.path if found and found.inside else None
        file = self._called[key]
        return None if file is None else replace(entry, path=str(file), file=file)

    def sections(self, entry: Entry) -> Sections | None:
        """The text of a note without its front matter; None where it cannot be read."""
        if entry.file not in self._known:
            try:
                text = super().markdown(entry).text
            except (OSError, NotTextError):
                self._known[entry.file] = None
            else:
                front, _ = frontmatter.read(text, entry.path)
                self._known[entry.file] = Sections(front.body)
        return self._known[entry.file]

    def picture(self, name: str, entry: Entry) -> str | None:
        """The picture beside a drawing that the plugin exports."""
        names = (name + end for end in PICTURES)
        return next((one for one in names if self.files(entry).find((one,))), None)


def _literal(path: str) -> str:
    """A path as a rule of gitignore's that means nothing else."""
    return re.sub(r"[\\*?\[\]!# ]", r"\\\g<0>", path)
