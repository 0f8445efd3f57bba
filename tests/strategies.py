"""Hypothesis strategies that write Korean study notes with every construct of Markdown.

What to write stands in the tables, as templates; the functions below put the pieces together:

    words ──> inline() ──> leaves: paragraphs, headings, code, HTML, tables, labelled lines
                             └──> blocks(depth): quotes, lists, toggles of them ──> notes()

`notes()` is what a person might write, `soup()` is Markdown's marks thrown together, `anything()`
is any Unicode at all. Importing this module, as `conftest` does, loads the Hypothesis profile: the
same examples on every run, unless HYPOTHESIS_PROFILE=deep asks for many new ones.
"""

from __future__ import annotations

import os
import re
import unicodedata
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from deckbuilder.model import Document

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
MOST = 3000 if DEEP else 60
settings.register_profile(
    "deep" if DEEP else "steady",
    max_examples=MOST,
    derandomize=not DEEP,
    phases=set(Phase) - {Phase.explain},
    deadline=None,
    print_blob=DEEP,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)
settings.load_profile("deep" if DEEP else "steady")
if not DEEP:
    # Hypothesis also takes numbers and words from the modules that are loaded when it draws: which
    # these are, hangs on the tests that the process has run before.
    providers._get_local_constants = Constants


def document(source: str) -> Document:
    """A note file with this text, as `sources` reads it: no byte order mark, LF, composed."""
    text = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Document("note.md", Path("note.md"), ("note",), unicodedata.normalize("NFC", text))


# --- words ----------------------------------------------------------------------------------------

TERMS = (
    *"세마포어 뮤텍스 파이프라인 교착상태 광합성 삼투압 엽록체 기회비용 한계효용 감가상각".split(),
    *"대차대조표 표준편차 귀무가설 계몽주의 산업혁명 판구조론 항상성 TCP IPv6 C++".split(),
    "가상 메모리",
    "로드 밸런서",
    "한계 비용 곡선",
    "제2차 세계대전",
    "광합성(Photosynthesis)",
    "에이티피(ATP, 에너지 화폐)",
    "「국부론」",
)
WORDS = (
    "자원을 여러 스레드가 함께 쓰게 하는 물을 빛으로 바꾸는 세포의 에너지를 시장에서 가격을 정하는 "
    "서로 기다리기만 하는 비용이 늘어나는 상태 과정 장치 것이다. 한다. 된다. 있다. 없음 아니다! "
    "왜? 그리고, 따라서 또한 (괄호) “따옴표” '작은' ㄱㄴㄷ 3.5배 100원 2024년 5% a=b e.g. "
    "漢字 かな ☕ 🙂"
).split()
SETS = (
    *"특징 장점 단점 장단점 종류 조건 단계 순서 구성요소 이유 목적 주의사항 한계점".split(),
    "3가지 원칙",
    "네 가지 조건",
    "주요 특징",
    "동작 과정",
    "대표적인 종류들",
)
NOUNS = "기술 방법 과정 개념 구조 장치 규칙 상태 물질 현상 제도 함수".split()

terms = st.sampled_from(TERMS)
words = st.sampled_from((*WORDS, *TERMS))
phrases = st.lists(words, min_size=1, max_size=5).map(" ".join)


def _table(text: str) -> tuple[str, ...]:
    """The templates of a table, three blanks apart; ⏎, ␣ and ⇥ stand for what cannot be seen."""
    cells = (cell.strip() for cell in re.split(r"\n|   ", text))
    shown = str.maketrans({"⏎": "\n", "␣": " ", "⇥": "\t"})
    return tuple(cell.translate(shown) for cell in cells if cell)


# --- inline ---------------------------------------------------------------------------------------

