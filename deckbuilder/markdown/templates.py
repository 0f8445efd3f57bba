"""What a site's generator puts in the place of: Liquid's and GitBook's tags, Hugo's shortcodes.

It takes:

    {% include toc.html %}    {{ site.title }}    {{< youtube a1 >}}    {{% /notice %}}
    [글]({{ site.baseurl }}/가.html)    ![그림]({{ "/가.png" | relative_url }})
    {% tab title="제목" %} … {% endtab %}    {{% notice tip "제목" %}} … {{% /notice %}}
    {% highlight java %} … {% endhighlight %}    {{< highlight go >}} … {{< /highlight >}}
    {{< figure src="가.png" >}}

A sentence may speak of them: "{% url %} 태그는 …", "{{ 변수 }}를 출력한다".
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from deckbuilder.markdown import boxes, lines, spoken
from deckbuilder.regular import any_of, expression, nameless

_LIQUID = r"\{%-?(?P<liquid>(?:[^%{]|%(?!\})|\{(?![%{]))*+)%\}"
_HUGO = r"\{\{(?P<sign>[<%])(?P<hugo>(?:[^<>%{}]|[<>%](?!\}\})|\{(?!\{)|\}(?!\}))*+)[>%]\}\}"
_VALUE = r"\{\{-?(?P<value>(?:[^{}]|\{(?!\{)|\}(?!\}))*+)\}\}"
TAG = expression(rf"{_HUGO}|{_LIQUID}|{_VALUE}")
_ANY = nameless(TAG.pattern)
ROW = expression(rf"(?:(?:{_ANY})[ \t]*+)++$")
# What the generators know by these names.
_OBJECTS = "site page post include layout content paginator jekyll theme book frontmatter".split()
# A value of the site, or one that is written out or goes through a filter; no variable of a text.
OF_SITE = any_of(
    {
        "page": rf"\s*(?:{'|'.join(_OBJECTS)}|\$frontmatter)\b",
        ".Title": r"\s*\.[A-Z]\w*\b",
        '"물길"': r"\s*[\"'(]",
        "name | upcase": r"\s*\w[\w.-]*\s*\|(?!\|)",
        "base_url": r"\s*[a-z]+[\w.]*_url\b",
    },
    re.I,
)
LOOKED_AT = 80  # characters of a value that tell
QUOTED = any_of(
    {
        '"물길"': r"\"(?P<one>[^\"]*)\"",
        "'물길'": r"'(?P<two>[^']*)'",
        "`물길`": r"`(?P<three>[^`]*)`",
    }
)
FIGURES = frozenset({"figure", "image", "img", "picture", "imgproc", "lightbox"})
SOURCE = expression(
    r"\b(?:src|image_path|path|url|image)\s*=\s*(?:\"(?P<one>[^\"]*)\"|'(?P<two>[^']*)'|(?P<three>[^\s\"'=]+))"
)
CODE = expression(
    r"(?:\{%-?\s*(?:highlight|codeblock)\b(?P<liquid>[^%{}]*)%\}"
    r"|\{\{[<%]\s*highlight\b(?P<hugo>[^<>{}]*)[>%]\}\})"
)
# What ends code, by what may begin it.
CODE_ENDS = {
    "{% highlight": "{% endhighlight %}",
    "{%- highlight": "{%- endhighlight -%}",
    "{% codeblock": "{% endcodeblock %}",
    "{{< highlight": "{{< /highlight >}}",
    "{{<highlight": "{{</highlight>}}",
    "{{% highlight": "{{% /highlight %}}",
}
# What these hold only tells of a file or a page.
LEADS = expression(r"\{%-?\s*(?P<name>embed|content-ref|file|openapi|swagger)\b")
# What these hold are other boxes; a name of theirs is none for a reader.
GROUPS = frozenset({"tabs", "tabpane", "code-tabs", "columns", "steps", "cards", "accordion"})
RAW = expression(r"\{%-?\s*(?:end)?raw\s*-?%\}")


def is_machinery(tag: re.Match[str], behind: str) -> bool:
    """Whether a tag is one of the site's own, and none that a sentence speaks of."""
    if spoken.SAYS.match(behind):
        return False
    return tag["value"] is None or bool(OF_SITE.match(tag["value"], 0, LOOKED_AT))


def without(text: str) -> str:
    """A text without such tags."""
    if "{%" not in text and "{{" not in text:
        return text
    return TAG.sub(
        lambda tag: "" if is_machinery(tag, text[tag.end() : tag.end() + 8]) else tag[0], text
    )


def address(text: str) -> str:
    """An address, its tags replaced by the files that they lead to."""
    return TAG.sub(lambda tag: _leads(tag) if is_machinery(tag, "") else tag[0], text)


