"""Bring the catalogue up to date: `make messages`. It ends with 1 where Korean is lacking."""

from __future__ import annotations

import sys

from tests.messages.catalogue import MO, PO, as_mo, as_po, known, lacking, updated

PO.parent.mkdir(parents=True, exist_ok=True)
PO.write_bytes(as_po(updated()))
MO.write_bytes(as_mo(known()))
missing = lacking(known())
for message in missing:
    sys.stdout.write(f"{PO}: no Korean for: {message!r}\n")
sys.exit(bool(missing))
