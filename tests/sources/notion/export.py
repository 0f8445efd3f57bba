# ruff: noqa: E501 - Notion writes a page in one line
"""What Notion exports of a few pages, in both forms, and the notes that these are.

Written in the shape of real exports: a page is a file with its id behind its name, what lies below
it a folder of the same name and id; addresses are percent-encoded, and their letters decomposed
where the export was made on macOS.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import quote

from tests.support.media import png

Files = Mapping[str, str | bytes]
Form = Literal["NFC", "NFD"]
FOLDER = "Export-3f0c6a52-1b7d-4c9e-8a14-5d2e7b90c6f1"
LINK = re.compile(r"<<(.+?)>>")

# --- as notes -------------------------------------------------------------------------------------

STREAM = """# 물길

둑은 물을 막으려고 쌓은 **언덕**이다.

## 여울

물살이 세고 얕은 곳이다. 식으로는 $v = d / t$ 이다.

![물살](<<물길/그림 1.png>>)

## 물길의 특징

- 굽이진 곳에서는 바깥쪽이 깊다.
- 비가 오면 물이 붇는다.
- 흙을 나른다.

## 소와 늪의 차이

| 기준 | 소 | 늪 |
| --- | --- | --- |
| 깊이 | 깊다 | 얕다 |
| 물살 | 느리다 | 거의 없다 |
"""
TERMS = """| 이름 | 뜻 |
| --- | --- |
| 보 | 물을 가두려고 냇물에 쌓은 것 |
| 무자위 | 물을 높은 데로<br>퍼 올리는 기구 \\| 손이나 발로 돌린다 |
| 물꼬 | 논에 물이 넘나들도록 만든 "어귀", 여닫을 수 있다 |
"""
WEIR = """---
tags: [농사, 여름 일]
---
# 보

## 보의 종류

- **나무보**: 통나무를 가로질러 만든 것
- **돌보**: 돌을 쌓아 만든 것
"""
KINDS = """| 이름 | 깊이 | 사는 것 |
| --- | --- | --- |
| 못 | 얕다 | 붕어 |
| 호수 | 깊다 | 잉어 |
"""
NOTES: Files = {
    "물길.md": STREAM,
    "물길/그림 1.png": png(),
    "물길/낱말.md": TERMS,
    "물길/낱말/보.md": WEIR,
    "물길/고인 물.md": KINDS,
}

# --- as Markdown & CSV ----------------------------------------------------------------------------

BANK = "둑은 물을 막으려고 쌓은 **언덕**이다.\n"
BOXED = f"""<aside>
💡 {BANK}
</aside>

[낱말](<<물길/낱말.csv>>)

