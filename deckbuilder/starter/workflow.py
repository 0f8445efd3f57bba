"""The workflow for GitHub Actions: it checks the notes, builds the deck, publishes it on a tag."""

from __future__ import annotations

from deckbuilder.language import N_, _, spoken

SAID = {
    "head": N_(
        "Checks the notes and builds the deck; on a tag such as v1.0 the deck is published."
    ),
    "what": N_(
        "What to install: deckbuilder's version here is the one that everybody builds with."
    ),
    "deck": N_("Check and build"),
    "install": N_("Install deckbuilder"),
    "check": N_("Check the notes"),
    "build": N_("Build the deck"),
    "notes": N_("Write the release notes"),
    "history": N_("the release notes tell what is new since the last tag"),
    "keep": N_("Keep the deck"),
    "release": N_("Publish the deck"),
    "name": N_("GitHub takes Korean out of the names of files"),
}
# The first release has none to be compared with. Students read this, and they read Korean.
FIRST = "첫 판입니다. 덱 파일(.apkg)을 내려받아 Anki에서 열면 됩니다."

TEMPLATE = """\
# %(head)s
name: deck

on:
  push:
    branches: ["**"]
    tags: ["v*"]
  pull_request:

permissions:
  contents: read

env:
  # %(what)s
  DECKBUILDER: %(installs)s
  DECKBUILDER_LANG: %(language)s

jobs:
  deck:
    name: %(deck)s
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0 # %(history)s
      - name: %(install)s
        run: pipx install "$DECKBUILDER"
      - name: %(check)s
        run: deckbuilder check --format github
      - name: %(build)s
        run: deckbuilder build --locked --output release/deck.apkg
      - name: %(notes)s
        if: startsWith(github.ref, 'refs/tags/')
        run: |
          last=$(git describe --tags --abbrev=0 --match "v*" HEAD^ 2>/dev/null || true)
          if [ -n "$last" ] && git cat-file -e "$last:deckbuilder.lock"; then
            deckbuilder diff "$last" --format markdown >release/notes.md
          else
            echo "%(first)s" >release/notes.md
          fi
      - name: %(keep)s
        uses: actions/upload-artifact@v7
        with:
          name: release
          path: release/
          if-no-files-found: error

  release:
    name: %(release)s
    if: startsWith(github.ref, 'refs/tags/')
    needs: deck
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: actions/download-artifact@v8
        with:
          name: release
      - name: %(release)s
        env:
          GH_TOKEN: ${{ github.token }}
          GH_REPO: ${{ github.repository }}
        run: |
          deck="deck-$GITHUB_REF_NAME.apkg" # %(name)s
          mv deck.apkg "$deck"
          gh release create "$GITHUB_REF_NAME" "$deck" --verify-tag \\
            --title "$GITHUB_REF_NAME" --notes-file notes.md
"""


def text(installs: str) -> str:
    """The file.

    Args:
        installs: what to install, as `pipx install` takes it.
    """
    said = {key: _(value) for key, value in SAID.items()}
    return TEMPLATE % {**said, "first": FIRST, "installs": installs, "language": spoken()}
