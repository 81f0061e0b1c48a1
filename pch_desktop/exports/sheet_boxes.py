"""Cells and what several of them cover, as a sheet calls them."""

from __future__ import annotations

from xlsxwriter.utility import xl_cell_to_rowcol

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.scan import elements

Place = tuple[int, int]
"""A cell's row and column, from 0."""
Box = tuple[Place, Place]
"""The first and the last cell of several."""


def merged(name: str, xml: bytes) -> tuple[Box, ...]:
    """Return the cells of a sheet that are merged."""
    found = elements(name, xml, lambda each, _: each == "mergeCell")
    return tuple(box_of(each.said["ref"]) for each in found)


def box_of(reference: str) -> Box:
    """Return the first and last cell of a reference: $B$3:$D$4, B3.

    Raises:
        Refusal: it is none.
    """
    first, _, last = reference.replace("$", "").partition(":")
    try:
        return xl_cell_to_rowcol(first), xl_cell_to_rowcol(last or first)
    except (AttributeError, TypeError, ValueError):
        raise Refusal(f"“{reference}” is not one cell.") from None


def is_in(place: Place, box: Box) -> bool:
    """Return whether a cell is one of several."""
    (top, left), (bottom, right) = box
    return top <= place[0] <= bottom and left <= place[1] <= right