[할 일](<<물길/할 일.csv>>)
"""
MARKDOWN: Files = {
    "물길.md": STREAM.replace(BANK, BOXED),
    "물길/그림 1.png": png(),
    # What its author sees: fewer rows, fewer columns.
    "물길/낱말.csv": "\ufeff이름,뜻\r\n보,물을 가두려고 냇물에 쌓은 것\r\n",
    "물길/낱말_all.csv": (
        "\ufeff이름,뜻,생성일,태그,외움\r\n"
        '보,물을 가두려고 냇물에 쌓은 것,2024년 3월 4일 오후 2:15,"농사, 여름 일",Yes\r\n'
        '무자위,"물을 높은 데로\n퍼 올리는 기구 | 손이나 발로 돌린다",2024년 3월 5일,,No\r\n'
        '물꼬,"논에 물이 넘나들도록 만든 ""어귀"", 여닫을 수 있다",2024년 3월 6일,농사,No\r\n'
    ),
    "물길/낱말/보.md": (
        "# 보\n\n뜻: 물을 가두려고 냇물에 쌓은 것\n생성일: 2024년 3월 4일 오후 2:15\n"
        "외움: Yes\n태그: 농사, 여름 일\n" + WEIR.partition("# 보\n")[2]
    ),
    "물길/낱말/물꼬.md": (
        '# 물꼬\n\n뜻: 논에 물이 넘나들도록 만든 "어귀", 여닫을 수 있다\n'
        "생성일: 2024년 3월 6일\n외움: No\n태그: 농사\n"
    ),
    "물길/고인 물.csv": (
        "\ufeff이름,깊이,사는 것,관련\r\n"
        "못,얕다,붕어 (<<물길/고인 물/못.md>>),https://example.kr/못\r\n"
        "호수,깊다,잉어,\r\n"
    ),
    "물길/할 일.csv": (
        "\ufeff이름,날짜,완료,태그\r\n둑 살피기,2024/03/04,Yes,집\r\n물꼬 트기,2024/03/05,No,집\r\n"
    ),
}

# --- as HTML --------------------------------------------------------------------------------------

HEAD = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>'
    "<title>{name}</title><style>\n/* 글꼴 */ .katex {{ color: red }}\n</style></head><body>"
    '<article id="1590080a-a5a3-8024-88c2-e857dea7aa7d" class="page sans"><header>'
    '<div class="page-header-icon undefined"><span class="icon">💧</span></div>'
    '<h1 class="page-title">{name}</h1><p class="page-description"></p>{properties}</header>'
    '<div class="page-body">{body}</div></article>'
    '<span class="sans" style="font-size:14px;padding-top:2em"></span></body></html>'
)
TITLE = '<th><span class="icon property-icon"><svg viewBox="0 0 16 16"><path d="M0"></path></svg></span>'
STREAM_HTML = (
    '<figure class="block-color-gray_background callout" style="display:flex" id="a1"><div '
    'style="font-size:1.5em"><span class="icon">💡</span></div><div style="width:100%"><p id="a2" '
    'class="">둑은 물을 막으려고 쌓은 <strong>언덕</strong>이다.</p></div></figure>'
    '<figure id="a3" class="link-to-page"><a href="<<물길/낱말.html>>"><span class="icon">📕</span>'
    '낱말</a></figure><h2 id="a4" class="">여울</h2><p id="a5" class="">물살이 세고 얕은 '
    '<mark class="highlight-blue">곳</mark>이다. 식으로는 <style>@import url("katex.css")</style>'
    '<span data-token-index="0" contenteditable="false" class="notion-text-equation-token">'
    '<span></span><span><span class="katex"><span class="katex-mathml"><math><semantics><mrow>'
    '<mi>v</mi></mrow><annotation encoding="application/x-tex">v = d / t</annotation></semantics>'
    '</math></span><span class="katex-html" aria-hidden="true">v=d/t</span></span></span></span> '
    '이다.</p><figure id="a6" class="image"><a href="<<물길/그림 1.png>>"><img style="width:288px" '
    'src="<<물길/그림 1.png>>"/></a><figcaption>물살</figcaption></figure><details open=""><summary '
    'style="font-weight:600;font-size:1.5em;line-height:1.3;margin:0">물길의 특징</summary><div '
    'class="indented"><ul id="a7" class="bulleted-list"><li style="list-style-type:disc">굽이진 '
    '곳에서는 바깥쪽이 깊다.</li></ul><ul id="a8" class="bulleted-list"><li '
    'style="list-style-type:disc">비가 오면 물이 붇는다.</li></ul><ul id="a9" '
    'class="bulleted-list"><li style="list-style-type:disc">흙을 나른다.</li></ul></div></details>'
    '<h2 id="b1" class="">소와 늪의 차이</h2><table id="b2" class="simple-table"><thead '
    'class="simple-table-header"><tr id="b3"><th id="b4">기준</th><th id="b5">소</th><th>늪</th></tr>'
    '</thead><tbody><tr id="b6"><td id="b7" class="">깊이</td><td>깊다</td><td>얕다</td></tr>'
    "<tr><td>물살</td><td>느리다</td><td>거의 없다</td></tr></tbody></table>"
)
TERMS_HTML = (
    '<div id="c1" class="collection-content"><h4 class="collection-title">낱말</h4><table '
    f'class="collection-content"><thead><tr>{TITLE}이름</th>{TITLE}뜻</th>{TITLE}태그</th>{TITLE}외움'
    '</th></tr></thead><tbody><tr id="c2"><td class="cell-title"><a href="<<물길/낱말/보.html>>">보</a>'
    '</td><td class="cell-a">물을 가두려고 냇물에 쌓은 것</td><td class="cell-b"><span '
    'class="selected-value select-value-color-blue">농사</span></td><td class="cell-c"><div '
    'class="checkbox checkbox-on"></div></td></tr><tr><td class="cell-title">무자위</td><td>물을 높은 '
    '데로<br/>퍼 올리는 기구 | 손이나 발로 돌린다</td><td></td><td><div class="checkbox checkbox-off">'
    '</div></td></tr><tr><td class="cell-title">물꼬</td><td>논에 물이 넘나들도록 만든 &quot;어귀&quot;, '
    '여닫을 수 있다</td><td></td><td><div class="checkbox checkbox-off"></div></td></tr></tbody>'
    "</table></div>"
)
WEIR_PROPERTIES = (
    '<table class="properties"><tbody><tr class="property-row property-row-text"><th><span '
    'class="icon property-icon"></span>뜻</th><td>물을 가두려고 냇물에 쌓은 것</td></tr><tr '
    'class="property-row property-row-multi_select"><th><span class="icon property-icon"></span>태그'
    '</th><td><span class="selected-value select-value-color-blue">농사</span><span '
    'class="selected-value select-value-color-red">여름 일</span></td></tr></tbody></table>'
)
WEIR_HTML = (
    '<h2 id="d1" class="">보의 종류</h2><ul id="d2" class="bulleted-list"><li '
    'style="list-style-type:disc"><strong>나무보</strong>: 통나무를 가로질러 만든 것</li></ul><ul '
    'id="d3" class="bulleted-list"><li style="list-style-type:disc"><strong>돌보</strong>: 돌을 쌓아 '
    "만든 것</li></ul>"
)


def _page(name: str, body: str, properties: str = "") -> str:
    return HEAD.format(name=name, body=body, properties=properties)


HTML: Files = {
    "물길.html": _page("물길", STREAM_HTML),
    "물길/그림 1.png": png(),
    "물길/낱말.html": _page("낱말", TERMS_HTML),
    "물길/낱말.csv": MARKDOWN["물길/낱말.csv"],
    "물길/낱말/보.html": _page("보", WEIR_HTML, WEIR_PROPERTIES),
    "물길/고인 물.csv": MARKDOWN["물길/고인 물.csv"],
}

# --- with ids -------------------------------------------------------------------------------------


def exported(files: Files, seed: str = "", form: Form = "NFC") -> dict[str, str | bytes]:
    """An export of these pages: ids behind names, addresses as Notion writes them."""
    return {
        unicodedata.normalize(form, _named(path, seed)): _linked(content, path, seed, form)
        for path, content in files.items()
    }


def plain(files: Files) -> dict[str, str | bytes]:
    """The notes themselves, as somebody would have written them."""
    return {path: _linked(content, path, None, "NFC") for path, content in files.items()}


def zipped(files: Files) -> bytes:
    """An archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def _named(path: str, seed: str | None) -> str:
    if seed is None:
        return path
    parts: list[str] = []
    for part in PurePosixPath(path).parts:
        stem, dot, suffix = part.partition(".")
        stem, all_, _ = stem.partition("_all")
        own = "/".join([*PurePosixPath(path).parts[: len(parts)], stem])
        number = hashlib.md5(f"{seed}{own}".encode()).hexdigest()
        is_page = suffix in {"", "md", "csv", "html"}
        parts.append(f"{stem} {number}{all_}{dot}{suffix}" if is_page else part)
    return "/".join(parts)


def _linked(content: str | bytes, path: str, seed: str | None, form: Form) -> str | bytes:
    if isinstance(content, bytes):
        return content
    here = _named(path, seed).rpartition("/")[0]

    def address(found: re.Match[str]) -> str:
        below = _named(found[1], seed).removeprefix(f"{here}/")
        return quote(unicodedata.normalize(form, below))

    return LINK.sub(address, content)
