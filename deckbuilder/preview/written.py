"""What the page shows, as JSON: a part that is shown again is not written again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from deckbuilder.model import reckoned_once

JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
# What has a meaning within <script> (html.spec.whatwg.org, "Restrictions for contents of script").
ENDING = re.compile(r"<(?=!--|/?script)", re.I)


class Row(dict[str, Any]):
    """A part of what the page shows, which does not change any more."""

    @reckoned_once
    def written(self) -> bytes:
        """The same as JSON."""
        return _json(self)


def written(shown: Mapping[str, Any]) -> bytes:
    """JSON that may stand in <script>: nothing in it ends that, or begins a comment.

    Args:
        shown: what the page shows, as `data.data` has it.
    """
    said = [b"%s:%s" % (_json(name), _value(value)) for name, value in shown.items()]
    return b"{%s}" % b",".join(said)


def _value(value: Any) -> bytes:
    if not isinstance(value, list):
        return _json(value)
    rows = [one.written if isinstance(one, Row) else _json(one) for one in value]
    return b"[%s]" % b",".join(rows)


def _json(value: Any) -> bytes:
    return ENDING.sub(r"\\u003c", JSON.encode(value)).encode()
