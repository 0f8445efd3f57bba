"""Names that nobody explains: acronyms, and what is compared and never defined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckbuilder.diagnostics import Severity
from deckbuilder.korean.shapes import is_sentence
from deckbuilder.language import N_
from deckbuilder.lint.cards import bare
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.model import SILENT, Comparison, Definition, Kind, LabelKind, Member, Node
from deckbuilder.regular import expression

ACRONYM = expression(r"(?<![A-Za-z0-9_./:@#&%+'’-])[A-Z]{2,6}(?![A-Za-z0-9_/&+@-]|\.\w|['’]\w)")
# A name in Latin letters of which the capitals are only a part: "SQL Server", "Amazon RDS".
NEIGHBOUR = expression(r"[A-Za-z0-9]\s?$"), expression(r"\s[A-Za-z0-9]")
WORDS = expression(r"[A-Za-z]+(?:[ \-/]+[A-Za-z]+)+")
LATIN = expression(r"(?<![A-Za-z])[A-Za-z]{2,6}(?![A-Za-z])")
SMALL = frozenset("a an and as by for in of on or the to with".split())
MOST_LETTERS = 6
# A bracket that holds more is no gloss.
WIDEST = 60
# What a name that is explained has behind it: a bracket, a topic, a colon.
EXPLAINS = expression(r"\s*(?:[(\[:=→]|[-–]\s|(?:이?라는|이?란|이?라|은|는)(?![가-힣]))")
# A name of something else that there is to it: "CRM의 장점".
PART_OF = expression(r"[A-Z]{2,6}의\s")
# A heading of such a kind asks what there is to a thing, and not what that is.
OF_IT = (LabelKind.SET, LabelKind.CONTRAST, LabelKind.CHAPTER, LabelKind.EXAMPLE, LabelKind.NOISE)
# Letters of which nobody asks what they are short for: one speaks of the thing by them alone.
FAMILIAR = frozenset(
    """
    AC AD AI AM API AR ASCII AWS BC BGM BMW CCTV CD CEO CF CG CM CN CO COOH CPU CSS CSV DB DBMS
    DC DIY DJ DNA DNS DVD EU EX FAQ FTP GB GCP GDP GHZ GIF GPS GPU GUI HCN HDD HF HP HTML HTTP
    HTTPS HZ IBM ICT ID II III IO IP IQ IT IV IX JPEG JPG JS JSON KB KBS KG KHZ KI KM KOH KTX
    LAN LCD LED LG LP MAC MB MBC MBTI MG MHZ ML MM MP MPEG NASA NATO NG NH NO NVIDIA OH OK OS
    OTP OTT OX PB PC PDF PHP PIN PM PNG PPT PR PS PT QNA QR RAM RNA ROM SAP SBS SF SH SK SNS SQL
    SSD SSH SVG TB TCP TED TIP TOP TV UDP UFO UI UN URL US USA USB UX VI VII VIII VIP VPN VR VS
    WAN WHO WWW XI XII XIII XIV XML XV XX YAML YES ZIP
    """.split()
)
# Commands, and other words in capitals; a list in which two of them stand is one of such words.
COMMANDS = frozenset(
    """
    ADD ALL ALTER AND ANY AS ASC AVG BEGIN BETWEEN BY CALL CASE CMP COMMIT COPY COUNT CREATE
    DELETE DENY DESC DROP ELSE END EOF EXISTS FALSE FETCH FIND FIXME FOR FROM GET GRANT GROUP
    HAVING HEAD IF IN INDEX INFO INNER INSERT INTO IS JOIN JUMP KEY LEFT LIKE LOAD MAX MIN MOVE
    NEW NOT NOTE NULL OFF OLD ON OPEN OR ORDER OUTER PATCH PLAY POST PUT READ REVOKE RIGHT
    SELECT SET SHIFT START STOP STORE SUM TABLE TBD THE THEN TO TODO TRUE UNION UPDATE USE
    VALUES VIEW WHEN WHERE WHILE WIP WITH WRITE XXX
    """.split()
)
LIST = expression(r"[A-Z]{2,8}(?:\s*[,/·|]\s*[A-Z]{2,8})+")
# Five letters and more that are read as a word are a name of their own: KOSPI, CANON.
READ = expression(r"(?:[^AEIOUY]?[AEIOUY]+[^AEIOUY]?)+")
LONG = 5


def _acronyms(notes: Notes) -> Iterator[Found]:
    """Each acronym that is nowhere explained, where it stands first."""
    known = {*FAMILIAR, *COMMANDS, *_initials(plain for _, plain in notes.said), *_named(notes)}
    known.update(_words(notes))
    first: dict[str, Found] = {}
    for line, plain in notes.said:
        listed = _words_listed(plain)
        for hit in ACRONYM.finditer(plain):
            word = hit[0]
            if word in known or _is_part(plain, hit) or word in listed or _is_read(word):
                continue
            if EXPLAINS.match(plain, hit.end()) or _in_bracket(plain, hit.start()):
                known.add(word)
            else:
                first.setdefault(word, Found(line.span, word, {"name": word}))
    return (found for word, found in first.items() if word not in known)


def _words(notes: Notes) -> Iterator[str]:
    """What the notes, their code included, write in small letters as well: PUSH, iOS."""
    for reading in notes.readings:
        for word in set(LATIN.findall(reading.document.source)):
            if not word.isupper():
                yield word.upper()


def _words_listed(plain: str) -> frozenset[str]:
    """What stands in a list of words in capitals: LOAD, STOR, ADD."""
    lists = (re.findall("[A-Z]+", hit[0]) for hit in LIST.finditer(plain))
    return frozenset(
        one for run in lists if sum(one in COMMANDS for one in run) >= 2 for one in run
    )


def _is_read(word: str) -> bool:
    return len(word) >= LONG and READ.fullmatch(word) is not None


def _is_part(plain: str, hit: re.Match[str]) -> bool:
    before, behind = NEIGHBOUR
    start = hit.start()
    return bool(before.search(plain[max(0, start - 2) : start]) or behind.match(plain, hit.end()))


def _in_bracket(plain: str, at: int) -> bool:
    """Whether a word stands in brackets, as what the words in front of them are called."""
    opened = plain.rfind("(", max(0, at - WIDEST), at)
    return opened >= 0 and plain.find(")", opened, at) < 0


def _named(notes: Notes) -> frozenset[str]:
    """What cards define or compare, and what blocks are called that tell what it is.

    What is told of a thing ("CRM의 장점") does not say what the thing is.
    """
    names: list[str] = []
    for reading in notes.readings:
        for unit in (*reading.units, *reading.offered):
            if isinstance(unit, Definition):
                names += (unit.front, *unit.aliases)
            elif isinstance(unit, Comparison):
                names += (member.name.plain for member in unit.members)
    names += (node.label.text.plain for node, _ in notes.labels if node.label and _tells(node))
    told = (name for name in names if not PART_OF.match(name))
    return frozenset(hit[0] for name in told for hit in ACRONYM.finditer(name))


def _tells(node: Node) -> bool:
    """Whether a block may say what it is called by; a heading of parts alone does not."""
    if node.kind != Kind.SECTION or node.label is None:
        return True
    told = node.text or [one for one in node.children if not one.label and one.kind not in SILENT]
    return bool(told) and node.label.kind not in OF_IT


def _initials(lines: Iterable[str]) -> Iterator[str]:
    """The initials of all words in Latin letters that follow each other."""
    for line in lines:
        for run in WORDS.findall(line):
            words = re.findall("[A-Za-z]+", run)
            great = [word for word in words if word.lower() not in SMALL]
            for letters in {_letters(words), _letters(great), _letters(map(_crossed, great))}:
                for size in range(2, MOST_LETTERS + 1):
                    for at in range(len(letters) - size + 1):
                        yield letters[at : at + size]
            for size in range(1, MOST_LETTERS):
                for at in range(len(words) - size + 1):
                    yield "".join(c for w in words[at : at + size] for c in w if c.isupper())


def _letters(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words).upper()


def _crossed(word: str) -> str:
    """A word as X may stand for it: XSS for cross-site scripting, XML for extensible."""
    return "X" if word.lower().startswith(("cross", "ex")) else word


def _compared(notes: Notes) -> Iterator[Found]:
    """Of things side by side those that are not defined, where others of them are."""
    told = {bare(name) for name in _told(notes)}
    for reading in notes.readings:
        for unit in reading.units:
            if isinstance(unit, Comparison):
                unknown = [one for one in unit.members if not _is_told(one, told)]
                if 2 * len(unknown) <= len(unit.members):
                    for member in unknown:
                        name = member.bare or member.name.plain
                        yield Found(member.name.span, name, {"name": name})


def _told(notes: Notes) -> Iterator[str]:
    """The names of what has a card or a text of its own, comparisons aside."""
    for reading in notes.readings:
        for unit in (*reading.units, *reading.offered):
            if not isinstance(unit, Comparison):
                yield unit.front
                yield from unit.aliases if isinstance(unit, Definition) else ()
    for node, _ in notes.labels:
        if node.label and (node.text or node.children):
            yield from (node.label.name, *node.label.aliases)


def _is_told(member: Member, told: set[str]) -> bool:
    """Whether a thing is, or that of which it is a kind by its last word: 도커 컨테이너, 컨테이너.

    What the comparison itself describes in sentences needs no more.
    """
    names = (member.name.plain, member.bare, *member.aliases)
    last = [name.split()[-1] for name in names if name.split()]
    described = any(is_sentence(line.plain) for node in member.body for line in node.lines)
    return described or any(bare(name) in told for name in (*names, *last))


UNDEFINED_ACRONYM = Lint(
    code="acronym",
    severity=Severity.NOTICE,
    message=N_("nowhere is it said what '{name}' is short for"),
    hint=N_("write it out once, as in NFS(Network File System), or say what it is"),
    about=N_(
        "Letters that the notes never explain have to be guessed by whoever reads the card. "
        "Two to six capitals count, once in all notes; not those that a card or a heading with a "
        "text tells of (`CRM`, and not `CRM의 장점`), those with a bracket, a colon or a topic's "
        "particle behind them, those whose words stand anywhere, "
        "what the notes write in small letters, too (PUSH), what is read as a word (KOSPI), and "
        "what is a name by itself (IT, CPU, TV)."
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
        "Of the things that a table sets side by side the notes define some, and not this one. "
        "What has a heading or a card of its own counts as defined, as does what the comparison "
        "itself describes in sentences. It is often meant so: look for it with --all."
    ),
    bad="""\
- 둑 : 물을 막으려고 쌓은 언덕

### 둑과 방죽의 차이

|  | 둑 | 방죽 |
| --- | --- | --- |
| 자리 | 강가 | 논가 |
| 때 | 홍수 | 가뭄 |
""",
    good="""\
- 둑 : 물을 막으려고 쌓은 언덕
- 방죽 : 물을 가두려고 쌓은 언덕

### 둑과 방죽의 차이

|  | 둑 | 방죽 |
| --- | --- | --- |
| 자리 | 강가 | 논가 |
| 때 | 홍수 | 가뭄 |
""",
    usual=False,
    find=_compared,
)
