"""markdown-anki-decks, in an environment of its own: it needs a click that we have left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

WANTED = ("markdown-anki-decks==1.1.1", "click<8.2")


def program(folder: Path) -> Path:
    """Its command; its environment is made in the folder where it is not there."""
    command = folder / "bin" / "mdankideck"
    if not command.exists():
        print("Installing markdown-anki-decks ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        pip = ("-m", "pip", "-qq", "--disable-pip-version-check", "install", *WANTED)
        subprocess.run([folder / "bin" / "python", *pip], check=True)
    return command
