"""The page that Anki's window shows cards in, and the files that Anki ships for it.

The package `aqt` carries them: the reviewer's scripts and style sheets, and MathJax with Anki's own
configuration. They are read as files; nothing of aqt is imported, so that no Qt is needed.
"""

from __future__ import annotations

import mimetypes
from functools import cache
from importlib.util import find_spec
from pathlib import Path

ORIGIN = "http://anki.localhost"
HOME = f"{ORIGIN}/"
FILES = f"{ORIGIN}/_anki/"
PHONE, COMPUTER = 360, 1024  # widths of a page in CSS pixels
MOBILE = 600  # narrower pages are a phone's
CANVAS = {False: "#f5f5f5", True: "#2c2c2c"}  # aqt: the window behind the card

# What aqt.webview.AnkiWebView.stdHtml and aqt.reviewer.Reviewer.revHtml make.
PAGE = """<!doctype html>
<html class="{html_class}" dir="ltr" data-bs-theme="{theme}">
<head>
<meta charset="utf-8">
<title>main webview</title>
<link rel="stylesheet" href="/_anki/css/webview.css">
<style>
body {{ zoom: 1; background-color: var(--canvas); }}
html {{ font-family: "Noto Sans", sans-serif; }}
:root, :root[class*=night-mode] {{ --canvas: {canvas} }}
</style>
<link rel="stylesheet" href="/_anki/css/reviewer.css">
</head>
<body class="{body_class}">
<script>window.bridgeCommand = window.pycmd = () => {{}};</script>
<script src="/_anki/js/webview.js"></script>
<script src="/_anki/js/reviewer.js"></script>
<div id="_mark" hidden>&#x2605;</div>
<div id="_flag" hidden>&#x2691;</div>
<div id="qa" dir="auto"></div>
</body>
</html>
"""


def page(width: int, dark: bool) -> str:
    """The empty page; `Browser` puts cards into it by the reviewer's own script."""
    classes = ["mobile"] * (width < MOBILE) + ["night-mode"] * dark
    return PAGE.format(
        html_class=" ".join(classes),
        theme="dark" if dark else "light",
        canvas=CANVAS[dark],
        body_class=body_class(0, dark),
    )


def body_class(ordinal: int, dark: bool) -> str:
    """The classes of `<body>` for a card, as aqt and AnkiDroid set them both."""
    return f"card card{ordinal + 1}" + " nightMode night_mode" * dark


@cache
def web_file(name: str) -> tuple[str, bytes] | None:
    """One of Anki's own web files: its type and content; None if there is no such file."""
    found = find_spec("_aqt")
    assert found is not None
    assert found.submodule_search_locations
    top = Path(found.submodule_search_locations[0], "data", "web")
    return read_below(top, name)


def read_below(folder: Path, name: str) -> tuple[str, bytes] | None:
    """A file of this folder or below: its type and content; None if there is no such file."""
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    kind, _ = mimetypes.guess_type(file.name)
    return kind or "application/octet-stream", file.read_bytes()
