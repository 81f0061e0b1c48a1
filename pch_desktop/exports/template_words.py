"""A secretary's own document, filled at its content controls and bookmarks."""

from __future__ import annotations

from collections.abc import Iterator

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.package import Package
from pch_desktop.exports.scan import Edit, Element, edited, text
from pch_desktop.exports.template_names import Known
from pch_desktop.exports.template_spots import Spot, spots
from pch_desktop.reports.words import written

NOT_KNOWN = "not known"


def fill_words(package: Package, known: Known) -> dict[str, bytes]:
    """Return the parts of a document that change, filled; what is not known says so.

    Raises:
        Refusal: a place is for a whole table, or has nothing to put a text into.
    """
    return {
        part: edited(
            package.parts[part],
            [edit for spot in placed for edit in _filled(package.parts[part], spot, known)],
        )
        for part, placed in spots(package).items()
    }


def _filled(xml: bytes, spot: Spot, known: Known) -> Iterator[Edit]:
    key = spot.name.casefold()
    if key in known.tables:
        raise Refusal(f"{spot.name} is a whole table, which stands in workbooks only. "
                      "Use a workbook as template, or name single figures.")  # fmt: skip
    found = known.places.get(key)
    words = text(written(found.value, found.kind) if found else "") or NOT_KNOWN.encode()
    yield from (Edit(each.start, each.end, b"") for each in spot.gone)
    first = next((each for each in spot.texts if each.name == "t"), None)
    for each in spot.texts:
        yield Edit(each.start, each.end, _lines(words) if each is first else b"")
    if first is None:
        yield _opened(xml, spot, b"<w:r>" + _lines(words) + b"</w:r>")


def _lines(words: bytes) -> bytes:
    opened, closed = b'<w:t xml:space="preserve">', b"</w:t>"
    return b"<w:br/>".join(opened + line + closed for line in words.split(b"\n"))


def _opened(xml: bytes, spot: Spot, run: bytes) -> Edit:
    """Return a run put into a place that holds no text yet."""
    into = spot.opening
    if into is None:
        raise Refusal(f"{spot.name} has no text to replace. Type a word in it first.")
    if into.name == "bookmarkStart":
        return Edit(into.end, into.end, run)
    if into.end != into.inner:
        return Edit(into.inner_end, into.inner_end, run)
    return Edit(into.start, into.end, _said(xml, into) + b">" + run + f"</{into.tag}>".encode())


def _said(xml: bytes, element: Element) -> bytes:
    return xml[element.start : element.inner].rstrip(b"/>").rstrip()
