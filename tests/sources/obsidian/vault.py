"""A vault as Obsidian keeps one, and the plain notes that say the same."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.support.media import png
from tests.support.project import Project

STORED = {
    "app.json": {
        "attachmentFolderPath": "첨부",
        "newLinkFormat": "shortest",
        "promptDelete": False,
    },
    "appearance.json": {"theme": "obsidian"},
    "core-plugins.json": {"templates": True, "canvas": True},
    "community-plugins.json": ["templater-obsidian", "obsidian-excalidraw-plugin"],
    "templates.json": {"folder": "틀 [옛]"},
    "plugins/templater-obsidian/data.json": {"command_timeout": 5, "templates_folder": "틀/글"},
    "workspace.json": {"main": {"id": "0123456789abcdef", "type": "split"}},
}
SETTINGS = {f".obsidian/{name}": json.dumps(value, indent=2) for name, value in STORED.items()}

DRAWING = """---

excalidraw-plugin: parsed
tags: [excalidraw]

---
==⚠  Switch to EXCALIDRAW VIEW ==

# Text Elements
둑: 물을 막는 언덕이다. ^x1y2z3A4

%%
## Drawing
```compressed-json
N4KAkARALgngDgUwgLgAQQQDwMYEMA2AlgCYBOuA7hADTgQBuCpAzoQPYB2KqATLZMzYBXUtiRoIACyhQ4
```
%%
"""
TEMPLATE = "---\ncreated: {{date}}\n---\n# {{title}}\n\n## 보\n물을 가두는 둑이다.\n"

RIFFLE = """---
tags:
  - 강/상류
  - "#물살"
aliases:
  - 물여울
  - 여울목(Riffle)
cssclasses:
  - wide-page
publish: false
created: 2026-03-02T09:12
up:
  - "[[강]]"
---
# 여울

강바닥이 얕아 물살이 세게 흐르는 곳이다. ![[여울 사진.png|300]]

## 특징
- 물이 얕다.
- 산소가 많다. ^a1b2c3
- 자갈이 깔려 있다.

## 사는 물고기
쉬리와 꺽지가 자갈 사이에서 산다. ^fish

### 먹이
물벌레를 먹는다.
"""
PLAIN_RIFFLE = """---
tags: ["강::상류", 물살]
---
# 여울(물여울, 여울목, Riffle)

강바닥이 얕아 물살이 세게 흐르는 곳이다. ![|300](../첨부/여울%20사진.png)

## 특징
- 물이 얕다.
- 산소가 많다.
- 자갈이 깔려 있다.

## 사는 물고기
쉬리와 꺽지가 자갈 사이에서 산다.

### 먹이
물벌레를 먹는다.
"""

# It comes before what it embeds, in the order of the deck.
UPPER = """---
tags: 강, 지형
---
# 강의 상류

## 상류
골짜기를 흐르는 [[여울|물살 센 곳]]이 많은 윗부분이다.

## 상류에 사는 물고기
![[여울#사는 물고기]]

## 상류의 특징
> ![[여울#특징]]

바닥이 가파르다.

## 여울
![[여울]]

## 물살
- 소: 깊은 곳이다. [[여울#^fish]]
- 급류: ![[여울#^a1b2c3]]

![[강 그림.excalidraw]]

![[강 지도.canvas]]
"""
PLAIN_UPPER = """---
tags: [강, 지형]
---
# 강의 상류

## 상류
골짜기를 흐르는 물살 센 곳이 많은 윗부분이다.

## 상류에 사는 물고기
쉬리와 꺽지가 자갈 사이에서 산다.

## 상류의 특징
> - 물이 얕다.
> - 산소가 많다.
> - 자갈이 깔려 있다.

바닥이 가파르다.

## 물살
- 소: 깊은 곳이다. 여울
- 급류: 산소가 많다.

![](../첨부/강%20그림.excalidraw.svg)
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>'

NOTES: Mapping[str, str | bytes] = {
    "지형/여울.md": RIFFLE,
    "강/강의 상류.md": UPPER,
    "강/강 지도.canvas": '{"nodes":[{"id":"1","type":"text","text":"둑: 언덕이다."}],"edges":[]}',
    "첨부/여울 사진.png": png(),
    "첨부/강 그림.excalidraw.md": DRAWING,
    "첨부/강 그림.excalidraw.svg": SVG,
    "첨부/옛 그림.md": DRAWING,
    "틀 [옛]/하루.md": TEMPLATE,
    "틀/글/하루.md": TEMPLATE,
    ".trash/버린 것.md": "# 버린 것\n\n## 못\n고인 물이다.\n",
}
PLAIN: Mapping[str, str | bytes] = {
    "지형/여울.md": PLAIN_RIFFLE,
    "강/강의 상류.md": PLAIN_UPPER,
    "첨부/여울 사진.png": png(),
    "첨부/강 그림.excalidraw.svg": SVG,
}


def put(desk: Project, folder: str, notes: Mapping[str, str | bytes]) -> None:
    """Write notes and files into a folder."""
    for name, content in notes.items():
        desk.put(f"{folder}/{name}", content)
