"""Where elements stand in XML, in bytes: so that one can be changed and all else left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.cell import legible
from pch_desktop.exports.package import damaged

TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What XML in UTF-16 begins with."""
Keeps = Callable[[str, Mapping[str, str]], bool]
"""Told an element's name and what is said of it; whether its place is wanted."""


@dataclass(slots=True)
class Element:
    """An element's place: its start, where its content begins and ends, and its end."""

    tag: str
    """Its name as it is written, with what stands before the colon."""
    said: Mapping[str, str]
    start: int
    inner: int
    within: Element | None
    """The nearest element kept that it stands in."""
    inner_end: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """Its name without what stands before the colon."""
        return self.tag.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """What stands before its name, with the colon."""
        return self.tag[: -len(self.name)]


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes to stand in place of those from a start to an end; at one place in their order."""

    start: int
    end: int
    words: bytes


def elements(name: str, xml: bytes, keeps: Keeps) -> list[Element]:
    """Return the elements of a part that are wanted, in the order they begin.

    Raises:
        Refusal: the part is damaged, is not in UTF-8, or would have other things read.
    """
    parser: Any = expat.ParserCreate()
    found: list[Element] = []
    stack: list[Element | None] = []

    def begin(tag: str, said: dict[str, str]) -> None:
        if not keeps(tag.rpartition(":")[2], said):
            stack.append(None)
            return
        start: int = parser.CurrentByteIndex
        within = next((each for each in reversed(stack) if each), None)
        found.append(Element(tag, said, start, _end(xml, start), within))
        stack.append(found[-1])

    def finish(_tag: str) -> None:
        element = stack.pop()
        if element is not None:
            at: int = parser.CurrentByteIndex
            is_empty = xml.endswith(b"/>", element.start, element.inner)
            element.inner_end = element.inner if is_empty else at
            element.end = element.inner if is_empty else _end(xml, at)

    def refuse(*_facts: object) -> None:
        raise damaged(name)

    def declare(_version: str, encoding: str | None, _alone: int) -> None:
        if (encoding or "UTF-8").upper() != "UTF-8" or xml.startswith(UTF_16):
            raise Refusal(f"“{name}” is not written in UTF-8. Open it and save it again.")

    hears = {"StartElement": begin, "EndElement": finish, "StartDoctypeDecl": refuse,
             "XmlDecl": declare}  # fmt: skip
    for event, hearing in hears.items():
        setattr(parser, f"{event}Handler", hearing)
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise damaged(name) from error
    return found


def edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """Return XML with edits made, all else as it is; edits do not overlap."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [xml[at : edit.start], edit.words]
        at = edit.end
    return b"".join((*parts, xml[at:]))


def text(words: str) -> bytes:
    """Return words as they stand in XML: never markup, without what XML cannot hold."""
    return escape(legible(words)).encode()


def _end(xml: bytes, at: int) -> int:
    found = TAG.match(xml, at)
    return found.end() if found else at
