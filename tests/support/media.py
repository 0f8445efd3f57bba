"""Small pictures and sounds, made here."""

from __future__ import annotations

import io
import struct
import wave
import zlib


def png(grey: int = 0) -> bytes:
    """A picture of one pixel; another `grey` (0 to 255), another content."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes([0, grey]))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*part) for part in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    )


def wav(samples: int = 8) -> bytes:
    """A moment of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes([128]) * samples)
    return file.getvalue()
