"""Word documents as Microsoft Word and Google Docs write them, as far as notes need it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:m="{MATH}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:pic="{DRAWING}/picture"'
)
BULLETS, NUMBERS = 1, 2
TITLE, FIRST, SECOND, THIRD = "Title", "Heading1", "Heading2", "Heading3"
STYLES = {TITLE: "Title", FIRST: "heading 1", SECOND: "heading 2", THIRD: "heading 3"}
SHOWN, FOOTNOTE = "rId9", 2


class Cell(NamedTuple):
    """A cell of a table; `row` says whether one that is merged downwards begins or goes on."""

    text: str
    columns: int = 1
    row: str = ""


def run(text: str, properties: str = "") -> str:
    """Text in one look; `properties` are elements, as `<w:b/>`."""
    font = '<w:rFonts w:ascii="Malgun Gothic" w:eastAsia="맑은 고딕"/>'
    said = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r><w:rPr>{font}{properties}</w:rPr>{said}</w:r>"


def bold(text: str) -> str:
    """Bold text, in two runs, as Word leaves it behind after an edit."""
    return run(text[:1], "<w:b/>") + run(text[1:], "<w:b/><w:bCs/>")


def paragraph(*runs: str, style: str = "", item: tuple[int, int] | None = None) -> str:
    """A paragraph; `item` is the list and the depth of an item."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        numbers, depth = item
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{numbers}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def heading(text: str, style: str = SECOND) -> str:
    """A heading with the bookmark that Google Docs gives it."""
    mark = '<w:bookmarkStart w:id="7" w:name="_heading=h.x1"/><w:bookmarkEnd w:id="7"/>'
    return paragraph(mark, run(text), style=style)


def table(*rows: Sequence[str | Cell]) -> str:
    """A table without a row that is marked as its head, as in Google Docs."""
    width = max(sum(_cell(cell).columns for cell in row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * width
    made = "".join(f"<w:tr>{''.join(map(_td, row))}</w:tr>" for row in rows)
    look = '<w:tblPr><w:tblLook w:val="0600"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def _cell(cell: str | Cell) -> Cell:
    return Cell(cell) if isinstance(cell, str) else cell


def _td(said: str | Cell) -> str:
    cell = _cell(said)
    merged = f'<w:vMerge w:val="{cell.row}"/>' if cell.row else ""
    inner = "".join(paragraph(run(line)) for line in cell.text.split("\n"))
    properties = f'<w:tcPr><w:gridSpan w:val="{cell.columns}"/>{merged}</w:tcPr>'
    return f"<w:tc>{properties}{inner}</w:tc>"


def squared(name: str) -> str:
    """An equation: the square of a name."""
    base, power = (f"<m:r><m:t>{said}</m:t></m:r>" for said in (name, "2"))
    return f"<m:oMath><m:sSup><m:e>{base}</m:e><m:sup>{power}</m:sup></m:sSup></m:oMath>"


def picture(described: str) -> str:
    """The picture `media/image1.png`, an inch wide."""
    fill = f'<pic:blipFill><a:blip r:embed="{SHOWN}"/></pic:blipFill><pic:spPr/>'
    data = f'<a:graphicData uri="{DRAWING}/picture"><pic:pic>{fill}</pic:pic></a:graphicData>'
    size = f'<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="그림" descr="{described}"/>'
    inline = f"<wp:inline>{size}<a:graphic>{data}</a:graphic></wp:inline>"
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


def reference() -> str:
    """A reference to the footnote."""
    return f'<w:r><w:footnoteReference w:id="{FOOTNOTE}"/></w:r>'


def document(
    *blocks: str,
    pictures: Mapping[str, bytes] | None = None,
    footnote: str = "",
    shown: str = 'Target="media/image1.png"',
    prolog: str = "",
) -> bytes:
    """A .docx file; `prolog` stands in front of its text."""
    relations = "".join(
        f'<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="{part}.xml"/>'
        for part in ("numbering", "styles", "footnotes")
    )
    image = f'<Relationship Id="{SHOWN}" Type="{OFFICE}/image" {shown}/>'
    notes = f'<w:footnote w:id="{FOOTNOTE}">{paragraph(run(footnote))}</w:footnote>'
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _related(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": prolog + _part("document", f"<w:body>{''.join(blocks)}</w:body>"),
        "word/_rels/document.xml.rels": _related(relations + image),
        "word/numbering.xml": _part("numbering", _numbering()),
        "word/styles.xml": _part("styles", _styles()),
        "word/footnotes.xml": _part("footnotes", notes),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
        for name, content in (pictures or {}).items():
            archive.writestr(f"word/media/{name}", content)
    return made.getvalue()


def _part(name: str, inner: str) -> str:
    return f"<w:{name} {SPACES}>{inner}</w:{name}>"


def _related(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>'
    )


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )


def _numbering() -> str:
    kinds = {BULLETS: "bullet", NUMBERS: "decimal"}
    levels = {
        key: "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="%{depth + 1}."/></w:lvl>'
            for depth in range(3)
        )
        for key, kind in kinds.items()
    }
    return "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{inner}</w:abstractNum>'
        for key, inner in levels.items()
    ) + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in kinds)
