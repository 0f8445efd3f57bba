"""A SQLite database as the same bytes, whichever version of SQLite has written it.

The format is described at https://www.sqlite.org/fileformat.html.
"""

from __future__ import annotations

import sqlite3

PAGE_SIZE_AT, VERSION_AT = slice(16, 18), slice(96, 100)
# The version that wrote the file; nobody reads it.
VERSION = (3_040_000).to_bytes(4, "big")
FILE_HEADER = 100
# The kinds of b-tree pages, with the length of their headers.
HEADERS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}


def canonical(database: bytes) -> bytes:
    """The bytes of a vacuumed database without what depends on the version of SQLite.

    That is its number in the header, and in b-tree pages what is left over between the pointers to
    the cells and the cells.
    """
    content = bytearray(database)
    content[VERSION_AT] = VERSION
    size = int.from_bytes(content[PAGE_SIZE_AT], "big")
    for page in range(0, len(content), size):
        header = page + (FILE_HEADER if page == 0 else 0)
        length = HEADERS.get(content[header])
        if length:
            cells = int.from_bytes(content[header + 3 : header + 5], "big")
            first, last = header + length + 2 * cells, page + _begin(content, header)
            content[first:last] = bytes(last - first)
    return bytes(content)


def _begin(content: bytearray, header: int) -> int:
    """Where the cells of a page begin; 0 stands for 65,536."""
    return int.from_bytes(content[header + 5 : header + 7], "big") or 1 << 16


def vacuum(connection: sqlite3.Connection) -> None:
    """Write the pages anew, in order and without gaps; what was in them leaves no trace."""
    connection.commit()
    connection.execute("pragma secure_delete = on")  # as Debian's SQLite has it, and others not
    connection.execute("vacuum")
