"""How this deckbuilder came here, so that it can be installed elsewhere just as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

DISTRIBUTION = "deckbuilder-ko"
BESIDE = ".github"


@dataclass(frozen=True, slots=True)
class Installed:
    """What `pipx install` is given in the project's workflow.

    Attributes:
        what: a name with its version, an address, or a wheel in the project itself.
        wheel: the wheel to copy there.
        missing: whether the wheel has to be put there by hand.
    """

    what: str
    wheel: Path | None = None
    missing: bool = False


def installed() -> Installed:
    """How this one was installed: installers leave a note of it (PEP 610), unless by its name."""
    distribution = metadata.distribution(DISTRIBUTION)
    note = distribution.read_text("direct_url.json")
    return as_noted(note, distribution.version)


def as_noted(note: str | None, version: str) -> Installed:
    """How a version was installed, by the note of it.

    Args:
        note: the text of direct_url.json; None where an index was asked for the name.
        version: of the distribution.
    """
    if note is None:
        return Installed(f"{DISTRIBUTION}=={version}")
    found = json.loads(note)
    url = urlsplit(found["url"])
    if "vcs_info" in found:
        vcs = found["vcs_info"]
        return Installed(f"{vcs['vcs']}+{found['url']}@{vcs['commit_id']}")
    if url.scheme in ("https", "http"):
        return Installed(found["url"])
    wheel = Path(url2pathname(url.path))
    if wheel.suffix == ".whl" and wheel.is_file():
        return Installed(f"{BESIDE}/{wheel.name}", wheel)
    name = f"{DISTRIBUTION.replace('-', '_')}-{version}-py3-none-any.whl"
    return Installed(f"{BESIDE}/{name}", missing=True)