# What stands around other inline content.
AROUND = _table(r"""
    *{0}*   _{0}_   **{0}**   __{0}__   ***{0}***   **_{0}_**   *{0}**   ** {0} **
    **{0}**는   **{0}(Term)**은   **"{0}"**이라는   {0}**의**   *{0}*적   (**{0}**)
    `{0}`   `` {0} ` ``   `{0}⏎{0}`   `{0}   ~~{0}~~   =={0}==   ==**{0}**==   == {0} ==
    [{0}](https://example.kr/a_b)   [{0}](<빈 칸> "제목")   [{0}]()   [{0}](주소 '제목
    [{0}][쪽]   [{0}][]   [{0}]   [{0}][없는 쪽]   [**{0}**](#위)   [^{0}]   [x]({0})
    ![{0}](그림.png)   ![{0}][쪽]   ![**{0}**](a.png)   ![{0}]   [![{0}](a.png)](b)
    [[{0}]]   [[쪽|{0}]]   [[쪽#{0}]]   ![[{0}.png]]   [[{0}   [[쪽|**{0}**]]
    ${0}$   $${0}$$   $ {0} $   ${0}   $x_{{{0}}}$   **$x$ {0}**
    <b>{0}</b>   <u>{0}   <span onclick="x()">{0}</span>   <a href='javascript:x'>{0}</a>
    <script>{0}</script>   <!-- {0} -->   <!-- {0}   <br>{0}<br/>   {0}</br>{0}   {0}<br />
    <kbd>{0}</kbd>   <img src=x onerror=x alt='{0}'>   <b⏎title='{0}'>   &lt;b&gt;{0}
    \({0}\)   \[{0}\]   \[ {0} = x \]   \( {0}   \[x^2 {0}\]({0})   `\({0}\)`   \begin{{align}}{0}
    H~2~{0}   x^2^{0}   {0}~3~{0}   a~{0}~   x^{0}^   ~{0}~   ^{0}^   <sub>{0}</sub>   <sup>{0}
    <ruby>學{0}<rt>{0}</rt></ruby>   <ruby>學<rp>(</rp><rt>학{0}</rt><rp>)</rp>校<rt>{0}
    <rt>{0}</rt>
    <ruby>{0}</ruby>   <rp>{0}</rp>   <ruby>漢<rt>한</rt><b>字{0}</ruby></b>   <code>{0}</code>
    <del>{0}</s>
    <a href=https://a.kr>{0}</a>   <a name=x>{0}</a>   <IMG SRC='{0}.png' WIDTH=30>
    <video>{0}</video>
    <audio src=a.mp3>{0}</audio>   <video><source src=a.webm>{0}<source src=b.mp4></video>
    ![{0}|300](a%20b.png)   ![|20x10](%FF.png)   ![[{0}.png|300]]   ![[a.mp3|{0}]]   ![[{0}]]
    ![[쪽#{0}]]
    {0}[^1]   [^가]{0}   {0}[^없음]   [^1][^2]{0}   **{0}[^1]**   [{0}[^1]](b)
""")
# What stands by itself.
ALONE = _table(r"""
    <https://example.kr>   <me@example.kr>   <ftp:x>   https://example.kr/가   www.example.kr
    &amp;   &nbsp;   &#xAC00;   &#0;   &copy;   &없음;   &lt;script&gt;   &#49;.
    \*   \#   \[   \|   \`   \\   \가   1\.   \-␣   \$
    <br>   <hr>   <?php x ?>   <!X y>   <![CDATA[가]]>   </b>   <가>   < b>   <T>
    $E = mc^2$   $$\frac{a}{b}$$   \(x\)   $5와 $10   a_b_c   2*3*4   x**2   ~
    **   *   _   `   [   ]   ](   ![   ==   $   $$   <   >   |   &   \   :
    ->   →   ①   1)   :smile:   [ ]   [x]   [^1]   [^가]   [^1]:   \(   \)   \[   \]   ~2~   ^2^
    3~5개, 7~9개   월~수~금   A~B~C등급   a^b^c   ^^   ^_^   H~2~O   x^2^   SO~4~^2-^   <ruby>
    <rt>
    </rt>   </ruby>   <img src=a.png>   <sub>   </sub>   </code>   ![[쪽]]   ![](a.png)   <u>   </a>
""")
# Blanks and what cannot be seen.
BLANKS = tuple("\u00a0\u3000\u2003\u200b\u200d\u202e\ufeff\x0b\x0c\x7f")
GAPS = (" ", " ", " ", " ", "", "\n", "  \n", "\\\n", "\n   ", "\t")


