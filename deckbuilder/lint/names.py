"""Names that nobody explains: acronyms, and what is compared and never defined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_
from deckbuilder.lint.cards import bare
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.model import Comparison, Definition

ACRONYM = re.compile(r"(?<![A-Za-z0-9_./:@#&+'’-])[A-Z]{2,6}(?![A-Za-z0-9_/&+@-]|\.\w|['’]\w)")
# A name in Latin letters of which the capitals are only a part: "SQL Server", "Amazon RDS".
NEIGHBOUR = re.compile(r"[A-Za-z0-9]\s?$"), re.compile(r"^\s[A-Za-z0-9]")
BRACKET = re.compile(r"\(([^()]*)\)")
WORDS = re.compile(r"[A-Za-z]+(?:[ \-/]+[A-Za-z]+)+")
SMALL = frozenset("a an and as by for in of on or the to with".split())
MOST_LETTERS = 6
# What a name that is explained has behind it: a bracket, a topic, a colon.
EXPLAINS = re.compile(r"\s*(?:[(\[:=→]|[-–]\s|(?:이?란|이?라|은|는)(?![가-힣]))")
# What everybody knows by these letters alone, and what is more often in capitals than it is short
# for anything: measures, numbers, names of firms and countries, words of SQL and the like.
KNOWN = frozenset(
    """
    IO YAML JS EX VPN TCP UDP DNS FTP LAN WAN SSH DBMS EOF ADD LOAD STORE MOVE JUMP CO NO HF KOH
    HCN AC AD AI AM AS BC CD CEO CPU DB DC DIY DNA DVD FAQ GB GDP GPS GPU HDD HTML HTTP HTTPS ID
    IP IQ IT KB KBS KTX LCD LED LG LP MB MBC MBTI MP MS NASA NG OK OS OX OTT PC PDF PM PPT PR PT
    QR RAM RNA ROM SBS SF SK SNS SQL SSD TB TV UI UN UFO URL US USA USB UX VIP VR VS WHO XML YTN
    KG KM CM MM ML AWS GCP IBM KT NHN HP AMD ARM SAP BMW EBS EU UK NATO API JSON CSS PNG JPG GIF
    CSV ASCII WWW II III IV VI VII VIII IX XI XII XIII XIV XV AND OR NOT IF ELSE THEN NULL TRUE
    FALSE SELECT FROM WHERE JOIN INSERT UPDATE DELETE DROP ALTER CREATE TABLE VIEW INDEX GROUP
    ORDER BY IN ON IS ALL ANY SET INTO VALUES UNION CASE WHEN END GET POST PUT HEAD PATCH START
    STOP READ WRITE NEW OLD YES TO OF THE AN AT UP KEY INNER OUTER LEFT RIGHT LIKE HAVING TOP
    MIN MAX SUM AVG COUNT TODO TBD FIXME WIP XXX NOTE TIP INFO
    """.split()
)


def _acronyms(notes: Notes) -> Iterator[Found]:
    """Each acronym that is nowhere explained, where it stands first."""
    spelt = frozenset(_initials(plain for _, plain in notes.said))
    known = KNOWN | spelt | _named(notes)
    first: dict[str, Found] = {}
    times: Counter[str] = Counter()
    for line, plain in notes.said:
        for hit in ACRONYM.finditer(plain):
            word = hit[0]
            if word in known or _is_part(plain, hit):
                continue
            if EXPLAINS.match(plain, hit.end()) or _in_bracket(plain, hit.start()):
                known |= {word}
                continue
            times[word] += 1
            first.setdefault(word, Found(line.span, word, {"name": word}))
    for word, found in first.items():
        if word not in known:
            yield found


def _is_part(plain: str, hit: re.Match[str]) -> bool:
    before, behind = NEIGHBOUR
    return bool(before.search(plain[: hit.start()]) or behind.match(plain[hit.end() :]))


def _in_bracket(plain: str, at: int) -> bool:
    return plain.count("(", 0, at) > plain.count(")", 0, at)


def _named(notes: Notes) -> frozenset[str]:
    """What cards ask for, and what blocks are called: it is told of there."""
    names = [
        name
        for reading in notes.readings
        for unit in (*reading.units, *reading.offered)
        for name in (unit.front, *(unit.aliases if isinstance(unit, Definition) else ()))
    ]
    names += [node.label.text.plain for node, _ in notes.labels if node.label]
    return frozenset(hit[0] for name in names for hit in ACRONYM.finditer(name))


def _initials(lines: Iterable[str]) -> Iterator[str]:
    """The initials of all words in Latin letters that follow each other."""
    for line in lines:
        for run in WORDS.findall(line):
            words = re.findall("[A-Za-z]+", run)
            for some in (words, [word for word in words if word.lower() not in SMALL]):
                letters = "".join(word[0] for word in some).upper()
                for size in range(2, MOST_LETTERS + 1):
                    for at in range(len(letters) - size + 1):
                        yield letters[at : at + size]
            for size in range(1, MOST_LETTERS):
                for at in range(len(words) - size + 1):
                    yield "".join(c for w in words[at : at + size] for c in w if c.isupper())


def _compared(notes: Notes) -> Iterator[Found]:
    told = {
        bare(name)
        for reading in notes.readings
        for unit in (*reading.units, *reading.offered)
        for name in (unit.front, *(unit.aliases if isinstance(unit, Definition) else ()))
        if not isinstance(unit, Comparison)
    }
    told |= {
        bare(node.label.name)
        for node, _ in notes.labels
        if node.label and (node.text or node.children)
    }
    for reading in notes.readings:
        for unit in reading.units:
            if not isinstance(unit, Comparison):
                continue
            for member in unit.members:
                names = (member.name.plain, member.bare, *member.aliases)
                if unit.aspects and not any(bare(name) in told for name in names):
                    name = member.bare or member.name.plain
                    yield Found(member.name.span, name, {"name": name})


UNDEFINED_ACRONYM = Lint(
    code="acronym",
    severity=Severity.NOTICE,
    message=N_("nowhere is it said what '{name}' is short for"),
    hint=N_("write it out once, as in NFS(Network File System), or say what it is"),
    about=N_(
        "Letters that the notes never explain have to be guessed by whoever reads the card. "
        "Two to six capitals count, once in all notes; not those that have a card or a heading, a "
        "bracket, a colon or a topic's particle behind them, those whose words stand anywhere, and "
        "what everybody knows (IT, CPU, TV)."
    ),
    bad="""\
