"""Notes that show what the build tells of, where a note can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DIKE = "### 둑\n물을 막으려고 쌓은 언덕이다.\n"


@dataclass(frozen=True, slots=True)
class Example:
    """A note that a code is told of, and one that it is not; files beside them with their sizes."""

    bad: str
    good: str
    beside: Mapping[str, int] = field(default_factory=dict)


# 201 names, as no list that anybody learns has.
_MANY = "".join(
    f"- {a}{b}새\n"
    for a in "가나다라마바사아자차카타파하거너"
    for b in "고노도로모보소오조초코토포"
)
_PINNED = "### 둑 <!-- id: 둑 -->\n물을 막으려고 쌓은 언덕이다.\n\n"
_SEEN = "### 둑\n물을 막으려고 쌓은 언덕이다.\n\n![둑]({})\n"

EXAMPLES: Mapping[str, Example] = {
    "front-matter": Example(
        f"---\ntags: [둑, 물길\n---\n\n{DIKE}", f"---\ntags: [둑, 물길]\n---\n\n{DIKE}"
    ),
    "front-matter-value": Example(
        f"---\ntitle: [둑, 물길]\n---\n\n{DIKE}", f"---\ntitle: 둑과 물길\n---\n\n{DIKE}"
    ),
    "front-matter-skip": Example(
        f"---\nskip: 글쎄\n---\n\n{DIKE}", f"---\nskip: false\n---\n\n{DIKE}"
    ),
    "no-cards": Example("봄이면 물이 불었다가 여름에 다시 줄었다.\n", DIKE),
    "long-list": Example(
        f"### 물새의 종류\n\n{_MANY}", "### 물새의 종류\n\n- 고니\n- 저어새\n- 왜가리\n"
    ),
    "same-card": Example(
        f"## 강\n\n{DIKE}\n## 바다\n\n{DIKE}",
        f"## 강\n\n{DIKE}\n## 바다\n\n### 방파제\n파도를 막는 둑이다.\n",
    ),
    "pin-name": Example(
        "### 둑 <!-- id: 물 막이 -->\n물을 막으려고 쌓은 언덕이다.\n",
        "### 둑 <!-- id: 물막이 -->\n물을 막으려고 쌓은 언덕이다.\n",
    ),
    "pin-twice": Example(
        f"{_PINNED}### 물길 <!-- id: 둑 -->\n물이 흐르는 길이다.\n",
        f"{_PINNED}### 물길 <!-- id: 물길 -->\n물이 흐르는 길이다.\n",
    ),
    "pin-nothing": Example(
        f"{DIKE}\n봄이면 물이 불었다.\n\n여름에는 줄었다. <!-- id: 여름 -->\n",
        "### 둑 <!-- id: 여름 -->\n물을 막으려고 쌓은 언덕이다.\n",
    ),
    "comment-word": Example(
        "### 둑 <!-- deckbuilder: skp -->\n물을 막는 언덕이다.\n",
        f"### 물길 <!-- deckbuilder: skip -->\n물이 흐르는 길이다.\n\n{DIKE}",
    ),
    "comment-kind": Example(
        "### 둑 <!-- deckbuilder: kind=term -->\n물을 막는 언덕이다.\n",
        "### 둑 <!-- deckbuilder: kind=definition -->\n물을 막는 언덕이다.\n",
    ),
    "comment-code": Example(
        f"<!-- deckbuilder: ignore speling -->\n{DIKE}",
        f"<!-- deckbuilder: ignore spelling -->\n{DIKE}",
    ),
    "comment-nothing": Example(
        f"{DIKE}\n<!-- deckbuilder: ignore spelling -->\n",
        f"<!-- deckbuilder: ignore spelling -->\n{DIKE}",
    ),
    "missing-media": Example(_SEEN.format("뚝.png"), _SEEN.format("둑.png"), {"둑.png": 900}),
    "remote-media": Example(
        _SEEN.format("https://example.org/둑.png"), _SEEN.format("둑.png"), {"둑.png": 900}
    ),
    "media-type": Example(
        _SEEN.format("둑.psd"), _SEEN.format("둑.png"), {"둑.png": 900, "둑.psd": 900}
    ),
    "media-empty": Example(
        _SEEN.format("둑.gif"), _SEEN.format("둑.png"), {"둑.png": 900, "둑.gif": 0}
    ),
    "media-broken": Example(
        _SEEN.format("data:image/png;base64,A"), _SEEN.format("둑.png"), {"둑.png": 900}
    ),
}
