"""The parts a picture is made of, and those of them that draw it.

Sources: Portable Network Graphics (W3C, second edition, 5 and 11); ITU-T T.81, B;
JPEG File Interchange Format 1.02.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

DRAWN = frozenset({
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND"),
    *(b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT"),
})  # fmt: skip
"""The chunks of a PNG that draw it; all others tell of something."""
SIGNATURE = 8
START, END, SCAN, PLAIN, ADOBE = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that say how large it is."""
TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDD, SCAN, ADOBE})
"""Those that are needed to draw it."""
RESTARTS = frozenset(range(0xD0, 0xD8)) | {0x00}
"""What may follow 0xFF within the drawing itself."""
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
"""How a JPEG begins that has no small picture of itself and no size on paper."""


class Broken(ValueError):
    """A picture is not as its format says."""


def clean_png(content: bytes) -> tuple[int, int, bytes]:
    """Return a PNG's breadth and height in pixels, and the chunks that draw it.

    Raises:
        Broken: it is not whole.
    """
    chunks = list(_chunks(content))
    names = [name for name, _, _ in chunks]
    if not chunks or names[0] != b"IHDR" or names[-1] != b"IEND" or b"IDAT" not in names:
        raise Broken
    head = chunks[0][1]
    if len(head) != 13:
        raise Broken
    wide, high = (int.from_bytes(head[at : at + 4]) for at in (0, 4))
    return wide, high, b"".join(whole for name, _, whole in chunks if name in DRAWN)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield a PNG's chunks up to the last: name, what it holds, and all its bytes."""
    at, name = SIGNATURE, b""
    while name != b"IEND":
        name, size = content[at + 4 : at + 8], int.from_bytes(content[at : at + 4])
        end = at + 12 + size
        if len(name) < 4 or end > len(content):
            raise Broken
        if crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            raise Broken
        yield name, content[at + 8 : end - 4], content[at:end]
        at = end


def clean_jpeg(content: bytes) -> tuple[int, int, bytes]:
    """Return a JPEG's breadth and height in pixels, and the picture without what tells of it.

    Raises:
        Broken: it is not whole.
    """
    size: tuple[int, int] | None = None
    kept = [bytes((0xFF, START)), JFIF]
    for mark, segment in _segments(content):
        if mark in FRAMES:
            high, wide = (int.from_bytes(segment[at : at + 2]) for at in (5, 7))
            size = size or (wide, high)
        if mark in FRAMES | TABLES:
            kept.append(segment)
    if size is None or not any(segment[1] == SCAN for segment in kept):
        raise Broken
    return *size, b"".join((*kept, bytes((0xFF, END))))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield a JPEG's segments up to its end, a scan with the drawing that follows it."""
    at = 2
    while True:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 4 > len(content) and content[at : at + 2] != bytes((0xFF, END)):
            raise Broken
        if content[at] != 0xFF:
            raise Broken
        mark = content[at + 1]
        if mark == END:
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if end > len(content) or end < at + 4:
            raise Broken
        end = _drawn_to(content, end) if mark == SCAN else end
        yield mark, content[at:end]
        at = end


def _drawn_to(content: bytes, at: int) -> int:
    """Return where a scan's drawing ends: before a mark that is none of its own."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise Broken
        if content[at + 1] not in RESTARTS:
            return at
        at += 2