def _filled(templates: tuple[str, ...], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(str.format, st.sampled_from(templates), inner)


def _joined(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(pieces, st.sampled_from(GAPS))
    return st.lists(pair, min_size=1, max_size=5).map(
        lambda found: "".join(piece + gap for piece, gap in found).strip() or "말"
    )


@cache
def inline(depth: int = 2) -> st.SearchStrategy[str]:
    """Inline content: words, and marks nested into each other; it may run over several lines."""
    if not depth:
        return phrases
    around = _filled(AROUND, inline(depth - 1))
    return _joined(st.one_of(phrases, phrases, around, st.sampled_from(ALONE + BLANKS)))


# --- blocks without blocks ------------------------------------------------------------------------

Lines = list[str]

# Each `{0}`, `{1}` is inline content; a person would write most of these.
PLAIN = _table(r"""
    {0}   {0}⏎{1}   ␣␣␣{0}   {0}␣␣⏎{1}\⏎{0}   {0}<br>{1}
    # {0}   ## {0}   ### {0} ###   #### {0} #   ###### {0}   #{0}   ####### {0}   #   ␣␣## {0}
    {0}⏎===   {0}⏎---   {0}⏎{1}⏎-   ␣␣{0}⏎␣␣=
    ---   ***   _ _ _   - - -   ***⏎{0}   --   ==
    ␣␣␣␣{0}   ⇥{0}⏎⏎⇥{1}   ␣␣␣␣␣{0}⏎␣␣{1}
    ```⏎{0}⏎```   ```python⏎{0}⏎⏎{1}⏎```   ~~~ {{.sql x=1}}⏎{0}⏎~~~~~   ````⏎```⏎{0}⏎````
    ```⏎{0}   ~~~⏎{0}⏎```   ``` {0} ```   ␣␣␣```js⏎␣␣␣{0}⏎␣␣```   ```⏎```   ~~~가⏎{0}
    [쪽]: https://example.kr "제목"   [쪽]: <다른 곳>   [{0}]: /곳⏎'두⏎줄'   [^1]: {0}   [쪽]: a⏎{0}
    $$⏎E = mc^2⏎$$   $$ a + b $$   $$x$$ (식1)   $$ {0}⏎$$   \[⏎{0}⏎\]
    | {0} | {1} |⏎| --- | :-: |⏎| {1} | {0} |   {0} | {1}⏎--|--:⏎{1}
    | {0} |⏎|--|⏎| a \| b | c | d |   | {0} |⏎|---|---|
    | 용어 | 설명 |⏎|:--|--|⏎| {0} | {1} |⏎| | {0} |   |a|b|c|⏎|-|-|-|⏎|{0}|⏎{1}
    \[⏎{0} = {1}⏎\]   {0}⏎\[⏎x⏎- y⏎\]⏎{1}   \[ {0} = {1} \].   \[⏎{0}⏎⏎\]   \[⏎x = {0}
    \begin{{align}}⏎{0} &= {1} \\⏎\end{{align}}   {0}⏎\begin{{cases}} {1}⏎x \end{{cases}}
    \begin{{align}}⏎{0}
    [^1]: {0}   [^가]: {0}⏎{1}   [^1]: {0}⏎⏎␣␣␣␣{1}⏎⏎␣␣␣␣- {0}   [^1]:   {0}[^2]⏎[^2]: {1}
    [^없]: {0}
    [^1]:⏎␣␣␣␣[^2]: {0}   > [^3]: {0}⏎>⏎>␣␣␣␣␣{1}   - {0}[^4]⏎⏎␣␣[^4]: {1}   - [^5]: {0}
    - [ ] {0}⏎- [x] {1}   1. [X] **{0}** : {1}   - [ ]   - [x] ![](a.png)   - [ ] [x] {0}⏎{1}
    ![](그림.png)   ![[그림.png]]   [ ] {0}   [[쪽]] · [[다른 쪽]]   #태그 #{0}   %% {0} %%
    > [!x]⏎> - {0}⏎> - {1}   > [!note]⏎> **{0}**⏎> {1}   > [!TIP]+ {0}⏎> > [!note]⏎> > {1}
    > [!note] {0}⏎> {1}   > [!tip]-⏎> {0}   > [!가]⏎   >>⏎{0}
    {0}⏎: {1}   {0}⏎{1}⏎~ {0}⏎~ {1}   {0}⏎⏎: {1}⏎⏎␣␣{0}   {0}⏎:⏎:␣␣␣␣␣{1}   > {0}⏎> : {1}
""")
# The seven kinds of HTML blocks, closed and unclosed.
HTML = _table(r"""
    <script>⏎{0}⏎⏎{1}⏎</script>   <style>a{{b:c}}</style>{0}   <pre>⏎{0}⏎⏎{1}</pre>
    <textarea>⏎{0}   <!-- {0} -->   <!--⏎{0}⏎⏎{1}⏎-->   <!-- {0}⏎⏎{1}   <!-->{0}   {0} <!-- {1} -->
    <?php {0} ?>   <?⏎{0}   <!DOCTYPE html>⏎{0}   <!가 {0}   <![CDATA[⏎{0}⏎]]>⏎{1}   <![CDATA[{0}
    <div>⏎{0}⏎</div>   <div>⏎⏎{0}⏎⏎</div>   <table><tr><td>{0}</td></tr>⏎</table>   </div>⏎{0}
    <p align='center'>{0}⏎{1}   <center>{0}</center>   <hr/>{0}   <iframe src='x'>{0}</iframe>
    <div {0}   <span class='x'>⏎{0}⏎</span>   </b>⏎{0}   <b>⏎{0}
    <img src=a.png onerror=alert(1)>   <br>⏎{0}   <div><![말 [{0}]]></div>
    <details><summary>{0}</summary>⏎{1}⏎</details>   <summary>{0}</summary>⏎{1}   </details>⏎{0}
    <details>⏎{0}   <details open><summary>{0}   <details>⏎<summary><b>{0}</b></summary>⏎⏎{1}⏎
    <div>{0} &amp; &#xAC00; < {1} </ div>   <div>⏎<![if x]>⏎{0}⏎<![endif]>⏎</div>
    <div><!--{0}--!>{1}   <p>H<sub>2</sub>{0} <b>{1}</b></p>
    <div><a href='x'>{0}</a>⏎<u>{1}</u></div>
    <div align=center>⏎<img src='a.png'⏎width=30> {0}<br>{1}</div>   <div><b>{0}⏎{1}</b></div>
    <div><ruby>{0}⏎<rt>{1}</rt>⏎</ruby></div>   <div><ruby>{0}<rt>⏎{1}</div>
    <div><code>{0}</div>{1}
    <details><summary><img src=a.png></summary>⏎{0}   <summary>{0}<div>{1}</div></summary>
    <div><audio src=a.mp3></audio><span>{0}</span>⏎</div>   <ul><li>{0}</li><li>{1}</ul>
    <ul><li><img⏎src=a.png></li><li>{0}</ul>
""")
# What sites and editors leave.
LEFT = _table(r"""
    ::: tip {0}⏎{1}⏎:::   :::note[{0}]⏎{1}   :::: a⏎::: {0}⏎{1}⏎:::⏎::::   :::
    ::: {{.a title="{0}"}}   {{% tab title="{0}" %}}⏎{1}⏎{{% endtab %}}   {{% hint %}}⏎{0}
    {{% endhint %}}⏎{0}   {{% {0} %}}   {{% highlight java %}}⏎{0}⏎{{% endhighlight %}}
    {{% comment %}}⏎{0}⏎⏎{1}⏎{{% endcomment %}}   {{{{< figure src="a.png" >}}}}
    {{{{% notice tip "{0}" %}}}}⏎{1}⏎{{{{% /notice %}}}}   {{{{ {0} }}}}
    [{0}]({{{{ site.url }}}}/a)   ![{0}]({{{{ "/a.png" | relative_url }}}})
    {0} {{{{ page.a }}}} {1}   * {0}⏎{{:toc}}   {{: .{0} }}   {{::comment}}⏎{0}⏎{{:/comment}}
    [TOC]   {0}{{: .a}} {1}   import a from 'b'⏎{0}   import {{⏎{0}⏎}} from 'b'
    export const a = {{⏎{0}⏎}}   <Tabs>⏎{0}⏎</Tabs>   <Tab label="{0}">⏎⏎{1}⏎⏎</Tab>
    <Tab⏎a={{{{b: 1}}}}⏎/>⏎{0}   {{/* {0} */}} {1}   {{a.bc}}{0}   %%{0}%% {1}   %%⏎{0}⏎⏎{1}⏎%%
    {0} ^a1b2   <% {0} %>   a:: {0}   [가:: {0}] {1}   {0} (a:: 1)   #{0}   {0} #가/나   #가 #나⏎{0}
    {0} #가 {1}   <aside>⏎💡 {0}⏎⏎</aside>   `= {0}`   <aside>
    # {0}⏎⏎생성일: 2024년 1월 3일⏎{0}: {1}
    > [!{0}]⏎> {1}   {0}\(AB\) {1}
""")
# How notes name things: {0} is a term, {1} says something, {2} a set, {3} a noun, {4} a term.
LABELLED = _table(r"""
    {0} : {1}   {0}: {1}   {0} - {1}   {0} → {1}   {0} = {1}   **{0}** {1}   **{0}** : {1}
    **{0}:** {1}   **{0}**⏎{1}   {0}⏎{1}   **{0}** - {1}   *{0}* : {1}   `{0}` : {1}
    =={0}== : {1}   1. {0} : {1}   (1) {0}   ① {0} : {1}   가. {0} - {1}   I. {0}   1-1. {0}
    1️⃣ {0} : {1}   Step 1. {0}   [1] {0}   Q1. {0}란?   제1장 {0}   📌 {0}   ✅ {0} : {1}
    :bulb: **{0}** {1}
    {0}란 {1} {3}이다.   {0}은 {1} {3}을 말한다.   {1} 것을 {0}(이)라고 한다.   이것은 {1} {3}이다.
    # {0}⏎{1}   ## {0}({4})⏎⏎{1}   ### {2}⏎- {0}⏎- {4}⏎- {1}   ## {0}의 {2}⏎1. {1}⏎2. {1}
    ### {0}와 {4}의 차이⏎- {0} : {1}⏎- {4} : {1}   ## {0} vs {4}⏎{0}는 {1}⏎{4}는 {1}   ### 비교⏎{1}
    ## {0}란?⏎{1}   ### 왜 {0}를 쓸까?⏎{1}   **Q. {0}는 무엇인가요?**⏎⏎{1}
    ## {0}의 개념⏎{1}   ## 개념⏎{1}
    {0}의 {2}은 다음과 같다.⏎- {1}⏎- {1}   {2} : {0}, {4}, {3}   {2}⏎- {0} : {1}⏎- {4} : {1}
    - {0}⏎␣␣- {1}⏎␣␣- {4} : {1}   1. {0}⏎- {1}⏎2. {4}⏎- {1}   - {0}⏎{1}⏎- {4}   * **{0}**⏎⏎␣␣{1}
    | 구분 | {0} | {4} |⏎|---|---|---|⏎| {2} | {1} | {1} |   | {0} | {4} |⏎|---|---|⏎| {1} | {1} |
    | 용어 | 설명 |⏎|---|---|⏎| {0} | {1} |⏎| {4} | {1} |   ## 목차⏎- [{0}](#a)⏎- [{4}](#b)
    ## 참고⏎- {1}⏎- https://example.kr   추후 작성   TODO   예) {1}   주의: {1}   ## 정리⏎{1}
""")
# What is left out with all that it holds, so that what stands around it may be left with nothing.
NOISE = _table(r"""
    {0}를 알아보자.   - {0}를 써 보자.   - {0}를 살펴보겠습니다.⏎- 아래 그림을 보자.   1. 추후 작성
    - [{0}](#{0})⏎- [{4}](#{4})   - [{0}]({0}.md)⏎- [{4}]({4}.md)⏎- [나](나.md)   https://example.kr
    - https://example.kr   [[{0}]]   ![{0}](a.png)   - ![{0}](a.png)   -   - -   1.   ---   #   ##
    <!-- {0} -->   - <!-- {0} -->   >   <br>   - <br>   ```⏎```   - ```⏎␣␣```   [그림 1] 출처: {0}
    | |⏎|---|   **   -␣⏎␣␣-   {{: .{0} }}   ## 목차⏎- [{0}](#a)   ## 참고⏎- [{0}](https://a.kr)
""")

_lines = inline().map(lambda text: " ".join(text.split()))  # on one line, as labels are
leaves: st.SearchStrategy[Lines] = st.one_of(
    st.builds(str.format, st.sampled_from(PLAIN), inline(), inline()),
    st.builds(str.format, st.sampled_from(HTML), inline(), inline()),
    st.builds(
        str.format,
        st.sampled_from((*LABELLED, *NOISE)),
        terms,
        st.one_of(phrases, _lines),
        st.sampled_from(SETS),
        st.sampled_from(NOUNS),
        terms,
    ),
).map(lambda block: block.split("\n"))

# --- blocks of blocks -----------------------------------------------------------------------------

QUOTES = ("> ", ">", "   > ", ">> ", ">\t")
BULLETS = ("- ", "* ", "+ ", "-   ", "*\t", "- [ ] ", "- [x] ", " - ", "  * ")
NUMBERS = ("{}. ", "{}) ", "{}.  ", " {}. ")
STARTS = (1, 1, 1, 0, 2, 7, 99, 123456789)


@st.composite
def quotes(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    """A block quote, some with lazy continuation."""
    mark, lines, lazy = draw(st.sampled_from(QUOTES)), draw(inner), draw(st.booleans())
    return [line if lazy and at and line.strip() else mark + line for at, line in enumerate(lines)]


@st.composite
def lists(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    """A list: any marker, tight or loose, some items empty, some indented as people do."""
    ordered, start = draw(st.booleans()), draw(st.sampled_from(STARTS))
    template = draw(st.sampled_from(NUMBERS if ordered else BULLETS))
    loose, width = draw(st.booleans()), draw(st.sampled_from(("", "", "", "  ", "    ", "\t")))
    lines: Lines = []
    for at, item in enumerate(draw(st.lists(st.one_of(inner, st.just([""])), max_size=4))):
        mark = template.format(start + at)
        indent = width or " " * len(mark)
        lines += [mark + item[0], *(line and indent + line for line in item[1:])]
        lines += [""] * loose
    return lines or [template.format(start)]


@st.composite
def toggles(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    """`<details>` with a summary; some without the blank line that Markdown wants."""
    blank = draw(st.sampled_from(([""], [])))
    summary = f"<summary>{draw(phrases)}</summary>"
    opening = draw(st.sampled_from((["<details>", summary], [f"<details>{summary}"])))
    return [*opening, *blank, *draw(inner), *blank, "</details>"]


@cache
def blocks(depth: int) -> st.SearchStrategy[Lines]:
    """A few blocks one after the other, quotes and lists nested to this depth."""
    block = leaves
    if depth:
        inner = blocks(depth - 1)
        block = st.one_of(leaves, leaves, quotes(inner), lists(inner), toggles(inner))
    gaps = st.sampled_from(([""], [""], [""], [], [" ", ""], ["\t"]))
    pairs = st.lists(st.tuples(block, gaps), min_size=1, max_size=4)
    return pairs.map(lambda found: [line for lines, gap in found for line in (*lines, *gap)])


# --- notes ----------------------------------------------------------------------------------------


def notes() -> st.SearchStrategy[str]:
    """A note as a person might write it, well or badly."""
    return blocks(2).map("\n".join)


def exported() -> st.SearchStrategy[str]:
    """A note with what sites and editors leave in it."""
    left = st.builds(str.format, st.sampled_from(LEFT), inline(1), inline(1))
    return st.lists(st.one_of(left, left, notes()), max_size=8).map("\n".join)


@st.composite
def relatives(draw: st.DrawFn) -> str:
    """A term with parts whose names share words, at the beginning, at the end, or both."""
    first = st.sampled_from("바다 아침 하늘 강가 산골".split())
    last = st.sampled_from("시장 교실 건물 마당".split())
    said = st.sampled_from(
        "물건을 사고파는 자리이다. 거둔 것을 쌓아 두는 곳이다. 쓸모가 많다.".split(". ")
    )
    names = draw(st.lists(st.tuples(first, last), min_size=2, max_size=6, unique=True))
    form = draw(st.sampled_from(("- {0} {1} : {2}.", "- {0}{1} : {2}.", "### {0} {1}\n{2}.\n")))
    rows = [form.format(*name, draw(said)) for name in names]
    behind = draw(st.sampled_from(("", "- 관리가 어렵다.", "- 쓸모 : 관리가 쉽다.")))
    return "\n".join(["## 마을", "", *rows, behind, ""])


def soup() -> st.SearchStrategy[str]:
    """Markdown's marks and words in any order."""
    marks = (
        *ALONE,
        *GAPS,
        *QUOTES,
        *BULLETS,
        "\n\n",
        "\n# ",
        "\n- ",
        "\n    ",
        "\n> ",
        "\n|",
        "|--|",
    )
    more = (
        "```",
        "~~~",
        "$$\n",
        "===",
        "<!--",
        "-->",
        "<details>",
        "</details>",
        "<summary>",
        "<div>",
    )
    pieces = st.one_of(words, st.sampled_from(marks), st.sampled_from(more))
    return st.lists(pieces, max_size=40).map("".join)


def anything() -> st.SearchStrategy[str]:
    """Any text: control characters, combining marks, right-to-left, blanks of every width."""
    odd = st.sampled_from(
        "\x00\x07\x0b\x0c\x1b\x1c\x1f\x7f\x85\xa0\u0300\u0483\u05d0\u0627\u1100\u1161\u11a8\u2003"
        "\u2028\u2029\u200b\u200d\u202e\u2066\u3000\ufe0f\ufeff\ufffd\uffff\U0001f469\U000e0001"
    )
    marks = st.sampled_from("\n\n\n \t#-*_`~=$[]()<>!|&:.\\123가나다aB")
    plain = st.characters(exclude_categories=["Cs"])
    return st.text(st.one_of(plain, odd, marks, marks), max_size=80)


def ascii_marks() -> st.SearchStrategy[str]:
    """Marks of emphasis between ASCII characters."""
    return st.text("ab1 *_\"'().,!\n\\`[]", max_size=30)


def foreign() -> st.SearchStrategy[str]:
    """Marks of emphasis between any characters but those of Korean, Chinese and Japanese."""
    return st.text(st.one_of(st.characters(exclude_categories=["Lo", "Cs"]), st.sampled_from("*_")))


def bold_terms() -> st.SearchStrategy[str]:
    """What stands between two marks of bold: words, brackets, quotation marks, full stops."""
    text = st.text("가나표AZ19 ()\"'“”「」《》.,%?!/-·", min_size=1)
    return text.filter(lambda term: term == term.strip())


# --- outside of tests -----------------------------------------------------------------------------


def examples(strategy: st.SearchStrategy[str], number: int) -> list[str]:
    """Some that a strategy writes, the same in every process; the empty ones left out."""
    found: list[str] = []

    @settings(max_examples=number, derandomize=True, database=None)
    @given(strategy)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return [text for text in found if text.strip()]
