"""Boxes with a title, as sites and editors have them: toggles that are always open.

It takes:

    ::: tip 정사각형 (Square)            of VitePress; in Docusaurus :::tip[정사각형], and without
    네 변의 길이가 같다.                  the kind, ::: 정리 3 (단조 수렴)
    :::

    ::: {.theorem title="단조 수렴"}     of Pandoc and Quarto

    {% tab title="정사각형" %}           of GitBook, to {% endtab %}
    {{% notice tip "정사각형" %}}         of Hugo, to {{% /notice %}}
    <TabItem value="a" label="정사각형">   of MDX, to </TabItem>

Where none of them has a title, what stands within is read as if it stood there alone. What nothing
closes ends before the next heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from deckbuilder.markdown import lines
from deckbuilder.regular import expression

MARK = expression(r"(?P<colons>:{3,})[ \t]*(?P<more>[^:\s].*)?")
KIND = expression(r"\.?[A-Za-z][\w-]*(?=[\s\[]|$)")
BRACES = expression(r"\{(?P<set>[^{}]*)\}")
TITLE = expression(r"\[(?P<title>[^\[\]]*)\]")
NAMED = expression(
    r"(?:^|[\s,{])(?:title|name|summary|label)\s*[=:]\s*(?:\"(?P<one>[^\"]*)\"|'(?P<two>[^']*)')"
)
# One of Docusaurus' leaves: "::youtube[영상]{#id}".
LEAF = expression(r"::[a-z][\w-]*(?:\[[^\]]*\])?\{[^{}]*\}$")
COLONS = ":::"


class Opening(NamedTuple):
    """The beginning of a box: what closes it, and its title."""

    family: str
    title: str = ""


class Closing(NamedTuple):
    """The end of a box."""

    family: str


def named(attributes: str) -> str:
    """The title among attributes: `label="제목" value="a"`."""
    found = NAMED.search(attributes)
    return (found["one"] or found["two"] or "").strip() if found else ""


def colons(text: str) -> Opening | Closing | None:
    """What a line of three colons and more does."""
    found = MARK.fullmatch(text)
    if not found:
        return None
    family, more = found["colons"], found["more"]
    if not more:
        return Closing(family)
    sets, bare = BRACES.search(more), BRACES.sub("", more).strip()
    kind = KIND.match(bare)
    # Pandoc lets colons follow: "::: warning :::". Around other words they set a line.
    if not kind and not sets and more.endswith(COLONS):
        return None
    rest = (bare[kind.end() :] if kind else bare).strip().rstrip(": \t")
    title = TITLE.fullmatch(rest)
    shown = title["title"] if title else rest
    return Opening(family, shown.strip() or (named(sets["set"]) if sets else ""))


def put(state: StateBlock, at: int, end: int, parts: Sequence[Opening | Closing]) -> None:
    """Make the tokens of what these lines begin and end; which belong together `pair` sees."""
    if not parts:
        lines.leave_out(state, at, end)
    for part in parts:
        state.line = end
        _push(state, at, end, part)


def _push(state: StateBlock, at: int, end: int, part: Opening | Closing) -> None:
    if isinstance(part, Closing):
        token = state.push("box_end", "", 0)
    else:
        token = state.push("box_open", "", 1)
        title = state.push("inline", "", 0)
        title.content, title.map, title.children = part.title, [at, end], []
        state.push("box_close", "", -1)
    token.map, token.meta = [at, end], {"family": part.family}


def tokenize(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a line that begins with colons."""
    del end
    text = lines.line(state, start)
    if not text.startswith("::") or state.is_code_block(start):
        return False
    part = colons(text)
    if not part and not LEAF.match(text):
        return False
    if not silent:
        put(state, start, start + 1, [part] if part else [])
    return True


def pair(state: StateCore) -> None:
    """Let each end close the box that it belongs to; the others show nothing."""
    closed = _closed(state.tokens)
    state.tokens[:] = _ended(list(_paired(state.tokens, closed)))


def _fits(opening: str, closing: str) -> bool:
    colons = opening.startswith(COLONS) and closing.startswith(COLONS)
    return opening == closing or colons


def _closed(tokens: list[Token]) -> set[int]:
    """The beginnings and ends (by `id`) that belong together."""
    found: set[int] = set()
    open_: list[Token] = []
    count: Counter[str] = Counter()

    def drop() -> Token:
        token = open_.pop()
        count[token.meta["family"]] -= 1
        count[COLONS + "*"] -= token.meta["family"].startswith(COLONS)
        return token

    for token in tokens:
        while open_ and token.level < open_[-1].level:
            drop()
        if token.type == "box_open":
            open_.append(token)
            count[token.meta["family"]] += 1
            count[COLONS + "*"] += token.meta["family"].startswith(COLONS)
        elif token.type == "box_end":
            family = token.meta["family"]
            exact = count[family] > 0
            if not exact and not (family.startswith(COLONS) and count[COLONS + "*"]):
                continue
            while True:
                opening = drop()
                if opening.meta["family"] == family or (
                    not exact and _fits(opening.meta["family"], family)
                ):
                    break
            if opening.level == token.level:
                found |= {id(opening), id(token)}
    return found


def _paired(tokens: list[Token], closed: set[int]) -> Iterator[Token]:
    """The tokens, the ends that end nothing and the beginnings that nothing ends left out.

    A box of colons keeps its title without an end, as the title may be a term's.
    """
    skip = 0
    for at, token in enumerate(tokens):
        if skip:
            skip -= 1
        elif token.type == "box_end" and id(token) not in closed:
            yield _silent(token)
        elif token.type == "box_open" and id(token) not in closed:
            titled = token.meta["family"].startswith(COLONS) and tokens[at + 1].content
            if titled:
                token.meta["unclosed"] = True
                yield token
            else:
                skip = 2  # its title, and the end of that
                yield _silent(token)
        else:
            yield token


def _silent(token: Token) -> Token:
    return Token("directive", "", 0, map=token.map, level=token.level, block=True)


def _ended(tokens: list[Token]) -> list[Token]:
    """The tokens with an end for what nothing closes: before the next heading or box."""
    found: list[Token] = []
    open_: list[Token] = []
    for token in tokens:
        ends = token.type in ("heading_open", "box_open", "box_end")
        while open_ and (
            token.level < open_[-1].level or (ends and token.level == open_[-1].level)
        ):
            found.append(_end(open_.pop()))
        if token.type == "box_open" and token.meta.get("unclosed"):
            open_.append(token)
        found.append(token)
    found += [_end(token) for token in reversed(open_)]
    return found


def _end(opening: Token) -> Token:
    return Token("box_end", "", 0, map=opening.map, level=opening.level, block=True)


def plugin(md: MarkdownIt) -> None:
    """Pair them when all are read; `beginnings` reads their lines."""
    md.core.ruler.after("block", "boxes", pair)
