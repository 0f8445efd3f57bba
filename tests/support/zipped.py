"""Zip archives byte by byte: what no program writes, but somebody might hand out."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

STORED, DEFLATED, DEFLATE64, BZIP2, LZMA = 0, 8, 9, 12, 14
ENCRYPTED, UTF_8 = 0x1, 0x800
LINK, PIPE, FOLDER = 0o120777, 0o010644, 0o040755
UNIX, VERSION, MIDNIGHT = 3, 20, 0x21


class Raw(NamedTuple):
    """A member, and what its entry tells of it: the truth, where nothing else is said."""

    name: str | bytes
    data: bytes = b""
    method: int = STORED
    flags: int | None = None
    """None: names are marked as UTF-8, and bytes are not."""
    mode: int = 0
    size: int | None = None
    at: int | None = None
    """Where its data is said to be."""


def archived(*members: Raw, said: int | None = None) -> bytes:
    """An archive of these members; `said` is the size that it tells of its directory."""
    content, directory = bytearray(), bytearray()
    for member in members:
        at = len(content) if member.at is None else member.at
        head, name, packed = _head(member)
        content += b"PK\x03\x04" + head + name + packed
        attributes = struct.pack("<HHHLL", 0, 0, 0, member.mode << 16, at)
        directory += struct.pack("<4sBB", b"PK\x01\x02", VERSION, UNIX) + head + attributes + name
    count = min(len(members), 0xFFFF)
    size = len(directory) if said is None else said
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, len(content), 0)
    return bytes(content + directory + end)


def _head(member: Raw) -> tuple[bytes, bytes, bytes]:
    """What stands in both headers of a member, its name, and its data as they are packed."""
    name = member.name if isinstance(member.name, bytes) else member.name.encode()
    flags = UTF_8 * isinstance(member.name, str) if member.flags is None else member.flags
    packed = member.data
    if member.method == DEFLATED:
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packed = deflate.compress(packed) + deflate.flush()
    size = len(member.data) if member.size is None else member.size
    checksum = zlib.crc32(member.data)
    numbers = (VERSION, flags, member.method, 0, MIDNIGHT, checksum, len(packed), size)
    return struct.pack("<5H3L2H", *numbers, len(name), 0), name, packed