### 둑
물을 막으려고 쌓은 언덕이며, 높이는 DLR 기준으로 잰다.
""",
    good="""\
### 둑
물을 막으려고 쌓은 언덕이며, 높이는 DLR(Dike Level Reference) 기준으로 잰다.
""",
    find=_acronyms,
)
COMPARED_UNDEFINED = Lint(
    code="compared-undefined",
    severity=Severity.NOTICE,
    message=N_("'{name}' is compared, and nowhere is it said what it is"),
    hint=N_("define it once, as in `{name} : …`"),
    about=N_(
        "A table sets things side by side that the notes never define. What has a heading or a "
        "card of its own counts as defined. It is often meant so: look for it with --all."
    ),
    bad="""\
### 둑과 방죽의 차이

|  | 둑 | 방죽 |
| --- | --- | --- |
| 자리 | 강가 | 논가 |
| 쓰임 | 물을 막는다 | 물을 가둔다 |
""",
    good="""\
- 둑 : 물을 막으려고 쌓은 언덕
- 방죽 : 물을 가두려고 쌓은 언덕

### 둑과 방죽의 차이

|  | 둑 | 방죽 |
| --- | --- | --- |
| 자리 | 강가 | 논가 |
| 쓰임 | 물을 막는다 | 물을 가둔다 |
""",
    usual=False,
    find=_compared,
)