def _leads(tag: re.Match[str]) -> str:
    """The file that a tag names: in quotes, or behind `link`, `post_url`, `ref`."""
    said = tag["value"] or tag["liquid"] or tag["hugo"] or ""
    quoted = QUOTED.search(said)
    if quoted:
        return next(filter(None, quoted.groups()), "")
    name, _, rest = said.strip(" -\n").partition(" ")
    return rest.strip(" -") if name in {"link", "post_url", "ref", "relref", "static"} else ""


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a line of nothing but tags: boxes with titles begin and end there."""
    text = lines.line(state, start)
    if not text.startswith(("{%", "{{")) or state.is_code_block(start):
        return False
    if code(state, start, end, silent):
        return True
    found = list(TAG.finditer(text)) if ROW.match(text) else []
    if not found or any(not is_machinery(tag, "") or _figure(tag) for tag in found):
        return False
    if not silent:
        last = _led(state, start, end)
        boxes.put(state, start, last, [part for tag in found if (part := _part(tag))])
    return True


def _led(state: StateBlock, start: int, end: int) -> int:
    """The line behind a tag's: behind what it holds where that only tells of what it leads to."""
    text = lines.line(state, start)
    leads = LEADS.match(text)
    if leads:
        closes = f"{{% end{leads['name']} %}}"
        last = None if closes in text else lines.closing(state, start + 1, end, closes, leads[0])
        return start + 1 if last is None else last + 1
    return start + 1


def _part(tag: re.Match[str]) -> boxes.Opening | boxes.Closing | None:
    """The beginning or the end of a box that a tag is, if it is one with a title."""
    if tag["value"] is not None:
        return None
    said = (tag["liquid"] if tag["hugo"] is None else tag["hugo"]).strip(" -\n")
    name, _, rest = said.partition(" ")
    if tag["hugo"] is not None:
        if said.startswith("/"):
            return boxes.Closing(f"{{{{{said[1:].strip()}")
        if said.endswith("/"):
            return None
        title = boxes.named(rest) or _last(rest)
        return boxes.Opening(f"{{{{{name}", title) if title and name not in GROUPS else None
    if name.startswith("end"):
        return boxes.Closing(f"{{%{name.removeprefix('end')}")
    title = boxes.named(rest) if name != "code" else ""
    return boxes.Opening(f"{{%{name}", title) if title else None


def _last(said: str) -> str:
    """The last of a shortcode's values without names, where it stands in quotes."""
    found = re.search(r"(?<!=)(?:\"(?P<one>[^\"]*)\"|'(?P<two>[^']*)')$", said.strip())
    return (found["one"] or found["two"] or "") if found else ""


def code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Make a fence of what stands between the tags for code."""
    text = lines.line(state, start)
    opening = CODE.match(text)
    opens = next((name for name in CODE_ENDS if text.startswith(name)), None)
    if not opening or not opens:
        return False
    closes, behind = CODE_ENDS[opens], RAW.sub("", text[opening.end() :]).strip()
    last = start if behind.endswith(closes) else None
    if last is None and not behind:
        last = lines.closing(state, start + 1, end, closes, opens)
    if last is None:
        return False
    if silent:
        return True
    rows = state.getLines(start + 1, last, state.sCount[start], keepLastLF=True).split("\n")
    inside = "\n".join(row for row in rows if not (row.strip() and not RAW.sub("", row).strip()))
    token = state.push("fence", "code", 0)
    token.info = (opening["liquid"] or opening["hugo"] or "").strip(" -\"'")
    token.content = inside if last > start else behind.removesuffix(closes).strip() + "\n"
    token.markup, token.map = "```", [start, last + 1]
    state.line = last + 1
    return True


def _figure(tag: re.Match[str]) -> str:
    """The address of the picture that a tag shows; empty for none."""
    said = (tag["hugo"] or tag["liquid"] or "").strip(" -\n")
    name, _, rest = said.partition(" ")
    if name == "include":
        name, _, rest = rest.strip().partition(" ")
        name = name.rpartition("/")[2].partition(".")[0]
    found = SOURCE.search(rest) if name in FIGURES else None
    return (found["one"] or found["two"] or found["three"] or "").strip() if found else ""


def inline(state: StateInline, silent: bool) -> bool:
    """Pass over a tag; show the picture that it shows."""
    if not state.src.startswith(("{%", "{{"), state.pos):
        return False
    found = TAG.match(state.src, state.pos, state.posMax)
    if not found or not is_machinery(found, state.src[found.end() : found.end() + 8]):
        return False
    picture = _figure(found)
    if picture and not silent:
        token = state.push("embed", "", 0)
        token.content, token.meta = "", {"page": picture}
    state.pos = found.end()
    return True


LINK = expression(
    rf"(?P<shown>!?)\[(?P<text>[^\[\]\n]*)\]\((?P<address>(?:{_ANY}"
    r"|[^\s(){}]|\([^\s()]*\))++)(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)"
)


def link(state: StateInline, silent: bool) -> bool:
    """Read a link or a picture whose address holds tags, which have blanks within."""
    if state.src[state.pos] not in "![":
        return False
    found = LINK.match(state.src, state.pos, state.posMax)
    if not found or "{" not in found["address"]:
        return False
    if not silent:
        leads = address(found["address"])
        if found["shown"]:
            token = state.push("embed", "", 0)
            token.content, token.meta = found["text"], {"page": leads}
        else:
            last = state.posMax
            state.push("link_open", "a", 1).attrs = {"href": leads or "#"}
            state.pos, state.posMax = found.start("text"), found.end("text")
            state.md.inline.tokenize(state)
            state.push("link_close", "a", -1)
            state.posMax = last
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read those within a line before CommonMark's links; `beginnings` reads whole lines."""
    md.inline.ruler.before("escape", "template", inline)
    md.inline.ruler.before("link", "template_link", link)
